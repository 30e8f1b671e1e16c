import { describeCases, doneProcessor, pathState, pathTask } from "../../../test/validation-cases.js";

const map = (fields: object) => pathState({ Type: "Map", ItemProcessor: doneProcessor, ...fields });
const both = (title: string, refused: object, accepted: object) => ({
  title: `reports ${title} together`,
  refused,
  findings: ["exclusive-fields at /States/X"] as const,
  accepted,
});

describeCases([
  both(
    "TimeoutSeconds and its path",
    pathTask({ TimeoutSeconds: 1, TimeoutSecondsPath: "$.t" }),
    pathTask({ TimeoutSecondsPath: "$.t" }),
  ),
  both(
    "HeartbeatSeconds and its path",
    pathTask({ HeartbeatSeconds: 1, HeartbeatSecondsPath: "$.h" }),
    pathTask({ HeartbeatSecondsPath: "$.h" }),
  ),
  both(
    "Error and ErrorPath",
    pathState({ Type: "Fail", Error: "E", ErrorPath: "$.e" }),
    pathState({ Type: "Fail", ErrorPath: "$.e" }),
  ),
  both(
    "Cause and CausePath",
    pathState({ Type: "Fail", Cause: "C", CausePath: "$.c" }),
    pathState({ Type: "Fail", CausePath: "$.c" }),
  ),
  both(
    "Seconds and Timestamp",
    pathState({ Type: "Wait", Seconds: 1, Timestamp: "2030-01-01T00:00:00Z" }),
    pathState({ Type: "Wait", Timestamp: "2030-01-01T00:00:00Z" }),
  ),
  both("ItemProcessor and Iterator", map({ Iterator: { StartAt: "I", States: { I: { Type: "Succeed" } } } }), map({})),
  both("ItemSelector and Parameters", map({ ItemSelector: {}, Parameters: {} }), map({ Parameters: {} })),
  both(
    "MaxConcurrency and its path",
    map({ MaxConcurrency: 1, MaxConcurrencyPath: "$.c" }),
    map({ MaxConcurrencyPath: "$.c" }),
  ),
  {
    title: "reports a Wait that says nothing of how long",
    refused: pathState({ Type: "Wait" }),
    findings: ["exclusive-fields at /States/X"],
    accepted: pathState({ Type: "Wait", SecondsPath: "$.s" }),
  },
  {
    title: "reports a Map without a processor, and takes the old name",
    refused: pathState({ Type: "Map" }),
    findings: ["exclusive-fields at /States/X"],
    accepted: pathState({ Type: "Map", Iterator: doneProcessor }),
  },
]);
