import { describe, expect, it } from "vitest";
import { errorsOf } from "../../../test/check.js";

describe("nullRestrictions", () => {
  it("reports a comparison with null", () => {
    expect(errorsOf("SELECT id FROM orders WHERE id = null")).toMatchInlineSnapshot(`
      [
        "cassandra/null-not-allowed: "id" is compared with null, which no row has. at 1:34",
      ]
    `);
    expect(errorsOf("SELECT id FROM orders WHERE attributes[null] = 'a' ALLOW FILTERING")).toMatchInlineSnapshot(`
      [
        "cassandra/null-not-allowed: "attributes" is compared with null, which no row has. at 1:40",
      ]
    `);
  });

  it("accepts what the server accepts", () => {
    expect(errorsOf("SELECT id FROM orders WHERE id = :id")).toEqual([]);
  });
});
