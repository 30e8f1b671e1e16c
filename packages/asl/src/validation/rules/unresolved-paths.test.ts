import { describeCases, pathState } from "../../../test/validation-cases.js";

const pass = (fields: object) => pathState({ Type: "Pass", ...fields });

describeCases([
  {
    title: "warns of a path under a key that is not evaluated",
    refused: pass({ Parameters: { deep: [{ id: "$.order.id" }], call: "States.UUID()" } }),
    findings: ["unresolved-path at /States/X/Parameters/deep[0]", "unresolved-path at /States/X/Parameters"],
    accepted: pass({ Parameters: { deep: [{ "id.$": "$.order.id" }], call: "States of matter", price: "$5" } }),
  },
  {
    title: "warns of a path in a Result",
    refused: pass({ Result: { list: ["$.a"] } }),
    findings: ["static-result at /States/X/Result"],
    accepted: pass({ Result: { list: ["a"] } }),
  },
]);
