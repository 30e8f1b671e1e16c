import type { Term } from "../../cql/index.js";
import { printTerm } from "../../cql/index.js";
import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { type Column, isPrimaryKey, type Table } from "../../schema/index.js";
import type { ResolvedSelect } from "../resolve/resolved-statement.js";
import { isFixed } from "../resolve/restriction.js";
import { selectRule } from "./rule.js";

/** GROUP BY takes the primary key from its first column on; columns fixed by = may be left out. */
export const groupBy = selectRule((select, { add }) => {
  const { groupBy: terms } = select.statement;
  if (terms.length === 0) return;
  const fault = groupFault(select);
  if (fault === undefined) {
    const last = terms.at(-1)!;
    if (last.kind === "call" && !isMonotonic(last)) {
      const what = `${printTerm(last)} does not keep the order of the rows, so that groups would be torn apart.`;
      add(report["invalid-group-by"]({ what }), last.span, "execute");
    }
    return;
  }
  if ("unknown" in fault) {
    const { table } = select;
    add(
      report["unknown-column"]({ name: fault.unknown, table: table.name, known: table.columns.keys() }),
      fault.term.span,
    );
    return;
  }
  add(report["invalid-group-by"]({ what: fault.what }), fault.term.span);
});

/** Only functions of time keep the order of what they are given. */
function isMonotonic({ keyspace, name }: Term & { readonly kind: "call" }): boolean {
  if (keyspace !== undefined && keyspace !== "system") return false;
  return /^(?:floor|to_?date|to_?timestamp|to_?unix_?timestamp)$/.test(name.name);
}

type Fault = { readonly what: string; readonly term: Term } | { readonly unknown: string; readonly term: Term };

function groupFault({ statement, table, restrictions }: ResolvedSelect): Fault | undefined {
  const key = [...table.partitionKey, ...table.clustering];
  let at = 0;
  let function_: Term | undefined;
  for (const term of statement.groupBy) {
    if (function_ !== undefined) return { what: "Only the last element of GROUP BY can be a function.", term };
    const column = groupedColumn(table, term);
    if (column === undefined || "what" in column || "unknown" in column) return column;
    if (term.kind !== "column") function_ = term;
    for (;;) {
      const next = key[at++];
      if (next === undefined) return { what: "GROUP BY follows the order of the primary key.", term };
      if (next === column) break;
      if (!isFixed(restrictions, next)) {
        return {
          what: `GROUP BY follows the order of the primary key; "${next.name}" comes before "${column.name}".`,
          term,
        };
      }
    }
  }
  const last = statement.groupBy.at(-1)!;
  if (key[at]?.kind === "partition") {
    return { what: `GROUP BY takes the whole partition key; "${key[at]!.name}" is missing.`, term: last };
  }
  if (statement.distinct && at > table.partitionKey.length) {
    return { what: "With DISTINCT rows are grouped by the partition key only.", term: last };
  }
  return undefined;
}

function groupedColumn(table: Table, term: Term): Column | Fault | undefined {
  const inside = term.kind === "call" ? term.arguments.flatMap(columnsIn) : columnsIn(term);
  if (term.kind !== "column" && term.kind !== "call") return { what: `${printTerm(term)} cannot be grouped by.`, term };
  if (inside.length !== 1) return { what: "A function in GROUP BY takes one clustering column.", term };
  const column = table.columns.get(inside[0]!);
  if (column === undefined) return { unknown: inside[0]!, term };
  if (!isPrimaryKey(column))
    return { what: `Rows are grouped by columns of the primary key, and "${column.name}" is not one.`, term };
  if (term.kind === "call" && column.kind !== "clustering") {
    return { what: `A function in GROUP BY takes a clustering column, and "${column.name}" is not one.`, term };
  }
  return column;
}

function columnsIn(term: Term): readonly string[] {
  if (term.kind === "column") return [term.name];
  return term.kind === "call" ? term.arguments.flatMap(columnsIn) : [];
}
