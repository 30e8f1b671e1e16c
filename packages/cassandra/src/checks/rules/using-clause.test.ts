import { describe, expect, it } from "vitest";
import { errorsOf } from "../../../test/check.js";

describe("usingClause", () => {
  it("reports a time to live that is none", () => {
    expect(errorsOf("INSERT INTO orders (id) VALUES (:id) USING TTL 999999999")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-using: A TTL is 0 to 630720000 seconds (20 years), not 999999999. at 1:48",
      ]
    `);
  });

  it("accepts what the server accepts", () => {
    expect(errorsOf("INSERT INTO orders (id) VALUES (:id) USING TTL :ttl")).toEqual([]);
  });
});
