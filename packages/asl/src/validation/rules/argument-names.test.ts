import { describeCases, jsonataTask, pathTask } from "../../../test/validation-cases.js";

describeCases([
  {
    title: "reports an argument in camelCase, and leaves what lies deeper alone",
    refused: jsonataTask({ Arguments: { FunctionName: "f", payload: {} } }),
    findings: ["argument-name-case at /States/X/Arguments/payload"],
    accepted: jsonataTask({ Arguments: { FunctionName: "f", Payload: { order: 1 } } }),
  },
  {
    title: "reports it in JSONPath too, also with a path behind it",
    refused: pathTask({ Parameters: { FunctionName: "f", "payload.$": "$" } }),
    findings: ["argument-name-case at /States/X/Parameters/payload.$"],
    accepted: pathTask({ Parameters: { FunctionName: "f", "Payload.$": "$" } }),
  },
  {
    title: "leaves the input of a function alone that is called by its own ARN",
    refused: pathTask({ Parameters: { FunctionName: "f", qualifier: "live" } }),
    findings: ["argument-name-case at /States/X/Parameters/qualifier"],
    accepted: pathTask({
      Resource: "arn:aws:lambda:eu-west-1:123456789012:function:charge",
      Parameters: { qualifier: "live" },
    }),
  },
]);
