import { describe, expect, it } from "vitest";
import { warningsOf } from "../../../test/check.js";

describe("counterDeletes", () => {
  it("warns of counters that are deleted, as a whole or one by one", () => {
    const warning =
      "cassandra/counter-deleted: A counter of counters that is deleted gives undefined values when it is counted again. at 1:1";
    expect(warningsOf("DELETE FROM counters WHERE id = :id")).toEqual([warning]);
    expect(warningsOf("DELETE n FROM counters WHERE id = :id")).toEqual([warning]);
  });

  it("does not of what else is deleted or counted", () => {
    expect(warningsOf("DELETE FROM orders WHERE id = :id")).toEqual([]);
    expect(warningsOf("UPDATE counters SET n = n - 1 WHERE id = :id")).toEqual([]);
  });
});
