import type { TextFile } from "@treadle/workflow/data-source";
import { type CqlType, formatCqlName, formatCqlType } from "../contract/cql-type.js";
import type { CassandraManifest, CassandraStatement } from "../contract/manifest.js";
import { normalizeText } from "../cql/index.js";
import { quoteName } from "../cql/print-term.js";
import { columnsInSelectOrder, dropKeyspaces, findUserType, holdsType, type Schema } from "../schema/index.js";
import type { DeclaredStatement, KeyspaceDeclaration } from "../tasks/declaration.js";
import type { CompiledStatement } from "./compiled-statement.js";

export interface ManifestEntry {
  readonly declared: DeclaredStatement;
  readonly compiled: CompiledStatement;
}

/** `shop.bridge.json`: all that the bridge may run, and the types it was compiled against. */
export function emitManifest(
  { name, options }: KeyspaceDeclaration,
  keyspace: string,
  schema: Schema,
  entries: readonly ManifestEntry[],
): TextFile {
  const manifest: CassandraManifest = {
    kind: "cassandra",
    source: name,
    keyspace,
    consistency: options.consistency ?? "LOCAL_QUORUM",
    serialConsistency: options.serialConsistency ?? "LOCAL_SERIAL",
    userTypes: collectUserTypes(schema, entries),
    statements: Object.fromEntries(
      [...entries]
        .sort((a, b) => (a.declared.name < b.declared.name ? -1 : 1))
        .map((entry) => [entry.declared.name, toStatement(entry)]),
    ),
  };
  return { file: `${name}.bridge.json`, text: `${JSON.stringify(manifest, null, 2)}\n` };
}

function toStatement({ declared, compiled }: ManifestEntry): CassandraStatement {
  const { traits, params, columns } = compiled;
  const { consistency, serialConsistency } = declared.options;
  return {
    text: normalizeText(expandStar(declared.text, compiled)),
    params: Object.fromEntries(
      [...params].map(([name, { type, nullable }]) => [
        name,
        {
          type: typeText(type),
          ...(nullable && { nullable }),
          ...(declared.options.optional?.includes(name) && { optional: true }),
        },
      ]),
    ),
    columns: columns.map(({ name, type }) => ({ name, type: typeText(type) })),
    result: declared.single ?? (declared.pageSize === undefined ? traits.result : "pages"),
    idempotent: traits.idempotent,
    ...(consistency && { consistency }),
    ...(serialConsistency && { serialConsistency }),
    ...(!traits.paged && { paged: false }),
    ...(declared.pageSize !== undefined && { pageSize: declared.pageSize }),
  };
}

const typeText = (type: CqlType): string => formatCqlType(dropKeyspaces(type));

/** Columns by name: one that is added later must not come back unasked. */
function expandStar(text: string, { resolved }: CompiledStatement): string {
  if (resolved.kind !== "select" || resolved.statement.selectors !== undefined) return text;
  const { offset, length } = resolved.statement.selectorsSpan;
  const columns = columnsInSelectOrder(resolved.table).map(({ name }) => quoteName(name));
  return `${text.slice(0, offset)}${columns.join(", ")}${text.slice(offset + length)}`;
}

/** The user-defined types that parameters and columns are made of, by name. */
function collectUserTypes(schema: Schema, entries: readonly ManifestEntry[]): CassandraManifest["userTypes"] {
  const found = new Map<string, { readonly [field: string]: string }>();
  const visit = (type: CqlType): void => {
    holdsType(schema, type, (part) => {
      if (part.kind !== "udt") return false;
      const fields = findUserType(schema, part)?.fields ?? new Map<string, CqlType>();
      found.set(
        formatCqlName(part.name),
        Object.fromEntries([...fields].map(([field, each]) => [field, typeText(each)])),
      );
      return false;
    });
  };
  for (const { compiled } of entries) {
    for (const { type } of [...compiled.params.values(), ...compiled.columns]) visit(type);
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
