import { describeCases, jsonataTask, pathState, pathTask } from "../../../test/validation-cases.js";

const activity = "arn:aws:states:eu-west-1:123456789012:activity:pack";

describeCases([
  {
    title: "reports Credentials without a role, once, whatever else they hold",
    refused: jsonataTask({ Credentials: { User: "me" } }),
    findings: ["missing-role-arn at /States/X/Credentials"],
    accepted: jsonataTask({ Credentials: { RoleArn: "{% $states.input.role %}" } }),
  },
  {
    title: "takes a role from a path in JSONPath",
    refused: pathTask({ Credentials: {} }),
    findings: ["missing-role-arn at /States/X/Credentials"],
    accepted: pathTask({ Credentials: { "RoleArn.$": "$.role" } }),
  },
  {
    title: "reports Credentials on an activity",
    refused: pathState({ Type: "Task", Resource: activity, Credentials: { RoleArn: "arn:aws:iam::1:role/r" } }),
    findings: ["credentials-on-activity at /States/X/Credentials"],
    accepted: pathState({ Type: "Task", Resource: activity }),
  },
]);
