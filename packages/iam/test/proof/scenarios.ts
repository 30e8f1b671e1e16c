import type { Scenario } from "./required-call.js";
import { computeScenarios } from "./scenarios-compute.js";
import { dataScenarios } from "./scenarios-data.js";
import { mapScenarios } from "./scenarios-map.js";
import { messagingScenarios } from "./scenarios-messaging.js";
import { patternScenarios } from "./scenarios-patterns.js";
import { platformScenarios } from "./scenarios-platform.js";
import { sdkScenarios } from "./scenarios-sdk.js";

export const scenarios: readonly Scenario[] = [
  ...computeScenarios,
  ...dataScenarios,
  ...messagingScenarios,
  ...platformScenarios,
  ...patternScenarios,
  ...mapScenarios,
  ...sdkScenarios,
];
