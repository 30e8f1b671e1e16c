import { describe, expect, it } from "vitest";
import { errorsOf } from "../../../test/check.js";

describe("assignments", () => {
  it("reports a key that is written and a column that is set twice", () => {
    expect(errorsOf("UPDATE orders SET id = :a WHERE id = :b")).toMatchInlineSnapshot(`
      [
        "cassandra/key-column-assigned: "id" is part of the primary key, which cannot change. at 1:19",
      ]
    `);
    expect(errorsOf("UPDATE orders SET status = 'a', status = 'b' WHERE id = :id")).toMatchInlineSnapshot(`
      [
        "cassandra/duplicate-assignment: "status" is set twice. at 1:33",
      ]
    `);
    expect(errorsOf("DELETE id FROM orders WHERE id = :id")).toMatchInlineSnapshot(`
      [
        "cassandra/key-column-assigned: "id" is part of the primary key, which cannot change. at 1:8",
      ]
    `);
  });

  it("accepts what the server accepts", () => {
    expect(errorsOf("UPDATE orders SET attributes['a'] = '1', attributes['b'] = '2' WHERE id = :id")).toEqual([]);
  });
});
