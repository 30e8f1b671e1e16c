import { type Diagnostic, hasErrors, type SourceLocation } from "@treadle/diagnostics";
import {
  type CheckedSource,
  type CheckedStatement,
  type CheckHost,
  type DataSource,
  type DataSourceCompiler,
  preflightStatement,
} from "@treadle/workflow/data-source";
import { dialectNames, dialects } from "../checks/dialects/index.js";
import { consistencyLevels, continuationParam } from "../contract/manifest.js";
import { cassandraDiagnostics as report } from "../diagnostics.js";
import { type Keyspace, loadSchema, type Schema } from "../schema/index.js";
import { type DeclaredStatement, declarationOf, type KeyspaceDeclaration } from "../tasks/declaration.js";
import { defaultRetriers } from "../tasks/retry.js";
import { bridgeAccess, declaredPlaceholders } from "./bridge-access.js";
import { checkDeclaredStatement } from "./check-declared-statement.js";
import { checkTimestamps } from "./check-timestamps.js";
import type { CompiledStatement } from "./compiled-statement.js";
import { emitGrants } from "./emit-grants.js";
import { emitManifest, type ManifestEntry } from "./emit-manifest.js";
import { emitQueries, type QueryEntry } from "./emit-queries.js";
import { resolvePath } from "./resolve-path.js";

/** Checks a keyspace's statements against its schema file, and writes its types and artifacts. */
export const compiler: DataSourceCompiler = { check: async (source, host) => checkSource(source, host) };

function checkSource(source: DataSource, host: CheckHost): CheckedSource {
  const declaration = declarationOf(source);
  const { name, options } = declaration;
  const keyspace = options.keyspace ?? name.toLowerCase();
  const loaded = readSchema(declaration, source.location, host, keyspace);
  const diagnostics = [...loaded.diagnostics, ...optionFaults(declaration, source.location)];
  diagnostics.push(...dialectFaults(loaded.schema?.keyspaces.get(keyspace), declaration, source.location));
  const checked = loaded.schema ? checkStatements(declaration, loaded.schema, keyspace, host) : undefined;
  diagnostics.push(...(checked?.diagnostics ?? []));
  const entries = checked?.entries ?? [];
  const valid = loaded.schema !== undefined && !hasErrors(diagnostics);
  return {
    diagnostics,
    statements: new Map(entries.map(({ declared, compiled }) => [declared.name, toChecked(declared, compiled)])),
    generated:
      source.location && loaded.schema
        ? [emitQueries(name, source.location.file, loaded.schema, checked?.queries ?? [])]
        : [],
    artifacts:
      valid && loaded.schema
        ? [
            emitManifest(declaration, keyspace, loaded.schema, entries),
            emitGrants(
              name,
              loaded.schema,
              entries.map(({ compiled }) => compiled.resolved),
            ),
          ]
        : [],
    bridgeAccess: bridgeAccess(name, options),
    placeholders: declaredPlaceholders(options),
  };
}

function dialectFaults(
  keyspace: Keyspace | undefined,
  { options }: KeyspaceDeclaration,
  location: SourceLocation | undefined,
): readonly Diagnostic[] {
  const dialect = dialects[options.dialect ?? "cassandra-5.0"];
  if (dialect === undefined || keyspace === undefined) return [];
  return dialect
    .schemaFaults(keyspace)
    .map((what) => report["not-in-dialect"]({ what, dialect: dialect.title }, { location }));
}

interface LoadedSchema {
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined where the file cannot be read; with faults in it, what could be made of the rest. */
  readonly schema: Schema | undefined;
}

