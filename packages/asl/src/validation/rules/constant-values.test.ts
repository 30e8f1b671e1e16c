import {
  describeCases,
  distributedProcessor,
  jsonataState,
  jsonataTask,
  pathState,
  pathTask,
} from "../../../test/validation-cases.js";

describeCases([
  {
    title: "reports an expression for a number of a JSONPath state",
    refused: pathTask({ TimeoutSeconds: "{% 5 %}" }),
    findings: ["constant-required at /States/X/TimeoutSeconds"],
    accepted: jsonataTask({ TimeoutSeconds: "{% 5 %}" }),
  },
  {
    title: "reports an expression for the timeout of the machine",
    refused: { TimeoutSeconds: "{% 5 %}", ...jsonataState({ Type: "Pass" }) },
    findings: ["constant-required at /TimeoutSeconds"],
    accepted: { TimeoutSeconds: 5, ...jsonataState({ Type: "Pass" }) },
  },
  {
    title: "reports an expression for the size of batches of a JSONPath Map",
    refused: pathState({
      Type: "Map",
      ItemProcessor: distributedProcessor,
      ItemBatcher: { MaxItemsPerBatch: "{% 5 %}" },
    }),
    findings: ["constant-required at /States/X/ItemBatcher/MaxItemsPerBatch"],
    accepted: pathState({
      Type: "Map",
      ItemProcessor: distributedProcessor,
      ItemBatcher: { MaxItemsPerBatchPath: "$.size" },
    }),
  },
]);
