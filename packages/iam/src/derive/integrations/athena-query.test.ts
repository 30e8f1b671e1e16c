// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders that deployment replaces.
import { expect, test } from "vitest";
import { readQuery } from "./athena-query.js";

test.each([
  ["SELECT 1", []],
  ["SELECT o.id FROM orders o WHERE o.total > 1.5", []],
  ["SELECT extract(year FROM o.day) FROM orders o WHERE o.a IS NOT DISTINCT FROM o.b", []],
  ["SELECT * FROM shop.orders", ["shop"]],
  ["SELECT * FROM orders o, stock.items AS i", ["stock"]],
  ['SELECT * FROM "AwsDataCatalog"."shop"."orders" JOIN `stock`.items ON true', ["shop", "stock"]],
  ["SELECT * FROM ${Database}.orders", ["${Database}"]],
  ["INSERT INTO archive.orders SELECT * FROM orders", ["archive"]],
  ["MERGE INTO orders USING stock.items i ON orders.id = i.id WHEN MATCHED THEN DELETE", ["stock"]],
  ["CREATE TABLE IF NOT EXISTS shop.t (id int)", ["shop"]],
  ["CREATE DATABASE IF NOT EXISTS night", ["night"]],
  ["SHOW TABLES IN night", ["night"]],
  ["SELECT id FROM *", ["*"]],
  ["*", ["*"]],
  ["EXECUTE daily", ["*"]],
])("%s names the databases %j", (query, databases) => {
  expect(readQuery(query).databases).toEqual(databases);
});

test.each([
  ["SELECT id FROM orders", []],
  ["-- nightly\nINSERT INTO orders SELECT 1", ["BatchCreatePartition", "CreatePartition", "UpdateTable"]],
  ["create table t (id int)", ["CreateTable", "UpdateTable"]],
  [
    "CREATE TABLE t WITH (format = 'PARQUET') AS SELECT 1",
    ["CreateTable", "UpdateTable", "BatchCreatePartition", "CreatePartition"],
  ],
  ["DROP TABLE t", ["DeleteTable"]],
  ["DROP SCHEMA s", ["DeleteDatabase"]],
  ["UPDATE orders SET a = 1", ["UpdateTable"]],
])("%s changes the catalog by %j", (query, actions) => {
  expect(readQuery(query).catalogWrites).toEqual(actions);
});

test("only statements that write data may, and only a clean-up deletes", () => {
  expect(readQuery("SELECT id FROM orders").dataWrites).toEqual([]);
  expect(readQuery("DROP TABLE orders").dataWrites).toEqual([]);
  for (const query of ["INSERT INTO t VALUES (1)", "DELETE FROM t", "UNLOAD (SELECT 1) TO 's3://b/'", "VACUUM t", "*"])
    expect(readQuery(query).dataWrites).toContain("s3:PutObject");
  expect(readQuery("DELETE FROM t").dataWrites).not.toContain("s3:DeleteObject");
  expect(readQuery("VACUUM t").dataWrites).toContain("s3:DeleteObject");
});

test("prepared statements are worked on by their own actions, and may do anything", () => {
  expect(readQuery("PREPARE daily FROM SELECT 1").statements).toEqual(["athena:CreatePreparedStatement"]);
  expect(readQuery("DEALLOCATE PREPARE daily").statements).toEqual(["athena:DeletePreparedStatement"]);
  const execute = readQuery("EXECUTE daily USING 1");
  expect(execute.statements).toEqual(["athena:GetPreparedStatement"]);
  expect(execute.catalogWrites).toContain("DeleteTable");
});

test("a query without tables touches no data", () => {
  expect(readQuery("SELECT 1").readsTables).toBe(false);
  expect(readQuery("SHOW TABLES").readsTables).toBe(true);
});
