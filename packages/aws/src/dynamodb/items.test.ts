import { literal, object, printTemplate, states } from "@treadle/expressions";
import { expect, test } from "vitest";
import { dynamodb } from "../index.js";

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: placeholders that deployment replaces.

const key = object({ Key: object({ id: object({ S: literal("7") }) }) });

test("getItem gives the item, or null where there is none", () => {
  const { definition } = dynamodb.getItem<{ id: { S: string } }, { id: { S: string } }>("${OrdersTable}");
  expect(definition.resource).toBe("arn:${Partition}:states:::dynamodb:getItem");
  expect(printTemplate(definition.arguments(key))).toEqual({ Key: { id: { S: "7" } }, TableName: "${OrdersTable}" });
  expect(printTemplate(definition.output(states("result")))).toBe(
    "{% $exists($states.result.Item) ? $states.result.Item : null %}",
  );
  expect(definition.placeholders).toEqual([
    { name: "OrdersTable", kind: "table-name" },
    { name: "Partition", kind: "partition" },
  ]);
});

test("only a read is repeated when it is not known what became of it", () => {
  const unknown = "DynamoDB.InternalServerErrorException";
  const repeats = (task: { definition: { retry: readonly { errorEquals: readonly string[] }[] } }) =>
    task.definition.retry.some(({ errorEquals }) => errorEquals.includes(unknown));
  expect(repeats(dynamodb.getItem("t"))).toBe(true);
  for (const task of [dynamodb.putItem("t"), dynamodb.updateItem("t"), dynamodb.deleteItem("t")]) {
    expect(repeats(task)).toBe(false);
    expect(task.definition.retry[0]?.errorEquals).toContain("DynamoDB.ProvisionedThroughputExceededException");
  }
});

test("updateItem asks for the changed item and gives it", () => {
  const { definition } = dynamodb.updateItem<{ id: { S: string } }, { id: { S: string } }>("orders");
  expect(printTemplate(definition.arguments(key))).toMatchObject({ ReturnValues: "ALL_NEW" });
  expect(printTemplate(definition.output(states("result")))).toBe("{% $states.result.Attributes %}");
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: placeholders that deployment replaces.
