import { type CqlType, formatCqlType } from "../contract/cql-type.js";
import type { AlterTypeStatement, CreateTypeStatement, Identifier } from "../cql/index.js";
import { cassandraDiagnostics as report } from "../diagnostics.js";
import type { ReplayContext } from "./replay-context.js";
import { isNativeName, resolveType } from "./resolve-type.js";
import type { KeyspaceDraft } from "./schema-draft.js";
import type { UserType } from "./schema-model.js";
import { holdsType, isNative } from "./type-traits.js";

/** Kept for types to come. */
const reservedTypeNames: readonly string[] = ["bitstring", "byte", "complex", "enum", "interval", "macaddr"];

export function createType(context: ReplayContext, statement: CreateTypeStatement): void {
  const keyspace = context.keyspaceOf(statement.name);
  if (keyspace === undefined) return;
  const { name, span } = statement.name.name;
  if (keyspace.types.has(name)) {
    if (!statement.ifNotExists) context.add(report["already-exists"]({ what: "Type", name }), span);
    return;
  }
  const isQuoted = span.length > name.length;
  if (!isQuoted && (isNativeName(name) || reservedTypeNames.includes(name))) {
    context.add(report["invalid-type"]({ what: `${name} is a type of Cassandra's own.` }), span);
    return;
  }
  const fields = new Map<string, CqlType>();
  for (const field of statement.fields) {
    if (fields.has(field.name.name)) {
      context.add(report["already-exists"]({ what: "Field", name: field.name.name }), field.name.span);
      continue;
    }
    const type = resolveField(context, keyspace, field);
    if (type !== undefined) fields.set(field.name.name, type);
  }
  keyspace.types.set(name, { keyspace: keyspace.name, name, fields });
}

function resolveField(
  context: ReplayContext,
  keyspace: KeyspaceDraft,
  { name, type: node }: CreateTypeStatement["fields"][number],
): CqlType | undefined {
  const type = resolveType(
    { schema: context.schema, keyspace: keyspace.name, report: (diagnostic, span) => context.add(diagnostic, span) },
    node,
  );
  if (type === undefined) return undefined;
  const refuse = (what: string, help?: string): undefined =>
    context.add(report["invalid-type"]({ what, ...(help && { help }) }), node.span);
  if (isNative(type, "counter")) return refuse(`Field "${name.name}" cannot be a counter.`);
  if (type.kind === "udt" && !type.frozen) {
    return refuse(
      `Field "${name.name}" holds a user-defined type, which must be frozen.`,
      `Write frozen<${formatCqlType(type)}>.`,
    );
  }
  return type;
}

export function alterType(context: ReplayContext, statement: AlterTypeStatement): void {
  const keyspace = context.keyspaceOf(statement.name);
  if (keyspace === undefined) return;
  const { name, span } = statement.name.name;
  const type = keyspace.types.get(name);
  if (type === undefined) {
    if (!statement.ifExists) context.add(report["unknown-type"]({ name, known: keyspace.types.keys() }), span);
    return;
  }
  if (statement.change.kind === "add") addField(context, keyspace, type, statement.change);
  else
    for (const rename of statement.change.renames)
      renameField(context, keyspace, type.name, rename, statement.change.ifExists);
}

function addField(
  context: ReplayContext,
  keyspace: KeyspaceDraft,
  type: UserType,
  change: AlterTypeStatement["change"] & { kind: "add" },
): void {
  const field = change.name.name;
  if (type.fields.has(field)) {
    if (!change.ifNotExists) context.add(report["already-exists"]({ what: "Field", name: field }), change.name.span);
    return;
  }
  const resolved = resolveField(context, keyspace, change);
  if (resolved === undefined) return;
  const isItself = (part: CqlType): boolean =>
    part.kind === "udt" && part.keyspace === keyspace.name && part.name === type.name;
  const keyed = [...keyspace.tables.values()].find(({ partitionKey }) =>
    partitionKey.some((column) => holdsType(context.schema, column.type, isItself)),
  );
  if (keyed !== undefined) {
    const what = `Type ${type.name} is in the partition key of ${keyed.name}, so that a new field would move its rows.`;
    context.add(report["invalid-change"]({ what }), change.name.span);
    return;
  }
  if (holdsType(context.schema, resolved, isItself)) {
    context.add(
      report["invalid-change"]({ what: `Field "${field}" would make type ${type.name} hold itself.` }),
      change.name.span,
    );
    return;
  }
  keyspace.types.set(type.name, { ...type, fields: new Map([...type.fields, [field, resolved]]) });
}

function renameField(
  context: ReplayContext,
  keyspace: KeyspaceDraft,
  typeName: string,
  { from, to }: { readonly from: Identifier; readonly to: Identifier },
  ifExists: boolean,
): void {
  const type = keyspace.types.get(typeName)!;
  if (!type.fields.has(from.name)) {
    if (!ifExists) {
      context.add(report["unknown-field"]({ name: from.name, type: typeName, known: type.fields.keys() }), from.span);
    }
    return;
  }
  if (type.fields.has(to.name)) {
    context.add(report["already-exists"]({ what: "Field", name: to.name }), to.span);
    return;
  }
  const fields = [...type.fields].map(([name, each]): [string, CqlType] => [name === from.name ? to.name : name, each]);
  keyspace.types.set(typeName, { ...type, fields: new Map(fields) });
}
