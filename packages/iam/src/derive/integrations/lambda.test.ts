import { expect, test } from "vitest";
import { account, granted, grantedBy } from "../../../test/granted.js";

const invoke = "arn:aws:states:::lambda:invoke";
const charge = `arn:aws:lambda:${account}:function:charge`;

test("grants the function and its versions and aliases", () => {
  expect(granted(invoke, { FunctionName: charge })).toEqual([`lambda:InvokeFunction on ${charge} ${charge}:*`]);
});

test("grants the same where the task waits for its token", () => {
  expect(granted(`${invoke}.waitForTaskToken`, { FunctionName: charge })).toEqual([
    `lambda:InvokeFunction on ${charge} ${charge}:*`,
  ]);
});

test("grants only the version or alias that is written", () => {
  expect(granted(invoke, { FunctionName: `${charge}:live` })).toEqual([`lambda:InvokeFunction on ${charge}:live`]);
});

test("makes the ARN of a function's name, of a name with its alias, and of a name with its account", () => {
  expect(granted(invoke, { FunctionName: "charge" })).toEqual([`lambda:InvokeFunction on ${charge} ${charge}:*`]);
  expect(granted(invoke, { FunctionName: "charge:live" })).toEqual([`lambda:InvokeFunction on ${charge}:live`]);
  const elsewhere = "arn:aws:lambda:eu-west-1:444455556666:function:charge";
  expect(granted(invoke, { FunctionName: "444455556666:function:charge" })).toEqual([
    `lambda:InvokeFunction on ${elsewhere} ${elsewhere}:*`,
  ]);
});

test("keeps a placeholder that stands for the ARN", () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder.
  const placeholder = "${ChargeFunctionArn}";
  expect(granted(invoke, { FunctionName: placeholder })).toEqual([
    `lambda:InvokeFunction on ${placeholder} ${placeholder}:*`,
  ]);
});

test("keeps a qualifier behind a placeholder", () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder.
  const live = "${ChargeFunctionArn}:live";
  expect(granted(invoke, { FunctionName: live })).toEqual([`lambda:InvokeFunction on ${live}`]);
});

test("a placeholder whose value is a version or an alias stands for that alone", () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder.
  const live = "${LiveAlias}";
  const options = { substitutions: { LiveAlias: `${charge}:live` } };
  expect(granted(invoke, { FunctionName: live }, options)).toEqual([`lambda:InvokeFunction on ${live}`]);
});

test("knows a function by the pseudo parameters of the Serverless Framework", () => {
  const arn = "arn:aws:lambda:#{AWS::Region}:#{AWS::AccountId}:function:charge";
  expect(granted(arn, {})).toEqual([`lambda:InvokeFunction on ${arn} ${arn}:*`]);
});

test("grants a function that is itself the Resource, in both query languages", () => {
  expect(granted(charge, {})).toEqual([`lambda:InvokeFunction on ${charge} ${charge}:*`]);
  expect(
    grantedBy({
      StartAt: "A",
      States: { A: { Type: "Task", Resource: charge, Parameters: { "a.$": "$" }, End: true } },
    }),
  ).toEqual([`lambda:InvokeFunction on ${charge} ${charge}:*`]);
});

test("refuses a function that is computed, and grants every one where the caller wants policies all the same", () => {
  const computed = { FunctionName: "{% $states.input.fn %}" };
  expect(granted(invoke, computed)).toEqual([
    `lambda:InvokeFunction on arn:aws:lambda:${account}:function:*`,
    "error iam/dynamic-resource",
  ]);
  expect(granted(invoke, computed, { dynamicValues: "widen" })).toEqual([
    `lambda:InvokeFunction on arn:aws:lambda:${account}:function:*`,
    "warning iam/widened-resource",
  ]);
});

test("grants what is known of a computed name, and what a hint declares", () => {
  expect(granted(invoke, { FunctionName: "{% 'charge-' & $states.input.region %}" })).toEqual([
    `lambda:InvokeFunction on arn:aws:lambda:${account}:function:charge-*`,
  ]);
  const hints = { states: { Call: { arguments: { FunctionName: [charge] } } } };
  expect(granted(invoke, { FunctionName: "{% $states.input.fn %}" }, { hints })).toEqual([
    `lambda:InvokeFunction on ${charge} ${charge}:*`,
  ]);
});

test("grants each of the functions that a condition chooses between", () => {
  const args = { FunctionName: `{% $states.input.fast ? '${charge}' : '${charge}-slow' %}` };
  expect(granted(invoke, args)).toEqual([
    `lambda:InvokeFunction on ${charge} ${charge}:*`,
    `lambda:InvokeFunction on ${charge}-slow ${charge}-slow:*`,
  ]);
});
