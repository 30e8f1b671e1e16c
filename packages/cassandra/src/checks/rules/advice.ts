import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { isVirtual } from "../../schema/index.js";
import type { ResolvedBatch, ResolvedModification, ResolvedSelect } from "../resolve/resolved-statement.js";
import { restrictionsOn } from "../resolve/restriction.js";
import { planSelect } from "../resolve/select-plan.js";
import { writtenPartition } from "../resolve/written-partition.js";
import type { Rule, RuleContext } from "./rule.js";

/** Partitions that one coordinator should fetch for one request. */
const mostListedPartitions = 10;
/** Partitions in a logged batch above which the batch log costs more than it gives. */
const mostLoggedPartitions = 5;

/** What Cassandra accepts and pays for. */
export const advice: Rule = (statement, context) => {
  if (statement.kind === "select") adviseSelect(statement, context);
  else if (statement.kind === "batch") adviseBatch(statement, context);
  else adviseWrite(statement, context);
};

function adviseSelect(select: ResolvedSelect, { add }: RuleContext): void {
  const plan = planSelect(select);
  if (isVirtual(select.table)) return;
  if (plan.isKeyRange && !plan.usesIndex && !select.restrictions.some(({ form }) => form === "token")) {
    add(report["full-scan"]({ table: select.table.name }), select.statement.span, "advice");
  }
  for (const { operator, valueCount, columns, relation } of restrictionsOn(select.restrictions, "partition")) {
    if (operator !== "in") continue;
    const name = columns[0]!.name;
    if (valueCount === undefined || valueCount > mostListedPartitions) {
      const what =
        valueCount === undefined
          ? `IN with a marker on "${name}" makes one coordinator fetch as many partitions as the list has.`
          : `IN on "${name}" makes one coordinator fetch ${valueCount} partitions.`;
      add(
        report["unbounded-in"]({ what, help: "Read each partition by itself, in a map with bounded concurrency." }),
        relation.span,
        "advice",
      );
    }
  }
}

function adviseWrite({ operations }: ResolvedModification, { add }: RuleContext): void {
  for (const { column, source, name } of operations) {
    if (column.type.kind !== "list") continue;
    const operation = readingOperation(source);
    if (operation !== undefined)
      add(report["read-before-write"]({ operation: `${operation} "${column.name}"` }), name.span, "advice");
  }
}

function readingOperation(source: ResolvedModification["operations"][number]["source"]): string | undefined {
  if (!("kind" in source)) return source.element === undefined ? undefined : "Deleting an element of";
  if (source.kind === "element") return "Setting an element of";
  return source.kind === "subtract" ? "Removing values from" : undefined;
}

function adviseBatch({ statement, members }: ResolvedBatch, { add }: RuleContext): void {
  const partitions = new Set(members.map(writtenPartition));
  if (partitions.size <= 1) return;
  if (statement.type === "unlogged") {
    const what = `This batch writes ${partitions.size} partitions, which are not written together without the batch log.`;
    add(
      report["logged-batch"]({ what, help: "Write them one by one, or as a logged batch." }),
      statement.span,
      "advice",
    );
  } else if (statement.type === "logged" && partitions.size > mostLoggedPartitions) {
    const what = `This batch logs ${partitions.size} partitions before it writes them.`;
    add(
      report["logged-batch"]({ what, help: "Keep in a batch only what must be written together." }),
      statement.span,
      "advice",
    );
  }
}
