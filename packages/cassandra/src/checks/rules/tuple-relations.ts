import { cassandraDiagnostics as report } from "../../diagnostics.js";
import type { Column } from "../../schema/index.js";
import type { Restriction } from "../resolve/restriction.js";
import type { Rule } from "./rule.js";

/** `(a, b) > (…)` is for neighbouring clustering columns in their order; `token(…)` for the whole partition key. */
export const tupleRelations: Rule = (statement, { add }) => {
  if (statement.kind === "batch") return;
  for (const restriction of statement.restrictions) {
    const fault =
      restriction.form === "tuple"
        ? tupleFault(restriction)
        : restriction.form === "token"
          ? tokenFault(restriction, statement.table.partitionKey)
          : undefined;
    if (fault !== undefined) add(report["unsupported-relation"]({ what: fault }), restriction.relation.span);
  }
};

function tupleFault({ columns }: Restriction): string | undefined {
  const other = columns.find(({ kind }) => kind !== "clustering");
  if (other !== undefined) return `Tuples compare clustering columns, and "${other.name}" is not one.`;
  if (new Set(columns).size < columns.length) return "A column is twice in the tuple.";
  const inOrder = columns.every(({ position }, at) => position === columns[0]!.position + at);
  return inOrder ? undefined : "The columns of a tuple must follow each other as in the primary key.";
}

function tokenFault({ columns, operator }: Restriction, partitionKey: readonly Column[]): string | undefined {
  const same = columns.length === partitionKey.length && columns.every((column, at) => column === partitionKey[at]);
  if (!same)
    return `token() takes the whole partition key in its order: token(${partitionKey.map(({ name }) => name).join(", ")}).`;
  return operator === "in" || operator === "!="
    ? `token() cannot be compared by ${operator.toUpperCase()}.`
    : undefined;
}
