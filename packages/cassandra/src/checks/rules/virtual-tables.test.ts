import { describe, expect, it } from "vitest";
import { errorsOf, warningsOf } from "../../../test/check.js";

describe("virtualTables", () => {
  it.each([
    ["UPDATE system_views.settings SET value = 'x' WHERE name = 'y'", "1:21"],
    ["DELETE FROM system_views.settings WHERE name = 'y'", "1:26"],
    ["BEGIN UNLOGGED BATCH DELETE FROM system_views.settings WHERE name = 'y'; APPLY BATCH", "1:47"],
  ])("reports %s", (text, at) => {
    expect(errorsOf(text)).toEqual([
      `cassandra/virtual-table: system_views.settings shows the server's state and cannot be written. at ${at}`,
    ]);
  });

  it("accepts reads by any column, without a warning of their cost", () => {
    for (const text of [
      "SELECT address, username FROM system_views.clients WHERE username = :user",
      "SELECT * FROM system_views.clients WHERE port > 3",
      "SELECT value FROM system_views.settings",
    ]) {
      expect(errorsOf(text)).toEqual([]);
      expect(warningsOf(text)).toEqual([]);
    }
  });

  it("holds the server's other tables to the rules of all", () => {
    expect(errorsOf("SELECT type FROM system_schema.columns WHERE keyspace_name = :k AND table_name = :t")).toEqual([]);
    expect(errorsOf("SELECT typ FROM system_schema.columns WHERE keyspace_name = :k")).toEqual([
      'cassandra/unknown-column: Table columns has no column "typ". Did you mean "type"? at 1:8',
    ]);
    expect(errorsOf("SELECT type FROM system_schema.columns WHERE type = 'int'")).toHaveLength(1);
  });
});
