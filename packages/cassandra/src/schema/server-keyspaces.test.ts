import { describe, expect, it } from "vitest";
import { serverKeyspace, serverKeyspaceNames } from "./server-keyspaces.js";
import { systemTables } from "./system-tables.js";
import { virtualTables } from "./virtual-tables.js";

describe("serverKeyspace", () => {
  it.each(serverKeyspaceNames)("makes every table of %s", (name) => {
    const written = Object.keys({ ...systemTables, ...virtualTables }[name] ?? {});
    expect([...(serverKeyspace(name)?.tables.keys() ?? [])]).toEqual(written);
  });

  it("knows keys and columns", () => {
    const table = serverKeyspace("system_schema")?.tables.get("columns");
    expect(table?.partitionKey.map(({ name }) => name)).toEqual(["keyspace_name"]);
    expect(table?.clustering.map(({ name }) => name)).toEqual(["table_name", "column_name"]);
    expect(table?.columns.get("position")?.type).toEqual({ kind: "native", name: "int" });
  });

  it("knows no other keyspace", () => {
    expect(serverKeyspace("shop")).toBeUndefined();
  });
});
