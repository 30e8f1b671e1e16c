import * as v from "valibot";
import { formatCqlName } from "./cql-type.js";
import { parseCqlType } from "./parse-cql-type.js";

export const consistencyLevels = [
  "ANY",
  "ONE",
  "TWO",
  "THREE",
  "QUORUM",
  "ALL",
  "LOCAL_QUORUM",
  "EACH_QUORUM",
  "LOCAL_ONE",
  // For reads only: they see what a lightweight transaction has not finished writing.
  "SERIAL",
  "LOCAL_SERIAL",
] as const;

export type ConsistencyLevel = (typeof consistencyLevels)[number];
export type SerialConsistencyLevel = "SERIAL" | "LOCAL_SERIAL";

/** `<source>.bridge.json` of a Cassandra source: all that its bridge may run, and the types it was compiled against. */
export interface CassandraManifest {
  readonly kind: "cassandra";
  readonly source: string;
  /** As the server keeps it: in lower case unless it was quoted. Tables without a keyspace are looked up here. */
  readonly keyspace: string;
  readonly consistency: ConsistencyLevel;
  readonly serialConsistency: SerialConsistencyLevel;
  /** By type name as `formatCqlName` prints it; fields in declared order, each with its CQL type. */
  readonly userTypes: { readonly [type: string]: { readonly [field: string]: string } };
  readonly statements: { readonly [name: string]: CassandraStatement };
}

export interface CassandraStatement {
  /** CQL with named bind markers, `:orderId`. */
  readonly text: string;
  /** By marker name without the colon, as the workflow writes it. */
  readonly params: { readonly [marker: string]: StatementParam };
  /**
   * For `rows`, `pages`, `one` and `exactlyOne` the result's columns in order. For `applied` the columns of the row that the server gives back
   * when the condition fails, without `[applied]`. Empty for `none`.
   */
  readonly columns: readonly ResultColumn[];
  readonly result: ResultKind;
  readonly idempotent: boolean;
  /** Overrides the source's. */
  readonly consistency?: ConsistencyLevel;
  readonly serialConsistency?: SerialConsistencyLevel;
  /** False where the server refuses to page (ORDER BY with IN on the partition key). Default true. */
  readonly paged?: boolean;
  /** For `pages`, and only there: the most rows of a page, 1 to 5,000. A page has fewer where they would be too large for a state. */
  readonly pageSize?: number;
}

/**
 * What the state machine gets: `rows` an array of row objects, `one` a row or null, `exactlyOne` a row, or the error
 * `Cassandra.NotExactlyOne` where there is none or a second one, `none` null, `applied` `{ applied: true }` or `{ applied: false, current: row | null }`, where null means that there is no such row.
 *
 * `pages` gives one page, `{ rows, next }`: `next` is null after the last page, and else is sent back as `continuation`
 * beside the same parameters. A marker of such a statement cannot be named `continuation`.
 */
export type ResultKind = "rows" | "one" | "exactlyOne" | "none" | "applied" | "pages";

/** The parameter that asks for the next page. */
export const continuationParam = "continuation";

export interface StatementParam {
  /** A CQL type: `frozen<list<text>>`. */
  readonly type: string;
  /** Whether JSON null may be sent, which deletes the column's value. Default false. */
  readonly nullable?: boolean;
  /** Whether the parameter may be left out, which leaves the column as it is (unset). Default false. */
  readonly optional?: boolean;
}

export interface ResultColumn {
  readonly name: string;
  readonly type: string;
}

export type ParsedManifest =
  | { readonly ok: true; readonly manifest: CassandraManifest }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Checks a manifest's shape and the types in it; reports everything that is wrong, each with its path. */
export function parseManifest(value: unknown): ParsedManifest {
  const parsed = v.safeParse(manifestSchema, value);
  if (parsed.success) return { ok: true, manifest: parsed.output };
  return {
    ok: false,
    problems: parsed.issues.map((issue) => `${v.getDotPath(issue) ?? "manifest"}: ${issue.message}`),
  };
}

const cqlType = v.pipe(
  v.string(),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const parsed = parseCqlType(dataset.value);
    if (!parsed.ok) addIssue({ message: `"${dataset.value}" is no CQL type: ${parsed.message}` });
  }),
);

const paramsSchema = v.pipe(
  v.record(
    v.string(),
    v.strictObject({
      type: cqlType,
      nullable: v.exactOptional(v.boolean()),
      optional: v.exactOptional(v.boolean()),
    }),
  ),
  // The server folds marker names to lower case, so these would be one marker.
  v.check((params) => {
    const names = Object.keys(params);
    return new Set(names.map((name) => name.toLowerCase())).size === names.length;
  }, "Two parameters differ only in upper and lower case."),
);

const statementSchema = v.pipe(
  v.strictObject({
    text: v.pipe(v.string(), v.nonEmpty()),
    params: paramsSchema,
    columns: v.array(v.strictObject({ name: v.string(), type: cqlType })),
    result: v.picklist(["rows", "one", "exactlyOne", "none", "applied", "pages"]),
    idempotent: v.boolean(),
    consistency: v.exactOptional(v.picklist(consistencyLevels)),
    serialConsistency: v.exactOptional(v.picklist(["SERIAL", "LOCAL_SERIAL"])),
    paged: v.exactOptional(v.boolean()),
    pageSize: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5000))),
  }),
  v.check(
    ({ result, pageSize, paged }) =>
      (result === "pages") === (pageSize !== undefined) && !(pageSize && paged === false),
    "A statement that gives pages, and no other, has a page size; and the server must be able to page it.",
  ),
  v.check(
    ({ result, params }) => result !== "pages" || !Object.hasOwn(params, continuationParam),
    `A statement that gives pages cannot have a parameter "${continuationParam}".`,
  ),
);

const manifestSchema = v.pipe(
  v.strictObject({
    kind: v.literal("cassandra"),
    source: v.pipe(v.string(), v.nonEmpty()),
    keyspace: v.pipe(v.string(), v.nonEmpty()),
    consistency: v.picklist(consistencyLevels),
    serialConsistency: v.picklist(["SERIAL", "LOCAL_SERIAL"]),
    userTypes: v.record(v.string(), v.record(v.string(), cqlType)),
    statements: v.record(v.string(), statementSchema),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const text of typesOf(dataset.value)) {
      for (const name of userTypesIn(text)) {
        if (!Object.hasOwn(dataset.value.userTypes, name)) {
          addIssue({ message: `The type "${text}" uses "${name}", which userTypes does not hold.` });
        }
      }
    }
  }),
);

function typesOf(manifest: CassandraManifest): readonly string[] {
  const statements = Object.values(manifest.statements);
  const types = [
    ...Object.values(manifest.userTypes).flatMap((fields) => Object.values(fields)),
    ...statements.flatMap((statement) => Object.values(statement.params).map((param) => param.type)),
    ...statements.flatMap((statement) => statement.columns.map((column) => column.type)),
  ];
  return [...new Set(types)];
}

function userTypesIn(text: string): readonly string[] {
  const parsed = parseCqlType(text);
  if (!parsed.ok) return [];
  const names: string[] = [];
  const pending = [parsed.type];
  for (let type = pending.pop(); type !== undefined; type = pending.pop()) {
    if (type.kind === "udt") names.push(formatCqlName(type.name));
    else if (type.kind === "map") pending.push(type.key, type.value);
    else if (type.kind === "tuple") pending.push(...type.elements);
    else if (type.kind !== "native" && type.kind !== "custom") pending.push(type.element);
  }
  return names;
}
