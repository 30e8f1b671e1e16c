import { describe, expect, it } from "vitest";
import { warningsOf } from "../../../test/check.js";

const batch = (type: string, ids: readonly string[]): string =>
  `BEGIN ${type} BATCH ${ids.map((id) => `INSERT INTO orders (id) VALUES (${id});`).join(" ")} APPLY BATCH`;

describe("batchPartitions", () => {
  it("warns of several partitions without the batch log, and of many in it", () => {
    expect(warningsOf(batch("UNLOGGED", [":a", ":b"]))).toEqual([
      "cassandra/logged-batch: This batch writes 2 partitions, which are not written together without the batch log. at 1:1",
    ]);
    expect(warningsOf(batch("", [":a", ":b", ":c", ":d", ":e", ":f"]))).toEqual([
      "cassandra/logged-batch: This batch logs 6 partitions before it writes them. at 1:1",
    ]);
  });

  it("does not of one partition, and of few in the batch log", () => {
    expect(warningsOf(batch("", [":a", ":b"]))).toEqual([]);
    expect(warningsOf(batch("UNLOGGED", [":a", ":a"]))).toEqual([]);
  });
});
