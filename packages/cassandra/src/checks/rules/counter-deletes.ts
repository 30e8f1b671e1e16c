import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { isCounterTable } from "../../schema/index.js";
import { modificationRule } from "./rule.js";

/** A counter that was deleted does not begin anew at zero: what it gives when it is counted again is not defined. */
export const counterDeletes = modificationRule(({ statement, table }, { add }) => {
  if (statement.kind !== "delete" || !isCounterTable(table)) return;
  add(report["counter-deleted"]({ table: table.name }), statement.span, "advice");
});
