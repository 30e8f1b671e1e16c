import { object, printTemplate } from "@treadle/expressions";
import { expect, test } from "vitest";
import { constantNodes, placeholdersOfConstants } from "./constant-node.js";

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: placeholders that deployment replaces.

const constants = {
  TableName: "${OrdersTable}",
  Limit: 10,
  Nested: { RoleArn: "${ReaderRoleArn}", Names: ["a", "${Suffix}", null] },
};

test("constants are written out, with placeholders in their texts", () => {
  expect(printTemplate(object(constantNodes(constants)))).toEqual(constants);
});

test("a placeholder's kind follows from the argument that it is, or else from its own name", () => {
  expect(placeholdersOfConstants(constants)).toEqual([
    { name: "OrdersTable", kind: "table-name" },
    { name: "ReaderRoleArn", kind: "role-arn" },
    { name: "Suffix", kind: "name" },
  ]);
  expect(
    placeholdersOfConstants({ Cluster: "${OrdersClusterArn}", TableName: "${TableArn}", KeyArn: "${Key}" }),
  ).toEqual([
    { name: "OrdersClusterArn", kind: "resource-arn" },
    { name: "TableArn", kind: "resource-arn" },
    { name: "Key", kind: "resource-arn" },
  ]);
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: the end of the placeholders.
