import { cassandraDiagnostics as report } from "../../diagnostics.js";
import type { Column } from "../../schema/index.js";
import { isContains, isEqual, isSlice, type Restriction } from "../resolve/restriction.js";
import type { Rule } from "./rule.js";

/** A column is fixed once, or bounded once on each side, or asked CONTAINS any number of times. */
export const conflictingRestrictions: Rule = (statement, { add }) => {
  if (statement.kind === "batch" || (statement.kind === "modification" && statement.statement.kind === "insert"))
    return;
  const seen: Restriction[] = [];
  for (const restriction of statement.restrictions) {
    const other = seen.find((each) => sameForm(each, restriction) && sharedColumn(each, restriction) !== undefined);
    const fault = other && conflict(other, restriction, sharedColumn(other, restriction)!);
    if (fault !== undefined) add(report["conflicting-restrictions"]({ what: fault }), restriction.relation.span);
    seen.push(restriction);
  }
};

const sameForm = (a: Restriction, b: Restriction): boolean => (a.form === "token") === (b.form === "token");

const sharedColumn = (a: Restriction, b: Restriction): Column | undefined =>
  a.columns.find((column) => b.columns.includes(column));

function conflict(first: Restriction, second: Restriction, { name }: Column): string | undefined {
  for (const each of [first, second]) {
    if (isEqual(each) || each.operator === "in") {
      if (isContains(first) || isContains(second)) continue;
      const text = each.operator.toUpperCase();
      if (isSlice(first) || isSlice(second)) return `"${name}" is fixed by ${text} and bounded as well.`;
      return `"${name}" is fixed by ${text} and restricted once more.`;
    }
  }
  if (isSlice(first) && isSlice(second)) {
    if (first.columns[0] !== second.columns[0]) {
      return `Two bounds on "${name}" begin with different columns.`;
    }
    const side = (each: Restriction): string => (each.operator.startsWith(">") ? "lower" : "upper");
    return side(first) === side(second) ? `"${name}" has two ${side(first)} bounds.` : undefined;
  }
  if (isContains(first) !== isContains(second)) return `"${name}" is restricted by CONTAINS and otherwise as well.`;
  return undefined;
}
