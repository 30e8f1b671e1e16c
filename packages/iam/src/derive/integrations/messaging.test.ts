import { expect, test } from "vitest";
import { account, granted, grantedBy } from "../../../test/granted.js";

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: placeholders.
const topic = `arn:aws:sns:${account}:orders`;

test("sns:publish is granted on the topic, and on everything for a phone number", () => {
  expect(granted("arn:aws:states:::sns:publish", { TopicArn: topic, Message: "m" })).toEqual([
    `sns:Publish on ${topic}`,
  ]);
  expect(granted("arn:aws:states:::sns:publish", { TargetArn: topic, Message: "m" })).toEqual([
    `sns:Publish on ${topic}`,
  ]);
  expect(granted("arn:aws:states:::sns:publish", { PhoneNumber: "+441234", Message: "m" })).toEqual([
    "sns:Publish on *",
  ]);
});

test("a name where the API takes an ARN is an error", () => {
  expect(granted("arn:aws:states:::sns:publish", { TopicArn: "orders", Message: "m" })).toEqual([
    "error iam/invalid-arn",
  ]);
});

test("sns:publish without a target is an error", () => {
  expect(granted("arn:aws:states:::sns:publish", { Message: "m" })).toEqual(["error iam/missing-argument"]);
});

test("sqs:sendMessage is granted on the queue of the URL", () => {
  const url = "https://sqs.us-east-1.amazonaws.com/444455556666/orders.fifo";
  expect(granted("arn:aws:states:::sqs:sendMessage", { QueueUrl: url })).toEqual([
    "sqs:SendMessage on arn:aws:sqs:us-east-1:444455556666:orders.fifo",
  ]);
});

test("a queue whose URL is a placeholder needs a placeholder for its ARN, unless its URL is known", () => {
  const args = { QueueUrl: "${OrdersQueueUrl}" };
  expect(granted("arn:aws:states:::sqs:sendMessage", args)).toEqual(["sqs:SendMessage on ${OrdersQueueArn}"]);
  const substitutions = { OrdersQueueUrl: "https://sqs.eu-west-1.amazonaws.com/111122223333/orders" };
  expect(granted("arn:aws:states:::sqs:sendMessage.waitForTaskToken", args, { substitutions })).toEqual([
    `sqs:SendMessage on arn:aws:sqs:${account}:orders`,
  ]);
});

test("a queue in JSONPath parameters is read too, and one that is computed must be declared", () => {
  const task = (parameters: object) => ({
    StartAt: "A",
    States: { A: { Type: "Task", Resource: "arn:aws:states:::sqs:sendMessage", Parameters: parameters, End: true } },
  });
  const template = "States.Format('https://sqs.eu-west-1.amazonaws.com/111122223333/{}', $.queue)";
  expect(grantedBy(task({ "QueueUrl.$": template }))).toEqual([`sqs:SendMessage on arn:aws:sqs:${account}:*`]);
  expect(grantedBy(task({ "QueueUrl.$": "$.url" }))).toEqual([
    `sqs:SendMessage on arn:aws:sqs:${account}:*`,
    "error iam/dynamic-resource",
  ]);
});

test("events:putEvents is granted on each entry's bus, the default one where none is named", () => {
  const bus = `arn:aws:events:${account}:event-bus`;
  const entries = [{ EventBusName: "orders" }, { EventBusName: `${bus}/audit` }, { Source: "app" }];
  expect(granted("arn:aws:states:::events:putEvents", { Entries: entries })).toEqual([
    `events:PutEvents on ${bus}/audit`,
    `events:PutEvents on ${bus}/default`,
    `events:PutEvents on ${bus}/orders`,
  ]);
});

test("entries made of each item of a list have the buses that the expression writes", () => {
  const bus = `arn:aws:events:${account}:event-bus/orders`;
  const entry = "{'EventBusName': 'orders', 'Source': 'shop', 'Detail': $line}";
  const put = (Entries: string) => granted("arn:aws:states:::events:putEvents", { Entries });
  expect(put(`{% [$map($states.input.lines, function($line) { ${entry} })] %}`)).toEqual([
    `events:PutEvents on ${bus}`,
  ]);
  expect(put("{% $states.input.entries %}")).toContain("error iam/dynamic-resource");
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: the end of the placeholders.
