import { defineDiagnostics, didYouMean } from "@treadle/diagnostics";

interface Unknown {
  readonly name: string;
  readonly known: Iterable<string>;
}

/** A fault that has many forms under one rule: `what` is the whole sentence, `help` what to do. */
interface Stated {
  readonly what: string;
  readonly help?: string;
}

const stated = (severity: "error" | "warning") => ({
  severity,
  message: (d: Stated) => d.what,
  help: (d: Stated) => d.help,
});

const error = stated("error");
const warning = stated("warning");

/** Every fault of a schema file or of a statement, by code. */
export const cassandraDiagnostics = defineDiagnostics("cassandra", {
  // The schema file.
  "schema-file-missing": {
    severity: "error",
    message: (d: { file: string }) => `The schema file ${d.file} does not exist.`,
    help: () => "Create it, or correct the path in the keyspace's declaration; it is relative to the declaring file.",
  },
  "schema-not-readable": {
    severity: "error",
    message: (d: { keyspace: string; problem: string }) => `The schema of ${d.keyspace} cannot be read: ${d.problem}`,
    help: () => "Check address and credentials. DESCRIBE is there in Cassandra 4.0 and later.",
  },
  "schema-drift": {
    severity: "error",
    message: (d: { difference: string }) => `The database differs from this file: ${d.difference}.`,
    help: () => "Migrate the database, or bring the file up to date by treadle schema pull.",
  },
  "syntax-error": {
    severity: "error",
    message: (d: { problem: string }) =>
      `${d.problem.charAt(0).toUpperCase()}${d.problem.slice(1)}${d.problem.endsWith("?") ? "" : "."}`,
  },
  "unknown-keyspace": {
    severity: "error",
    message: (d: Unknown) => `There is no keyspace "${d.name}".${didYouMean(d.name, d.known)}`,
  },
  "keyspace-not-named": {
    severity: "error",
    message: (d: { name: string }) => `"${d.name}" needs its keyspace: no USE came before.`,
    help: (d) => `Write USE before it, or keyspace.${d.name}.`,
  },
  "unknown-type": {
    severity: "error",
    message: (d: Unknown) => `There is no type "${d.name}".${didYouMean(d.name, d.known)}`,
  },
  "invalid-type": error,
  "already-exists": {
    severity: "error",
    message: (d: { what: string; name: string }) => `${d.what} "${d.name}" exists already.`,
  },
  "unknown-index": {
    severity: "error",
    message: (d: Unknown) => `There is no index "${d.name}".${didYouMean(d.name, d.known)}`,
  },
  "invalid-primary-key": error,
  "invalid-index": error,
  "invalid-view": error,
  "invalid-function": error,
  "invalid-change": error,
  "invalid-property": error,

  // The declaration of a statement.
  "text-not-literal": {
    severity: "error",
    message: (d: { statement: string }) => `The text of "${d.statement}" is not a literal.`,
    help: () => "Write the statement as a string literal without interpolation; values go into markers such as :id.",
  },
  "duplicate-statement": {
    severity: "error",
    message: (d: { statement: string }) => `Two statements of this keyspace are named "${d.statement}".`,
  },
  "invalid-statement-name": {
    severity: "error",
    message: (d: { statement: string }) => `"${d.statement}" cannot be a statement's name.`,
    help: () => "Use letters, digits and underscores, beginning with a letter or an underscore.",
  },
  "invalid-option": error,
  "statement-kind": {
    severity: "error",
    message: () => "Only SELECT, INSERT, UPDATE, DELETE and BATCH can be run by a workflow.",
    help: () => "Statements that change the schema belong into the schema file.",
  },
  "positional-marker": {
    severity: "error",
    message: () => "A marker of a declared statement needs a name.",
    help: () => "Write :name instead of ?; the name becomes the parameter's.",
  },
  "marker-name": {
    severity: "error",
    message: (d: { name: string; other: string }) => `The markers :${d.name} and :${d.other} differ in case only.`,
  },
  "json-refused": {
    severity: "error",
    message: () => "SELECT JSON and INSERT JSON lose the digits of bigint, varint and decimal values.",
    help: () => "Name the columns; the bridge turns their values into JSON without loss.",
  },
  "filtering-not-waived": {
    severity: "error",
    message: (d: { table: string }) => `ALLOW FILTERING reads rows of ${d.table} that it does not return.`,
    help: () => 'Give the table another key or an index, or say why it is right: { allowFiltering: "reason" }.',
  },
  "one-row-not-proved": {
    severity: "error",
    message: (d: { statement: string }) => `"${d.statement}" is asked for one row, but may give more.`,
    help: () => "Restrict the whole primary key by =, or add LIMIT 1.",
  },
  "invalid-paging": error,
  "parameter-not-optional": error,
  "custom-type": {
    severity: "error",
    message: (d: { name: string; className: string }) =>
      `"${d.name}" is of the Java class ${d.className}, whose values have no form in JSON.`,
    help: () => "Name the other columns, or keep the value in a column of a type of CQL.",
  },
  "waiver-not-needed": {
    severity: "error",
    message: (d: { statement: string; code: string }) =>
      `"${d.statement}" gives a reason for "${d.code}", which it does not need.`,
    help: () => "Remove the reason, so that a later change that needs one is noticed.",
  },
  "not-in-dialect": {
    severity: "error",
    message: (d: { what: string; dialect: string }) => `${d.what}, which ${d.dialect} does not have.`,
  },
  "timestamp-with-conditions": {
    severity: "error",
    message: (d: { table: string; statement: string }) =>
      `USING TIMESTAMP on ${d.table}, which "${d.statement}" writes by condition: the server ignores one of the two silently.`,
    help: () => "Leave the timestamp to the server.",
  },

  // Names and types in a statement.
  "unknown-table": {
    severity: "error",
    message: (d: Unknown & { keyspace: string }) =>
      `Keyspace ${d.keyspace} has no table "${d.name}".${didYouMean(d.name, d.known)}`,
  },
  "unknown-column": {
    severity: "error",
    message: (d: Unknown & { table: string }) =>
      `Table ${d.table} has no column "${d.name}".${didYouMean(d.name, d.known)}`,
  },
  "unknown-field": {
    severity: "error",
    message: (d: Unknown & { type: string }) =>
      `Type ${d.type} has no field "${d.name}".${didYouMean(d.name, d.known)}`,
  },
  "unknown-function": {
    severity: "error",
    message: (d: Unknown) => `There is no function "${d.name}".${didYouMean(d.name, d.known)}`,
  },
  "type-mismatch": {
    severity: "error",
    message: (d: { value: string; target: string; type: string }) =>
      `${d.value} is no value for ${d.target}, which is ${d.type}.`,
  },
  "invalid-literal": error,
  "null-not-allowed": error,
  "marker-in-collection": {
    severity: "error",
    message: (d: { marker: string; name: string }) =>
      `${d.marker} stands inside of a collection that is given to "${d.name}".`,
    help: () => "Give the whole collection by one marker.",
  },
  "function-arguments": error,
  "ambiguous-call": error,
  "invalid-operation": error,
  "marker-type-conflict": {
    severity: "error",
    message: (d: { name: string; first: string; second: string; firstAt: string }) =>
      `Marker :${d.name} is ${d.second} here and ${d.first} at ${d.firstAt}.`,
    help: () => "Use two markers.",
  },
  "type-not-inferred": {
    severity: "error",
    message: (d: { term: string }) => `Nothing says which type ${d.term} has.`,
    help: (d) => `Give it one: (int) ${d.term}.`,
  },

  // WHERE.
  "partition-key-incomplete": error,
  "clustering-prefix": error,
  "conflicting-restrictions": error,
  "unsupported-relation": error,
  "filtering-required": error,
  "non-key-restriction": {
    severity: "error",
    message: (d: { column: string; statement: string }) =>
      `${d.statement} finds rows by the primary key only, and "${d.column}" is not in it.`,
    help: (d) => `To write only if "${d.column}" has a value, use IF ${d.column} = …`,
  },

  // SELECT.
  "invalid-selection": error,
  "invalid-distinct": error,
  "invalid-group-by": error,
  "invalid-order-by": error,
  "invalid-ann": error,
  "invalid-limit": error,

  // Writes.
  "missing-key-column": error,
  "insert-values": error,
  "key-column-assigned": {
    severity: "error",
    message: (d: { column: string }) => `"${d.column}" is part of the primary key, which cannot change.`,
    help: () => "Delete the row and insert it under the new key.",
  },
  "duplicate-assignment": {
    severity: "error",
    message: (d: { column: string }) => `"${d.column}" is set twice.`,
  },
  "invalid-collection-operation": error,
  "invalid-counter-operation": error,
  "invalid-condition": error,
  "invalid-using": error,
  "static-write": error,
  "view-write": {
    severity: "error",
    message: (d: { view: string }) => `${d.view} is a materialized view, and views are written by their table only.`,
  },
  "virtual-table": {
    severity: "error",
    message: (d: { table: string }) => `${d.table} shows the server's state and cannot be written.`,
  },
  "invalid-batch": error,

  // What is right but costs.
  "filtering-not-needed": {
    severity: "warning",
    message: () => "ALLOW FILTERING has no effect here.",
    help: () => "Remove it, so that a later change that needs filtering is noticed.",
  },
  "full-scan": {
    severity: "warning",
    message: (d: { table: string }) => `This reads every partition of ${d.table}.`,
    help: () => "Restrict the whole partition key, or read token ranges side by side.",
  },
  "unbounded-in": warning,
  "read-before-write": {
    severity: "warning",
    message: (d: { operation: string }) => `${d.operation} makes the server read the list before it writes.`,
    help: () => "A set, or a map with keys of its own, needs no read.",
  },
  "logged-batch": warning,
  "aggregate-type": {
    severity: "warning",
    message: (d: { call: string; type: string; loss: string }) =>
      `${d.call} is ${d.type} as its argument is: ${d.loss}.`,
    help: () => "Widen the argument: sum(cast(c AS bigint)), avg(cast(c AS double)).",
  },
  "ungrouped-column": {
    severity: "warning",
    message: (d: { column: string }) => `"${d.column}" stands beside an aggregate and gives the value of any one row.`,
    help: () => "Group by it, or leave it out.",
  },
  "filtering-in-partition": {
    severity: "warning",
    message: (d: { table: string }) =>
      `ALLOW FILTERING reads the rows of a partition of ${d.table} to give some of them.`,
    help: () => 'Give the table a clustering column for it, or say why it is right: { allowFiltering: "reason" }.',
  },
  "counter-deleted": {
    severity: "warning",
    message: (d: { table: string }) =>
      `A counter of ${d.table} that is deleted gives undefined values when it is counted again.`,
    help: () => "Keep it and take its value off, or never use its key again.",
  },
  tombstones: {
    severity: "warning",
    message: (d: { what: string }) => `${d.what} leaves a tombstone, which reads must pass over until it is purged.`,
    help: () => "Let rows expire by TTL, or delete whole partitions.",
  },
});
