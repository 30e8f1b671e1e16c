import { isVolatileTerm } from "../checks/functions/is-volatile.js";
import type { ResolvedModification, ResolvedSelect, ResolvedStatement } from "../checks/index.js";
import { isFixed } from "../checks/resolve/restriction.js";
import type { ResultKind } from "../contract/manifest.js";
import type { Term } from "../cql/index.js";
import { isNative, type Schema } from "../schema/index.js";

/** What a statement gives and how often it may be run. */
export interface StatementTraits {
  readonly result: ResultKind;
  readonly idempotent: boolean;
  readonly reads: boolean;
  /** Whether a SELECT gives one row at most. */
  readonly atMostOne: boolean;
  /** False where the server refuses to page. */
  readonly paged: boolean;
}

export function classifyStatement(schema: Schema, statement: ResolvedStatement): StatementTraits {
  if (statement.kind === "select") {
    return {
      result: "rows",
      idempotent: true,
      reads: true,
      atMostOne: givesOneAtMost(statement),
      paged: !ordersListedPartitions(statement),
    };
  }
  const members = statement.kind === "batch" ? statement.members : [statement];
  const conditional = members.some((member) => member.statement.conditions !== undefined);
  return {
    result: conditional ? "applied" : "none",
    idempotent: !conditional && members.every((member) => isIdempotentWrite(schema, member)),
    reads: false,
    atMostOne: false,
    paged: true,
  };
}

function givesOneAtMost({ statement, table, restrictions, selected }: ResolvedSelect): boolean {
  if (statement.limit?.kind === "literal" && Number(statement.limit.value) === 1) return true;
  if (statement.groupBy.length === 0 && selected.some(({ aggregate }) => aggregate)) return true;
  const key = statement.distinct ? table.partitionKey : [...table.partitionKey, ...table.clustering];
  return key.every((column) => isFixed(restrictions, column));
}

/** "Cannot page queries with both ORDER BY and a IN restriction on the partition key". */
function ordersListedPartitions({ statement, restrictions }: ResolvedSelect): boolean {
  return (
    statement.orderBy.length > 0 &&
    restrictions.some(({ operator, columns }) => operator === "in" && columns[0]?.kind === "partition")
  );
}

/** Whether running a write twice leaves what running it once does. */
function isIdempotentWrite(
  schema: Schema,
  { statement, operations, restrictions, table }: ResolvedModification,
): boolean {
  if (statement.kind === "insert" && statement.values.some((value) => isVolatileTerm(schema, table, value)))
    return false;
  const restricted = restrictions.flatMap(({ relation }): readonly Term[] =>
    "value" in relation ? [relation.value] : [],
  );
  if (restricted.some((value) => isVolatileTerm(schema, table, value))) return false;
  return operations.every(({ column, source }) => {
    if (isNative(column.type, "counter")) return false;
    const onList = column.type.kind === "list";
    if (!("kind" in source)) return !(onList && source.element !== undefined);
    if (source.kind === "insert") return true;
    if (isVolatileTerm(schema, table, source.value)) return false;
    if (source.kind === "element" && isVolatileTerm(schema, table, source.key)) return false;
    // Positions in a list shift, and what is appended twice is there twice.
    return !(onList && ["add", "prepend", "element"].includes(source.kind));
  });
}
