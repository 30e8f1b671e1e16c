import type { Term } from "../../cql/index.js";
import { cassandraDiagnostics as report } from "../../diagnostics.js";
import type { Restriction } from "../resolve/restriction.js";
import type { Rule } from "./rule.js";

/** WHERE compares with values, and null is none. */
export const nullRestrictions: Rule = (statement, { add }) => {
  if (statement.kind === "batch") return;
  for (const restriction of statement.restrictions) {
    const term = comparedTerms(restriction).find(({ kind }) => kind === "null");
    if (term === undefined) continue;
    const what = `"${restriction.columns[0]?.name ?? ""}" is compared with null, which no row has.`;
    add(report["null-not-allowed"]({ what }), term.span, "execute");
  }
};

function comparedTerms({ relation }: Restriction): readonly Term[] {
  if (relation.kind === "notNull") return [];
  if (relation.kind === "in" || relation.kind === "tupleIn") return "kind" in relation.values ? [] : relation.values;
  return relation.kind === "element" ? [relation.key, relation.value] : [relation.value];
}
