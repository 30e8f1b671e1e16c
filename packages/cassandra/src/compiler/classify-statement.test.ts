import { describe, expect, it } from "vitest";
import { schema } from "../../test/check.js";
import { analyzeStatement, findingText } from "../checks/index.js";
import { classifyStatement } from "./classify-statement.js";

function classify(text: string) {
  const { resolved, findings } = analyzeStatement(schema, text, "shop");
  if (resolved === undefined) throw new Error(findings.map(findingText).join("\n"));
  return classifyStatement(schema, resolved);
}

describe("classifyStatement", () => {
  it.each([
    "SELECT total FROM orders WHERE id = uuid()",
    "UPDATE orders SET status = 'a', tags = tags + {'b'}, attributes['k'] = 'v' WHERE id = :id",
    "UPDATE orders SET notes = notes - ['a'] WHERE id = :id",
    "DELETE attributes['k'] FROM orders WHERE id = :id",
    "BEGIN BATCH INSERT INTO orders (id) VALUES (:a); DELETE FROM orders WHERE id = :b; APPLY BATCH",
  ])("lets %s be repeated", (text) => {
    expect(classify(text).idempotent).toBe(true);
  });

  it.each([
    "UPDATE orders SET status = 'a' WHERE id = :id IF status = 'b'",
    "INSERT INTO orders (id) VALUES (:id) IF NOT EXISTS",
    "UPDATE counters SET n = n + 1 WHERE id = :id",
    "UPDATE orders SET notes = notes + ['a'] WHERE id = :id",
    "UPDATE orders SET notes = ['a'] + notes WHERE id = :id",
    "UPDATE orders SET notes[0] = 'a' WHERE id = :id",
    "DELETE notes[0] FROM orders WHERE id = :id",
    "INSERT INTO orders (id) VALUES (uuid())",
    "INSERT INTO orders (id, placed_at) VALUES (:id, to_timestamp(now()))",
    "INSERT INTO order_lines (order_id, sku, part) VALUES (:id, 'a', twice(1))",
    "BEGIN BATCH INSERT INTO orders (id) VALUES (:a); UPDATE orders SET notes = notes + ['a'] WHERE id = :a; APPLY BATCH",
  ])("does not let %s be repeated", (text) => {
    expect(classify(text).idempotent).toBe(false);
  });

  it.each([
    ["SELECT total FROM orders WHERE id = :id", true],
    ["SELECT sku FROM order_lines WHERE order_id = :id AND sku = 'a' AND part = 1", true],
    ["SELECT sku FROM order_lines WHERE order_id = :id LIMIT 1", true],
    ["SELECT count(*) FROM order_lines WHERE order_id = :id", true],
    ["SELECT DISTINCT order_id, currency FROM order_lines WHERE order_id = :id", true],
    ["SELECT sku FROM order_lines WHERE order_id = :id", false],
    ["SELECT total FROM orders WHERE id IN (:a, :b)", false],
    ["SELECT count(*) FROM order_lines GROUP BY order_id", false],
  ])("knows of %s whether it gives one row: %s", (text, expected) => {
    expect(classify(text).atMostOne).toBe(expected);
  });
});
