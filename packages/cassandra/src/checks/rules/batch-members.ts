import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { isCounterTable } from "../../schema/index.js";
import type { ResolvedBatch, ResolvedModification } from "../resolve/resolved-statement.js";
import { restrictionsOn } from "../resolve/restriction.js";
import { areApart } from "../resolve/written-partition.js";
import type { Rule, RuleContext } from "./rule.js";

/** What may stand together in a batch. */
export const batchMembers: Rule = (statement, context) => {
  if (statement.kind !== "batch") return;
  checkUsing(statement, context);
  checkCounters(statement, context);
  checkConditions(statement, context);
};

function checkUsing({ statement, members }: ResolvedBatch, { add }: RuleContext): void {
  const { timestamp, ttl } = statement.using;
  if (ttl !== undefined) add(report["invalid-using"]({ what: "A batch takes no TTL; its members do." }), ttl.span);
  if (timestamp === undefined) return;
  if (members.some((member) => member.statement.conditions !== undefined)) {
    add(report["invalid-using"]({ what: "A conditional batch takes no TIMESTAMP." }), timestamp.span);
  }
  if (members.some(({ table }) => isCounterTable(table)))
    add(report["invalid-using"]({ what: "Counters take no TIMESTAMP." }), timestamp.span);
  const twice = members.find((member) => member.statement.using.timestamp !== undefined);
  if (twice !== undefined) {
    add(
      report["invalid-using"]({ what: "TIMESTAMP is given to the batch or to its members, not to both." }),
      twice.statement.using.timestamp!.span,
    );
  }
}

function checkCounters({ statement, members }: ResolvedBatch, { add }: RuleContext): void {
  const counters = members.filter(({ table }) => isCounterTable(table));
  const others = members.filter(({ table }) => !isCounterTable(table));
  const refuse = (member: ResolvedModification | undefined, what: string, help?: string): void => {
    if (member !== undefined) add(report["invalid-batch"]({ what, ...(help && { help }) }), member.statement.span);
  };
  if (statement.type === "counter") refuse(others[0], "A counter batch holds counters only.");
  else if (statement.type === "logged")
    refuse(counters[0], "A logged batch cannot hold counters.", "Write BEGIN COUNTER BATCH.");
  else if (others.length > 0) refuse(counters[0], "Counters and other writes cannot be in one batch.");
}

function checkConditions({ members }: ResolvedBatch, { add }: RuleContext): void {
  const conditional = members.filter(({ statement }) => statement.conditions !== undefined);
  if (conditional.length === 0) return;
  const table = conditional[0]!.table;
  const other = members.find((member) => member.table !== table);
  if (other !== undefined) {
    add(report["invalid-batch"]({ what: "A conditional batch is about one table." }), other.statement.span);
  }
  const apart = members.find((member) => member.table === table && areApart(conditional[0]!, member));
  if (apart !== undefined) {
    const what = "A conditional batch is about one partition.";
    add(report["invalid-batch"]({ what }), apart.statement.span, "execute");
  }
  const listed = members.find(({ restrictions }) =>
    restrictionsOn(restrictions, "partition").some(({ operator }) => operator === "in"),
  );
  if (listed !== undefined) {
    const what = "A conditional batch is about one partition, so IN cannot choose it.";
    add(report["invalid-batch"]({ what }), listed.statement.span, "execute");
  }
  checkMixedExistence(conditional, add);
}

/** The same row cannot be asked to be there and not to be there. */
function checkMixedExistence(members: readonly ResolvedModification[], add: RuleContext["add"]): void {
  const byRow = new Map<string, ResolvedModification>();
  for (const member of members) {
    const row = rowKey(member);
    const earlier = byRow.get(row);
    const kinds = [earlier?.statement.conditions?.kind, member.statement.conditions!.kind];
    if (earlier !== undefined && kinds.includes("ifNotExists") && kinds[0] !== kinds[1]) {
      const what = "One row cannot be written IF NOT EXISTS and on another condition.";
      add(report["invalid-batch"]({ what }), member.statement.conditions!.span, "execute");
    }
    byRow.set(row, earlier ?? member);
  }
}

function rowKey({ restrictions }: ResolvedModification): string {
  const parts = restrictions.map(({ columns, relation }) => {
    const value = "value" in relation ? relation.value : undefined;
    const text =
      value?.kind === "literal" ? value.value : value?.kind === "marker" ? `:${value.name ?? value.span.offset}` : "…";
    return `${columns[0]?.name}=${text}`;
  });
  return parts.sort().join(" ");
}
