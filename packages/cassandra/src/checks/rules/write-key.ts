import { cassandraDiagnostics as report } from "../../diagnostics.js";
import type { Column } from "../../schema/index.js";
import { type ResolvedModification, touchesOnlyStatics } from "../resolve/resolved-statement.js";
import { isSlice, missingClustering, type Restriction, restrictionsOn, unrestricted } from "../resolve/restriction.js";
import { clusteringNeedsFiltering } from "../resolve/select-plan.js";
import { modificationRule, type RuleContext } from "./rule.js";

/** A write names its rows: the partition key by = or IN, and as many clustering columns as it touches. */
export const writeKey = modificationRule((modification, context) => {
  if (modification.statement.kind === "insert") return;
  checkPartitionKey(modification, context);
  checkOtherColumns(modification, context);
  checkClustering(modification, context);
});

const names = (columns: readonly Column[]): string => columns.map(({ name }) => name).join(", ");

function checkPartitionKey({ statement, table, restrictions }: ResolvedModification, { add }: RuleContext): void {
  const kind = statement.kind.toUpperCase();
  const token = restrictions.find(({ form }) => form === "token");
  // Beside a whole partition key the server passes over it.
  if (token !== undefined && unrestricted(restrictionsOn(restrictions, "partition"), table.partitionKey).length > 0) {
    add(
      report["unsupported-relation"]({ what: `${kind} finds its partition by the key, not by token().` }),
      token.relation.span,
    );
    return;
  }
  const expression = restrictions.find(({ relation }) => relation.kind === "indexExpression");
  if (expression !== undefined) {
    add(report["unsupported-relation"]({ what: `${kind} cannot use an index.` }), expression.relation.span);
    return;
  }
  const missing = unrestricted(restrictions, table.partitionKey);
  if (missing.length > 0) {
    add(
      report["missing-key-column"]({
        what: `${kind} needs the whole partition key; ${names(missing)} is missing.`,
        help: "Fix each column of it by = or IN.",
      }),
      statement.span,
    );
  }
  for (const { columns, operator, relation } of restrictionsOn(restrictions, "partition")) {
    if (operator === "=" || operator === "in") continue;
    const what = `${kind} takes "${columns[0]!.name}" by = or IN only, since it is in the partition key.`;
    add(report["unsupported-relation"]({ what }), relation.span);
  }
}

function checkOtherColumns({ statement, restrictions }: ResolvedModification, { add }: RuleContext): void {
  for (const { columns, relation } of restrictions) {
    for (const { name, kind } of columns) {
      if (kind === "partition" || kind === "clustering") continue;
      add(report["non-key-restriction"]({ column: name, statement: statement.kind.toUpperCase() }), relation.span);
    }
  }
}

function checkClustering(modification: ResolvedModification, { add }: RuleContext): void {
  const { statement, table, restrictions, operations } = modification;
  const clustering = restrictionsOn(restrictions, "clustering");
  const missing = unrestricted(restrictions, table.clustering);
  if (touchesOnlyStatics(modification)) {
    if (clustering.length > 0) {
      add(
        report["static-write"]({
          what: `Only static columns are written, so ${names(clustering.flatMap(({ columns }) => columns))} must not be restricted.`,
        }),
        clustering[0]!.relation.span,
      );
    }
    return;
  }
  const contains = clustering.find(({ operator }) => operator === "contains" || operator === "contains key");
  if (contains !== undefined) {
    add(
      report["unsupported-relation"]({ what: `${statement.kind.toUpperCase()} cannot use CONTAINS.` }),
      contains.relation.span,
    );
    return;
  }
  if (statement.kind === "update") {
    const slice = clustering.find(isSlice);
    if (slice !== undefined) {
      add(
        report["unsupported-relation"]({ what: "UPDATE writes named rows, not a range of them." }),
        slice.relation.span,
      );
      return;
    }
    const unnamed = missingClustering(table, restrictions);
    if (unnamed.length > 0) {
      add(
        report["missing-key-column"]({ what: `UPDATE needs the whole primary key; ${names(unnamed)} is missing.` }),
        statement.span,
      );
    }
    return;
  }
  if (statement.conditions === undefined) checkRange(clustering, missing, add);
  const partial = operations.find(({ column }) => column.kind === "regular");
  if (partial !== undefined && statement.conditions === undefined && (missing.length > 0 || clustering.some(isSlice))) {
    add(
      report["missing-key-column"]({
        what: `A range of rows is deleted as a whole; to delete "${partial.column.name}" alone, name one row.`,
      }),
      partial.name.span,
      "execute",
    );
  }
}

function checkRange(clustering: readonly Restriction[], missing: readonly Column[], add: RuleContext["add"]): void {
  if (!clusteringNeedsFiltering(clustering)) return;
  const last = clustering.at(-1)!;
  add(
    report["clustering-prefix"]({
      what: `"${last.columns[0]!.name}" cannot be restricted while ${missing[0]?.name ?? "a column before it"} is not.`,
    }),
    last.relation.span,
  );
}