function readSchema(
  { options }: KeyspaceDeclaration,
  location: SourceLocation | undefined,
  host: CheckHost,
  keyspace: string,
): LoadedSchema {
  const file = resolvePath(location?.file ?? "", options.schema);
  const text = host.readText(file);
  if (text === undefined) {
    return { diagnostics: [report["schema-file-missing"]({ file }, { location })], schema: undefined };
  }
  const { schema, findings } = loadSchema(text);
  const diagnostics = findings.map(({ diagnostic, span }): Diagnostic => {
    const lineEnd = text.indexOf("\n", span.offset);
    const room = (lineEnd < 0 ? text.length : lineEnd) - span.offset;
    const length = Math.max(1, Math.min(span.length, room));
    return { ...diagnostic, location: { file, line: span.line, column: span.column, length } };
  });
  if (findings.some(({ diagnostic }) => diagnostic.code === "cassandra/syntax-error")) {
    return { diagnostics, schema: undefined };
  }
  if (!schema.keyspaces.has(keyspace)) {
    diagnostics.push(report["unknown-keyspace"]({ name: keyspace, known: schema.keyspaces.keys() }, { location }));
  }
  return { diagnostics, schema };
}

function optionFaults({ options }: KeyspaceDeclaration, location: SourceLocation | undefined): readonly Diagnostic[] {
  const faults: Diagnostic[] = [];
  const refuse = (what: string, help?: string): void => {
    faults.push(report["invalid-option"]({ what, ...(help && { help }) }, { location }));
  };
  const { consistency, serialConsistency, dialect } = options;
  if (consistency !== undefined && !consistencyLevels.includes(consistency))
    refuse(`"${consistency}" is no consistency level.`);
  if (serialConsistency !== undefined && !["SERIAL", "LOCAL_SERIAL"].includes(serialConsistency)) {
    refuse(`"${serialConsistency}" is no serial consistency level.`, "Use SERIAL or LOCAL_SERIAL.");
  }
  if (dialect !== undefined && !dialectNames.includes(dialect))
    refuse(`"${String(dialect)}" is no dialect that is known.`, `There are: ${dialectNames.join(", ")}.`);
  return faults;
}

interface CheckedStatements {
  readonly diagnostics: readonly Diagnostic[];
  /** Those without errors. */
  readonly entries: readonly ManifestEntry[];
  /** One for each text. */
  readonly queries: readonly QueryEntry[];
}

function checkStatements(
  declaration: KeyspaceDeclaration,
  schema: Schema,
  keyspace: string,
  host: CheckHost,
): CheckedStatements {
  const { consistency, dialect } = declaration.options;
  const scope = {
    schema,
    keyspace,
    consistency,
    dialect: dialects[dialect ?? "cassandra-5.0"],
    readText: host.readText,
  };
  const diagnostics: Diagnostic[] = [];
  const entries: ManifestEntry[] = [];
  const queries = new Map<string, QueryEntry>();
  const names = new Set<string>();
  for (const declared of declaration.statements) {
    const { name, text, site } = declared;
    const location = site?.location;
    const before = diagnostics.length;
    if (names.has(name)) diagnostics.push(report["duplicate-statement"]({ statement: name }, { location }));
    names.add(name);
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) || name === preflightStatement) {
      diagnostics.push(report["invalid-statement-name"]({ statement: name }, { location }));
    }
    if (site?.literalArguments[1] !== true) {
      diagnostics.push(report["text-not-literal"]({ statement: name }, { location }));
      continue;
    }
    const checked = checkDeclaredStatement(scope, declared);
    diagnostics.push(...checked.diagnostics);
    const { compiled, fault } = checked;
    // A text that is wrong in one declaration is an error wherever it is used.
    if (fault !== undefined) queries.set(text, { text, fault });
    else if (compiled !== undefined && !queries.has(text)) queries.set(text, { text, compiled });
    if (compiled !== undefined && !hasErrors(diagnostics.slice(before))) entries.push({ declared, compiled });
  }
  diagnostics.push(...checkTimestamps(entries));
  return { diagnostics, entries, queries: [...queries.values()] };
}

function toChecked(
  { name, options, pageSize }: DeclaredStatement,
  { traits, params }: CompiledStatement,
): CheckedStatement {
  const { idempotent, reads } = traits;
  const optional = options.optional ?? [];
  return {
    name,
    parameters: {
      required: [...params.keys()].filter((each) => !optional.includes(each)),
      optional: [...optional, ...(pageSize === undefined ? [] : [continuationParam])],
    },
    idempotent,
    retry: defaultRetriers({ idempotent, reads }),
    outcomeUnknown: idempotent ? undefined : "Cassandra.OutcomeUnknown",
  };
}
