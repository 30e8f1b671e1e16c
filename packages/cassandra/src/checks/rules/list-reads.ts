import { cassandraDiagnostics as report } from "../../diagnostics.js";
import type { ColumnOperation } from "../resolve/resolved-statement.js";
import { modificationRule } from "./rule.js";

/** The server reads a list before it writes one of its elements or takes values out of it. */
export const listReads = modificationRule(({ operations }, { add }) => {
  for (const { column, source, name } of operations) {
    if (column.type.kind !== "list") continue;
    const operation = readingOperation(source);
    if (operation === undefined) continue;
    add(report["read-before-write"]({ operation: `${operation} "${column.name}"` }), name.span, "advice");
  }
});

function readingOperation(source: ColumnOperation["source"]): string | undefined {
  if (!("kind" in source)) return source.element === undefined ? undefined : "Deleting an element of";
  if (source.kind === "element") return "Setting an element of";
  return source.kind === "subtract" ? "Removing values from" : undefined;
}
