import { describe, expect, it } from "vitest";
import { errorsOf, schemaErrorsOf } from "../../../test/check.js";

const rows = "CREATE TABLE old (k int, c int, d int, v int, PRIMARY KEY (k, c, d)) WITH COMPACT STORAGE";
const single = "CREATE TABLE old (k int PRIMARY KEY, v int) WITH COMPACT STORAGE";

describe("compactInserts", () => {
  it.each([
    ["INSERT INTO old (k, c, d) VALUES (1, 2, 3)", rows],
    ["INSERT INTO old (k, c) VALUES (1, 2)", rows],
    ["INSERT INTO old (k) VALUES (1)", single],
  ])("reports %s, which gives no value", (text, table) => {
    expect(errorsOf(text, table)).toEqual([
      'cassandra/insert-values: old has COMPACT STORAGE, so INSERT must give "v". at 1:1',
    ]);
  });

  it("accepts rows that are named by the first clustering columns, which such tables have", () => {
    for (const text of [
      "INSERT INTO old (k, c, v) VALUES (1, 2, 3)",
      "UPDATE old SET v = 1 WHERE k = 1 AND c = 2",
      "UPDATE old SET v = 1 WHERE k = 1 AND c IN (1, 2)",
    ])
      expect(errorsOf(text, rows)).toEqual([]);
    expect(errorsOf("UPDATE old SET v = 1 WHERE k = 1 AND d = 2", rows)).toHaveLength(1);
    expect(errorsOf("UPDATE old SET v = 1 WHERE k = 1", rows)).toHaveLength(1);
    expect(errorsOf("INSERT INTO old (k, v) VALUES (1, null)", single)).toEqual([]);
    expect(
      errorsOf(
        "INSERT INTO old (k, c) VALUES (1, 2)",
        "CREATE TABLE old (k int, c int, PRIMARY KEY (k, c)) WITH COMPACT STORAGE",
      ),
    ).toEqual([]);
  });

  it("stands with what a schema file cannot do to such a table", () => {
    expect(schemaErrorsOf(rows, "ALTER TABLE old ADD w int")).toEqual([
      "cassandra/invalid-change: A table with COMPACT STORAGE takes no further columns.",
    ]);
    expect(schemaErrorsOf(rows, "CREATE INDEX ON old (v)")).toHaveLength(1);
    expect(schemaErrorsOf(rows, "CREATE INDEX ON old (c)")).toHaveLength(1);
    expect(schemaErrorsOf(single, "CREATE INDEX ON old (v)")).toEqual([]);
    expect(schemaErrorsOf(rows, "ALTER TABLE old DROP COMPACT STORAGE", "ALTER TABLE old ADD w int")).toEqual([]);
  });
});
