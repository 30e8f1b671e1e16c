import { defineDiagnostics, didYouMean } from "@treadle/diagnostics";

/** A place in a query's text: `line:column` from 1, and the statement's name. */
interface InQuery {
  readonly at: string;
}

/** One side of a comparison; a constant says its type itself. */
interface Compared {
  readonly expression: string;
  readonly type: string | undefined;
}

const at = (d: InQuery): string => ` (at ${d.at} of the query)`;

export const cosmosDiagnostics = defineDiagnostics("cosmos", {
  "syntax-error": {
    severity: "error",
    message: (d: InQuery & { fault: string }) => `The query cannot be read: ${d.fault}${at(d)}.`,
  },
  "unknown-property": {
    severity: "error",
    message: (d: InQuery & { object: string; property: string; known: readonly string[] }) =>
      `${d.object} has no property "${d.property}"${at(d)}.${didYouMean(d.property, d.known)}`,
    help: (d) =>
      d.known.length > 0 ? `Its properties are ${d.known.join(", ")}.` : "It is no object, so this is never there.",
  },
  "unknown-name": {
    severity: "error",
    message: (d: InQuery & { name: string; known: readonly string[] }) =>
      `Nothing in FROM is called "${d.name}"${at(d)}.${didYouMean(d.name, d.known)}`,
  },
  "unknown-function": {
    severity: "error",
    message: (d: InQuery & { name: string; known: readonly string[] }) =>
      `There is no system function "${d.name}"${at(d)}.${didYouMean(d.name, d.known)}`,
    help: () => "User-defined functions are called as udf.name(…).",
  },
  "undeclared-function": {
    severity: "error",
    message: (d: InQuery & { name: string; known: readonly string[] }) =>
      `The container declares no user-defined function "${d.name}"${at(d)}.${didYouMean(d.name, d.known)}`,
    help: (d) => `Declare it with what it gives: functions: { ${d.name}: "number" }.`,
  },
  "inexact-number": {
    severity: "warning",
    message: (d: InQuery & { written: string; read: string }) =>
      `${d.written} is read as ${d.read}: numbers are IEEE doubles${at(d)}.`,
    help: () => "Keep integers beyond 9,007,199,254,740,991 as texts.",
  },
  "argument-count": {
    severity: "error",
    message: (d: InQuery & { name: string; given: number; expected: string }) =>
      `${d.name} takes ${d.expected}, but is given ${d.given}${at(d)}.`,
  },
  "argument-type": {
    severity: "error",
    message: (d: InQuery & { name: string; expression: string; type: string; expected: string }) =>
      `${d.name} takes ${d.expected} here, but ${d.expression} is ${d.type}, so the result is never there${at(d)}.`,
  },
  "never-equal": {
    severity: "error",
    message: (d: InQuery & { left: Compared; right: Compared }) => {
      const [typed, other] = d.left.type === undefined ? [d.right, d.left] : [d.left, d.right];
      const what = `${typed.expression} is ${typed.type}`;
      return other.type === undefined
        ? `${what}, so it never matches ${other.expression}${at(d)}.`
        : `${what} and ${other.expression} is ${other.type}: they never match${at(d)}.`;
    },
    help: (d) =>
      [d.left, d.right].some(({ expression }) => expression.toLowerCase() === "null")
        ? "An absent property is not null: test it with IS_DEFINED."
        : undefined,
  },
  "not-an-array": {
    severity: "error",
    message: (d: InQuery & { expression: string; type: string }) =>
      `${d.expression} is ${d.type}, and only arrays can be iterated over${at(d)}.`,
  },
  "parameter-conflict": {
    severity: "error",
    message: (d: InQuery & { name: string; type: string; otherType: string; otherAt: string }) =>
      `${d.name} is used as ${d.type}${at(d)} and as ${d.otherType} (at ${d.otherAt}): no value is both.`,
  },
  "parameter-untyped": {
    severity: "error",
    message: (d: InQuery & { name: string }) => `Nothing says what type ${d.name} has${at(d)}.`,
    help: () => "Compare it with a property of the item, or pass it to a function that takes one type.",
  },
  "partition-key-missing": {
    severity: "error",
    message: (d: { paths: string }) =>
      `The query does not say which partition it reads: no condition fixes ${d.paths}.`,
    help: (d) => `Add a comparison with = for ${d.paths}, or give { crossPartition: true }.`,
  },
  "aggregate-composition": {
    severity: "error",
    message: (d: InQuery) => `Across partitions an aggregate cannot be part of a larger expression${at(d)}.`,
    help: () => "Select the aggregates alone and compute in the workflow, or fix the partition key.",
  },
  "point-read": {
    severity: "warning",
    message: (d: { id: string }) => `This query finds one item by its id (${d.id}) and partition key.`,
    help: () => "The source's read task does the same for a third of the request units or less.",
  },
  "order-by-path": {
    severity: "error",
    message: (d: InQuery & { expression: string }) =>
      `ORDER BY takes properties of the item, which ${d.expression} is not${at(d)}.`,
    help: () => "Order in the workflow, or declare a computed property.",
  },
  "composite-index-missing": {
    severity: "error",
    message: (d: InQuery & { index: string }) =>
      `ORDER BY over these properties needs a composite index: ${d.index}${at(d)}.`,
    help: (d) => `Add ${d.index} to indexingPolicy.compositeIndexes of the container.`,
  },
  "order-by-not-indexed": {
    severity: "error",
    message: (d: InQuery & { path: string }) =>
      `ORDER BY needs an index, and the indexing policy leaves ${d.path} out${at(d)}.`,
  },
  "clause-in-subquery": {
    severity: "error",
    message: (d: InQuery & { clause: string }) => `${d.clause} is not supported in subqueries${at(d)}.`,
  },
  "select-star": {
    severity: "error",
    message: (d: InQuery & { problem: string }) => `SELECT * ${d.problem}${at(d)}.`,
    help: () => "Name what the result should hold.",
  },
  "not-grouped": {
    severity: "error",
    message: (d: InQuery & { expression: string }) =>
      `${d.expression} is neither inside an aggregate nor in GROUP BY${at(d)}.`,
  },
  "aggregate-misplaced": {
    severity: "error",
    message: (d: InQuery & { name: string; clause: string }) =>
      `${d.name} is an aggregate and cannot stand in ${d.clause}${at(d)}.`,
  },
  "rank-clause": {
    severity: "error",
    message: (d: InQuery & { problem: string }) => `${d.problem}${at(d)}.`,
  },
  "computed-index": {
    severity: "error",
    message: (d: InQuery & { expression: string }) =>
      `An index must be a constant or a parameter, and ${d.expression} is neither${at(d)}.`,
  },
  "vector-option": {
    severity: "error",
    message: (d: InQuery & { option: string; value: string; allowed: string }) =>
      `VectorDistance option ${d.option} is ${d.value}, but must be ${d.allowed}${at(d)}.`,
  },
  "text-not-literal": {
    severity: "error",
    message: (d: { name: string }) => `The text of query "${d.name}" is no literal.`,
    help: () => "Write the text at the call and pass values as @parameters, so that nothing can be injected.",
  },
  "statement-name": {
    severity: "error",
    message: (d: { name: string; problem: string }) => `"${d.name}" ${d.problem}.`,
  },
  "item-type-unknown": {
    severity: "error",
    message: (d: { source: string }) => `The item type of "${d.source}" cannot be read.`,
    help: () => "Declare it as cosmos.container<Item, Queries>()({ … }) with an object type.",
  },
  "declaration-invalid": {
    severity: "error",
    message: (d: { source: string; problem: string }) => `The declaration of "${d.source}" is not right: ${d.problem}.`,
  },
  "patch-invalid": {
    severity: "error",
    message: (d: { name: string; problem: string }) =>
      `Patch "${d.name}": ${d.problem}${d.problem.endsWith("?") ? "" : "."}`,
  },
  "batch-invalid": {
    severity: "error",
    message: (d: { name: string; problem: string }) =>
      `Batch "${d.name}": ${d.problem}${d.problem.endsWith("?") ? "" : "."}`,
  },
  "pages-invalid": {
    severity: "error",
    message: (d: { name: string; problem: string }) => `Pages "${d.name}": ${d.problem}.`,
  },
  "not-pageable": {
    severity: "error",
    message: (d: InQuery & { clause: string }) => `A query with ${d.clause} cannot be read page by page${at(d)}.`,
    help: () => "The service gives no continuation for it: read it with query, or without that.",
  },
  "query-limit": {
    severity: "error",
    message: (d: { problem: string }) => `${d.problem}.`,
  },
});
