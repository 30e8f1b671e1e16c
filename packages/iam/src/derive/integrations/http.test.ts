import { expect, test } from "vitest";
import { account, granted } from "../../../test/granted.js";

const invoke = "arn:aws:states:::http:invoke";
const connection = `arn:aws:events:${account}:connection/payments/0123-4567`;
const machine = `arn:aws:states:${account}:stateMachine:Orders`;
const authorization = [
  `events:RetrieveConnectionCredentials on ${connection}`,
  `secretsmanager:DescribeSecret secretsmanager:GetSecretValue on arn:aws:secretsmanager:${account}:secret:events!connection/payments/*`,
];

test("a written endpoint is granted exactly, with its method, its connection and that connection's secret", () => {
  const args = {
    ApiEndpoint: "https://api.example.com/charges",
    Method: "POST",
    InvocationConfig: { ConnectionArn: connection },
  };
  const condition = {
    StringEquals: { "states:HTTPEndpoint": ["https://api.example.com/charges"], "states:HTTPMethod": ["POST"] },
  };
  const expected = [...authorization, `states:InvokeHTTPEndpoint on ${machine} if ${JSON.stringify(condition)}`];
  expect(granted(invoke, args)).toEqual(expected);
  const { InvocationConfig: older, ...rest } = args;
  expect(granted(invoke, { ...rest, Authentication: older })).toEqual(expected);
});

test("a computed endpoint is bounded by what is known of its beginning", () => {
  const args = {
    ApiEndpoint: "{% 'https://api.example.com/charges/' & $states.input.id %}",
    Method: "GET",
    InvocationConfig: { ConnectionArn: connection },
  };
  const condition = {
    StringEquals: { "states:HTTPMethod": ["GET"] },
    StringLike: { "states:HTTPEndpoint": ["https://api.example.com/charges/*"] },
  };
  expect(granted(invoke, args)).toEqual([
    ...authorization,
    `states:InvokeHTTPEndpoint on ${machine} if ${JSON.stringify(condition)}`,
  ]);
});

test("an endpoint whose host is computed is refused", () => {
  const args = {
    ApiEndpoint: "{% 'https://' & $states.input.host & '/charges' %}",
    Method: "GET",
    InvocationConfig: { ConnectionArn: connection },
  };
  expect(granted(invoke, args)).toContain("error iam/dynamic-resource");
  const hints = { states: { Call: { arguments: { ApiEndpoint: ["https://api.example.com/*"] } } } };
  expect(granted(invoke, { ...args, ApiEndpoint: "{% $states.input.url %}" }, { hints })).not.toContain(
    "error iam/dynamic-resource",
  );
});
