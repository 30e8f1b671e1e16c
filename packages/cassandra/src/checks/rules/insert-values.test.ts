import { describe, expect, it } from "vitest";
import { errorsOf } from "../../../test/check.js";

describe("insertValues", () => {
  it("reports an INSERT that is no row", () => {
    expect(errorsOf("INSERT INTO orders (id, status) VALUES (:id)")).toMatchInlineSnapshot(`
      [
        "cassandra/insert-values: INSERT names 2 columns and gives 1 values. at 1:1",
      ]
    `);
    expect(errorsOf("INSERT INTO orders (id, id) VALUES (:a, :b)")).toMatchInlineSnapshot(`
      [
        "cassandra/insert-values: INSERT names "id" twice. at 1:25",
      ]
    `);
    expect(errorsOf("INSERT INTO order_lines (order_id, quantity) VALUES (:id, 1)")).toMatchInlineSnapshot(`
      [
        "cassandra/missing-key-column: INSERT needs the whole primary key; sku, part is missing. at 1:1",
      ]
    `);
    expect(errorsOf("INSERT INTO counters (id, n) VALUES ('a', 1)")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-counter-operation: counters holds counters, which INSERT cannot write. at 1:1",
      ]
    `);
  });

  it("accepts what the server accepts", () => {
    expect(errorsOf("INSERT INTO order_lines (order_id, currency) VALUES (:id, 'EUR')")).toEqual([]);
    expect(errorsOf("INSERT INTO orders (id, status) VALUES (:id, 'a') USING TTL 60")).toEqual([]);
  });
});
