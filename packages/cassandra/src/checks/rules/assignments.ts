import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { isPrimaryKey } from "../../schema/index.js";
import type { ColumnOperation } from "../resolve/resolved-statement.js";
import { modificationRule } from "./rule.js";

/** Columns of the primary key cannot be set or deleted, and no column can be set twice. */
export const assignments = modificationRule(({ operations, statement }, { add }) => {
  if (statement.kind === "insert") return;
  operations.forEach((operation, at) => {
    const { column, name } = operation;
    if (isPrimaryKey(column)) add(report["key-column-assigned"]({ column: column.name }), name.span);
    const earlier = operations.slice(0, at).some((other) => other.column === column && !canJoin(other, operation));
    if (statement.kind === "update" && earlier) add(report["duplicate-assignment"]({ column: column.name }), name.span);
  });
});

/** Several additions, elements or fields of one column do not stand against each other. */
function canJoin(a: ColumnOperation, b: ColumnOperation): boolean {
  const isWhole = ({ source }: ColumnOperation): boolean =>
    "kind" in source && (source.kind === "set" || source.kind === "insert");
  return !isWhole(a) && !isWhole(b);
}
