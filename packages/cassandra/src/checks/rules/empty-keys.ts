import type { Term } from "../../cql/index.js";
import { cassandraDiagnostics as report } from "../../diagnostics.js";
import type { Rule } from "./rule.js";

/** A partition key of one column has at least one byte, which the server notices as it runs. */
export const emptyKeys: Rule = (statement, { add }) => {
  if (statement.kind === "batch" || statement.table.partitionKey.length > 1) return;
  for (const { relation, columns, form } of statement.restrictions) {
    if (form !== "single" || columns[0]?.kind !== "partition") continue;
    const values = relation.kind === "in" ? relation.values : relation.kind === "column" ? [relation.value] : [];
    if ("kind" in values) continue;
    const empty = values.find(isEmpty);
    if (empty === undefined) continue;
    const what = `"${columns[0].name}" is the partition key, which cannot be empty.`;
    add(report["invalid-literal"]({ what }), empty.span, "execute");
  }
};

const isEmpty = (term: Term): boolean =>
  term.kind === "literal" &&
  ((term.type === "string" && term.value === "") || (term.type === "hex" && term.value === "0x"));
