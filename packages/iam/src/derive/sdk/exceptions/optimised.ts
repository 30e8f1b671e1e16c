import { athena } from "../../integrations/athena.js";
import { batch } from "../../integrations/batch.js";
import { ecs } from "../../integrations/ecs.js";
import type { Integration } from "../../integrations/integration.js";
import type { SdkExceptions } from "./sdk-exceptions.js";

/** APIs that need the same whichever way they are called: what a query reads, the roles and revisions of a definition. */
export const optimised: SdkExceptions = {
  ...asCalled(athena, ["getQueryExecution", "getQueryResults", "startQueryExecution", "stopQueryExecution"]),
  ...asCalled(batch, ["submitJob"]),
  ...asCalled(ecs, ["runTask"]),
};

function asCalled({ service, actions }: Integration, operations: readonly string[]): SdkExceptions {
  return Object.fromEntries(operations.map((name) => [`${service}:${name.toLowerCase()}`, actions[name]!.derive]));
}
