import { describe, expect, it } from "vitest";
import { errorsOf } from "../../../test/check.js";

describe("counterOperations", () => {
  it("reports what counters cannot do", () => {
    expect(errorsOf("UPDATE counters SET n = 1 WHERE id = 'a'")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-counter-operation: "n" is a counter and cannot be set. at 1:21",
      ]
    `);
    expect(errorsOf("UPDATE counters USING TTL 5 SET n = n + 1 WHERE id = 'a'")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-using: Counters take no TTL. at 1:27",
      ]
    `);
    expect(errorsOf("UPDATE counters SET n = n + 1 WHERE id = 'a' IF EXISTS")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-condition: Counters cannot be written on a condition. at 1:46",
      ]
    `);
  });

  it("accepts what the server accepts", () => {
    expect(errorsOf("UPDATE counters SET n += :more WHERE id = 'a'")).toEqual([]);
  });
});
