import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { isVirtual } from "../../schema/index.js";
import { modificationRule } from "./rule.js";

/** Virtual tables show the server's state and take no writes, which it notices as it runs. */
export const virtualTables = modificationRule(({ table, statement }, { add }) => {
  if (!isVirtual(table)) return;
  add(report["virtual-table"]({ table: `${table.keyspace}.${table.name}` }), statement.table.name.span, "execute");
});
