import { describeCases, jsonataTask, pathTask } from "../../../test/validation-cases.js";

const Resource = "arn:aws:states:::lambda:invoke.waitForTaskToken";

describeCases([
  {
    title: "reports a token that is read where none is waited for",
    refused: jsonataTask({ Arguments: { FunctionName: "f", Payload: "{% $states.context.Task.Token %}" } }),
    findings: ["token-not-there at /States/X/Arguments"],
    accepted: jsonataTask({ Resource, Arguments: { FunctionName: "f", Payload: "{% $states.context.Task.Token %}" } }),
  },
  {
    title: "knows the token of a task that waits for a job",
    refused: jsonataTask({
      Resource: "arn:aws:states:::states:startExecution",
      Arguments: { StateMachineArn: "m", Input: { token: "{% $states.context.Task.Token %}" } },
    }),
    findings: ["token-not-there at /States/X/Arguments"],
    accepted: jsonataTask({
      Resource: "arn:aws:states:::states:startExecution.sync:2",
      Arguments: { StateMachineArn: "m", Input: { token: "{% $states.context.Task.Token %}" } },
    }),
  },
  {
    title: "reports it in JSONPath too, where a function is called by its ARN",
    refused: pathTask({
      Resource: "arn:aws:lambda:eu-west-1:123456789012:function:charge",
      Parameters: { "token.$": "$$.Task.Token" },
    }),
    findings: ["token-not-there at /States/X/Parameters"],
    accepted: pathTask({
      Resource: "arn:aws:states:eu-west-1:123456789012:activity:pack",
      Parameters: { "token.$": "$$.Task.Token" },
    }),
  },
  {
    title: "reports a task that waits for a token which it passes to nobody",
    refused: jsonataTask({ Resource, Arguments: { FunctionName: "f", Payload: "{% $states.input %}" } }),
    findings: ["token-not-passed at /States/X/Arguments"],
    accepted: jsonataTask({ Resource, Arguments: { FunctionName: "f", Payload: "{% $states.context.Task.Token %}" } }),
  },
  {
    title: "reports it in JSONPath, where the token may lie inside a call",
    refused: pathTask({ Resource, Parameters: { FunctionName: "f", "Payload.$": "$.token" } }),
    findings: ["token-not-passed at /States/X/Parameters"],
    accepted: pathTask({ Resource, Parameters: { FunctionName: "f", "Payload.$": "States.Array($$.Task.Token)" } }),
  },
]);
