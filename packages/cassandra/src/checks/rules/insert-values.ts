import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { isCounterTable } from "../../schema/index.js";
import { touchesOnlyStatics } from "../resolve/resolved-statement.js";
import { missingClustering, unrestricted } from "../resolve/restriction.js";
import { modificationRule } from "./rule.js";

/** INSERT names each column once, has a value for each, and holds the whole primary key. */
export const insertValues = modificationRule((modification, { add }) => {
  const { statement, table, restrictions } = modification;
  if (statement.kind !== "insert") return;
  if (isCounterTable(table)) {
    add(
      report["invalid-counter-operation"]({
        what: `${table.name} holds counters, which INSERT cannot write.`,
        help: "UPDATE it: SET n = n + 1 also makes the row.",
      }),
      statement.span,
    );
    return;
  }
  if (statement.json !== undefined) return;
  if (statement.columns.length !== statement.values.length) {
    add(
      report["insert-values"]({
        what: `INSERT names ${statement.columns.length} columns and gives ${statement.values.length} values.`,
      }),
      statement.span,
    );
    return;
  }
  const seen = new Set<string>();
  for (const { name, span } of statement.columns) {
    if (seen.has(name)) add(report["insert-values"]({ what: `INSERT names "${name}" twice.` }), span);
    seen.add(name);
  }
  const missing = [
    ...unrestricted(restrictions, table.partitionKey),
    // Static columns belong to the partition, so no row needs to be named for them.
    ...(touchesOnlyStatics(modification) && restrictions.every(({ columns }) => columns[0]?.kind === "partition")
      ? []
      : missingClustering(table, restrictions)),
  ];
  if (missing.length === 0) return;
  add(
    report["missing-key-column"]({
      what: `INSERT needs the whole primary key; ${missing.map(({ name }) => name).join(", ")} is missing.`,
    }),
    statement.span,
  );
});
