import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { isSlice } from "../resolve/restriction.js";
import { modificationRule } from "./rule.js";

/** Deletes that later reads pay for: ranges of rows, and nulls written where leaving out would do. */
export const tombstoneAdvice = modificationRule(({ statement, restrictions, operations }, { add }) => {
  if (statement.kind === "delete") {
    const range = restrictions.find(isSlice);
    if (range !== undefined) add(report.tombstones({ what: "Deleting a range" }), range.relation.span, "advice");
  }
  if (statement.kind !== "insert") return;
  for (const { column, source } of operations) {
    if ("kind" in source && source.kind === "insert" && source.value.kind === "null") {
      add(report.tombstones({ what: `Inserting null into "${column.name}"` }), source.value.span, "advice");
    }
  }
});
