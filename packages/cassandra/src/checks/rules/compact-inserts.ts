import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { isDense } from "../../schema/index.js";
import { modificationRule } from "./rule.js";

/** A row with COMPACT STORAGE is its value: without one there is nothing to keep. */
export const compactInserts = modificationRule(({ statement, table }, { add }) => {
  if (statement.kind !== "insert" || !table.compactStorage || statement.json !== undefined) return;
  const values = [...table.columns.values()].filter(({ kind }) => kind === "regular");
  const isGiven = statement.columns.some(({ name }) => values.some((column) => column.name === name));
  if (isGiven || values.length === 0) return;
  const names = values.map(({ name }) => `"${name}"`).join(" or ");
  const what = `${table.name} has COMPACT STORAGE, so INSERT must give ${names}.`;
  add(report["insert-values"]({ what }), statement.span, isDense(table) ? "execute" : "prepare");
});
