import { describe, expect, it } from "vitest";
import { errorsOf } from "../../../test/check.js";

describe("limits", () => {
  it("reports limits that limit nothing", () => {
    expect(errorsOf("SELECT id FROM orders LIMIT 0")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-limit: A limit is 1 or more, not 0. at 1:29",
      ]
    `);
    expect(errorsOf("SELECT count(*) FROM orders PER PARTITION LIMIT 1")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-limit: An aggregate over all rows takes no PER PARTITION LIMIT. at 1:49",
      ]
    `);
  });

  it("accepts what the server accepts", () => {
    expect(errorsOf("SELECT id FROM orders LIMIT :n")).toEqual([]);
  });
});
