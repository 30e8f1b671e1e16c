import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { modificationRule } from "./rule.js";

/** A materialized view follows its table and cannot be written. */
export const viewWrites = modificationRule(({ table, statement }, { add }) => {
  if (table.viewOf !== undefined) add(report["view-write"]({ view: table.name }), statement.table.name.span);
});
