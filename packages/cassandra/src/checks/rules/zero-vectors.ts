import type { Term } from "../../cql/index.js";
import { cassandraDiagnostics as report } from "../../diagnostics.js";
import type { Table } from "../../schema/index.js";
import type { Rule } from "./rule.js";
import { writtenValues } from "./written-values.js";

/** An index compares vectors by their angle unless it says otherwise, and zeros have none: the server fails as it runs. */
export const zeroVectors: Rule = (statement, { add }) => {
  if (statement.kind === "batch") return;
  for (const [name, value] of givenVectors(statement)) {
    if (!isZero(value) || !isIndexedByCosine(statement.table, name)) continue;
    const what = `"${name}" is indexed by cosine, and a vector of zeros has no direction.`;
    const help = "Leave it out, or create the index with { 'similarity_function': 'euclidean' }.";
    add(report["invalid-literal"]({ what, help }), value.span, "execute");
  }
};

function givenVectors(
  statement: Exclude<Parameters<Rule>[0], { kind: "batch" }>,
): readonly (readonly [string, Term])[] {
  if (statement.kind === "select") {
    return statement.statement.orderBy.flatMap(({ annOf, column }) => (annOf ? [[column.name, annOf] as const] : []));
  }
  return writtenValues(statement).map(({ column, value }) => [column.name, value]);
}

function isZero(term: Term): boolean {
  if (term.kind === "typeHint") return isZero(term.operand);
  if (term.kind !== "list") return false;
  return term.elements.every((element) => element.kind === "literal" && Math.fround(Number(element.value)) === 0);
}

function isIndexedByCosine({ indexes, columns }: Table, name: string): boolean {
  if (columns.get(name)?.type.kind !== "vector") return false;
  return [...indexes.values()].some(
    ({ column, options }) => column === name && (options.similarity_function?.toLowerCase() ?? "cosine") === "cosine",
  );
}
