import { type ExpressionNode, literal, object, states, variable } from "@treadle/expressions";
import type { TaskDefinition } from "@treadle/workflow";
import { expect, test } from "vitest";
import { eventBridge, lambda, sns, sqs } from "./index.js";

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: placeholders that deployment replaces.

const order = object({ Message: literal("paid") });

/** Nodes are compared by value: an argument's name with the literal, placeholder or other node it holds. */
function fields(definition: TaskDefinition, input: ExpressionNode = order): unknown {
  const node = definition.arguments(input);
  if (node.kind !== "object") return node;
  return Object.fromEntries(
    node.entries.map(({ key, value }) => [
      key.kind === "literal" ? key.value : key,
      value.kind === "literal" ? value.value : value.kind === "placeholder" ? value.text : value,
    ]),
  );
}

test("lambda.invoke sends the value as the payload and reads the payload back", () => {
  const { definition } = lambda.invoke<{ id: string }, { paid: boolean }>("${ChargeFunctionArn}");
  expect(definition.resource).toBe("arn:${Partition}:states:::lambda:invoke");
  expect(fields(definition, variable("order"))).toEqual({
    FunctionName: "${ChargeFunctionArn}",
    Payload: variable("order"),
  });
  expect(definition.output(states("result"))).toEqual({ kind: "property", object: states("result"), name: "Payload" });
  expect(definition.placeholders).toEqual([
    { name: "ChargeFunctionArn", kind: "lambda-function-arn" },
    { name: "Partition", kind: "partition" },
  ]);
});

test("lambda.invoke retries the service's transient errors with jitter", () => {
  expect(lambda.invoke<unknown, unknown>("f").definition.retry).toEqual([
    {
      errorEquals: [
        "Lambda.ServiceException",
        "Lambda.AWSLambdaException",
        "Lambda.SdkClientException",
        "Lambda.TooManyRequestsException",
      ],
      intervalSeconds: 1,
      maxAttempts: 6,
      backoffRate: 2,
      jitterStrategy: "FULL",
    },
  ]);
});

test("a function ARN without a placeholder is taken literally", () => {
  const arn = "arn:aws:lambda:eu-west-1:111122223333:function:charge";
  const { definition } = lambda.invoke<unknown, unknown>(arn);
  expect(fields(definition, variable("x"))).toEqual({ FunctionName: arn, Payload: variable("x") });
  expect(definition.placeholders).toEqual([{ name: "Partition", kind: "partition" }]);
});

test("the parts of an ARN get the kinds of their names, each placeholder once", () => {
  const { definition } = lambda.invoke<unknown, unknown>(
    "arn:${Partition}:lambda:${Region}:${AccountId}:function:${Stage}-charge",
  );
  expect(definition.placeholders).toEqual([
    { name: "Partition", kind: "partition" },
    { name: "Region", kind: "region" },
    { name: "AccountId", kind: "account-id" },
    { name: "Stage", kind: "text" },
  ]);
});

test("sns.publish writes the topic beside the fields of an object literal", () => {
  const { definition } = sns.publish("${OrdersTopicArn}");
  expect(definition.resource).toBe("arn:${Partition}:states:::sns:publish");
  expect(fields(definition)).toEqual({ TopicArn: "${OrdersTopicArn}", Message: "paid" });
  expect(definition.placeholders).toEqual([
    { name: "OrdersTopicArn", kind: "topic-arn" },
    { name: "Partition", kind: "partition" },
  ]);
});

test("an argument that is no object literal is merged, and cannot replace the topic", () => {
  const node = sns.publish("t").definition.arguments(variable("message"));
  expect(node).toMatchObject({
    kind: "call",
    callee: "merge",
    arguments: [{ kind: "array", elements: [variable("message"), object({ TopicArn: literal("t") })] }],
  });
});

test("sqs.sendMessage names the queue and gives the message's id and digest", () => {
  const { definition } = sqs.sendMessage<{ id: string }>("${OrdersQueueUrl}");
  expect(fields(definition, object({ MessageBody: variable("order") }))).toEqual({
    QueueUrl: "${OrdersQueueUrl}",
    MessageBody: variable("order"),
  });
  expect(definition.placeholders[0]).toEqual({ name: "OrdersQueueUrl", kind: "queue-url" });
  expect(definition.output(states("result"))).toMatchObject({
    entries: [{ key: literal("MessageId") }, { key: literal("MD5OfMessageBody") }],
  });
  expect(definition.retry).toEqual([]);
});

test("eventBridge.putEvents writes one entry with source, detail type and bus", () => {
  const { definition } = eventBridge.putEvents<{ id: string }>({
    busName: "${OrdersBusName}",
    source: "com.example.orders",
    detailType: "OrderPaid",
  });
  expect(definition.arguments(object({ Detail: variable("order") }))).toMatchObject({
    entries: [
      {
        key: literal("Entries"),
        value: {
          kind: "array",
          elements: [
            {
              kind: "object",
              entries: [
                { key: literal("EventBusName"), value: { kind: "placeholder", text: "${OrdersBusName}" } },
                { key: literal("Source"), value: literal("com.example.orders") },
                { key: literal("DetailType"), value: literal("OrderPaid") },
                { key: literal("Detail"), value: variable("order") },
              ],
            },
          ],
        },
      },
    ],
  });
  expect(definition.placeholders[0]).toEqual({ name: "OrdersBusName", kind: "name" });
});

// biome-ignore-end lint/suspicious/noTemplateCurlyInString: the end of the placeholders.
