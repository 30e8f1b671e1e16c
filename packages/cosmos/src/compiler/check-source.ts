import { type Diagnostic, hasErrors } from "@treadle/diagnostics";
import type {
  CheckedSource,
  CheckedStatement,
  CheckHost,
  DataSource,
  DataSourceCompiler,
  TextFile,
  TypeShape,
} from "@treadle/workflow/data-source";
import { preflightStatement } from "@treadle/workflow/data-source";
import type { CheckedContainer } from "../checks/rule.js";
import { unknownShape } from "../checks/shape.js";
import type { CosmosManifest, CosmosStatement } from "../contract/manifest.js";
import { cosmosDiagnostics } from "../diagnostics.js";
import { keepsSessions } from "../tasks/container-options.js";
import { type ContainerDeclaration, declarationOf, type NamedStatement } from "../tasks/declaration.js";
import { defaultRetriers } from "../tasks/retry.js";
import { bridgeAccess, declaredPlaceholders } from "./bridge-access.js";
import { checkBatchStatement } from "./check-batch-statement.js";
import { checkPatchStatement } from "./check-patch-statement.js";
import { checkQueryStatement } from "./check-query-statement.js";
import { checkDeclaration, checkedContainer } from "./container-shape.js";
import { emitQueries, type QueryEntry } from "./emit-queries.js";
import { emitRoles, principalPlaceholder } from "./emit-roles.js";
import { parametersOf } from "./parameters-of.js";

/** Checks a container's statements against its item type, and writes its types and artifacts. */
export const compiler: DataSourceCompiler = { check: async (source, host) => checkSource(source, host) };

function checkSource(source: DataSource, host: CheckHost): CheckedSource {
  const declaration = declarationOf(source);
  const item = source.location ? host.typeArguments(source.location)[0] : undefined;
  const diagnostics = [...checkDeclaration(declaration, item, source.location)];
  // Without an item type the texts are still read, against the open type.
  const container = checkedContainer(declaration, item ?? unknownShape);
  const checked = checkStatements(declaration, container, source, host);
  diagnostics.push(...checked.diagnostics);

  const { name, options } = declaration;
  const valid = !hasErrors(diagnostics);
  const placeholders = declaredPlaceholders(options);
  return {
    diagnostics,
    statements: new Map([...checked.statements].map(([name, statement]) => [name, toChecked(name, statement)])),
    generated: source.location ? [emitQueries(name, source.location.file, checked.entries)] : [],
    artifacts: valid
      ? [emitManifest(declaration, item, checked.statements), emitRoles(name, options, checked.statements.values())]
      : [],
    bridgeAccess: bridgeAccess(name, options),
    placeholders: [...placeholders, { name: principalPlaceholder(name), kind: "text" }],
  };
}

interface CheckedStatements {
  readonly diagnostics: readonly Diagnostic[];
  /** Those without errors, by name in order of the names. */
  readonly statements: ReadonlyMap<string, CosmosStatement>;
  /** One for each text of a query. */
  readonly entries: readonly QueryEntry[];
}

function checkStatements(
  declaration: ContainerDeclaration,
  container: CheckedContainer,
  source: DataSource,
  host: CheckHost,
): CheckedStatements {
  const diagnostics: Diagnostic[] = [];
  const statements = new Map<string, CosmosStatement>();
  const entries = new Map<string, QueryEntry>();
  const names = new Set<string>();
  for (const named of declaration.statements) {
    const { name, statement } = named;
    const location = statement.kind === "point" ? source.location : statement.site?.location;
    const problem = nameProblem(named, names);
    names.add(name);
    if (problem) diagnostics.push(cosmosDiagnostics["statement-name"]({ name, problem }, { location }));

    switch (statement.kind) {
      case "point":
        statements.set(name, { operation: statement.operation, idempotent: statement.operation !== "create" });
        break;
      case "bulk": {
        const { operation: kind } = statement;
        statements.set(name, { operation: "bulk", idempotent: kind !== "create", kind });
        break;
      }
      case "patch":
      case "batch": {
        const checked =
          statement.kind === "patch"
            ? checkPatchStatement(name, statement, container)
            : checkBatchStatement(name, statement, container);
        diagnostics.push(...checked.diagnostics);
        if (checked.statement) statements.set(name, checked.statement);
        break;
      }
      default: {
        const checked = checkQueryStatement(name, statement, container, host.readText);
        diagnostics.push(...checked.diagnostics);
        if (checked.emitted) statements.set(name, checked.emitted.statement);
        const { text } = statement;
        const before = entries.get(text);
        // A text that is wrong in one declaration is an error wherever it is used; that it is no literal, the type knows.
        const isText = checked.diagnostics.every(({ code }) => code !== "cosmos/text-not-literal");
        if (isText && before?.fault === undefined)
          entries.set(text, toEntry(text, checked.emitted, checked.diagnostics));
      }
    }
  }
  const sorted = new Map([...statements].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { diagnostics, statements: sorted, entries: [...entries.values()] };
}

const pointOperations = ["read", "create", "upsert", "replace", "delete"];

function nameProblem({ name, statement }: NamedStatement, taken: ReadonlySet<string>): string | undefined {
  if (taken.has(name)) return "names two statements of this source";
  if (statement.kind === "point") return undefined;
  if (pointOperations.includes(name) || name === preflightStatement)
    return "is the name of an operation of every source";
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? undefined : "must be a name of letters, digits and _";
}

function toEntry(
  text: string,
  emitted: { readonly params: string; readonly row: string } | undefined,
  diagnostics: readonly Diagnostic[],
): QueryEntry {
  if (emitted) return { text, params: emitted.params, row: emitted.row };
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return { text, fault: errors.map(({ code, message }) => `${code}: ${message}`).join(" ") };
}

const readingOperations: readonly CosmosStatement["operation"][] = ["read", "query", "pages"];

function toChecked(name: string, statement: CosmosStatement): CheckedStatement {
  const { idempotent, operation } = statement;
  return {
    name,
    parameters: parametersOf(statement),
    idempotent,
    retry: defaultRetriers({ idempotent, reads: readingOperations.includes(operation) }),
    outcomeUnknown: idempotent ? undefined : "Cosmos.OutcomeUnknown",
  };
}

function emitManifest(
  { name, options }: ContainerDeclaration,
  item: TypeShape | undefined,
  statements: ReadonlyMap<string, CosmosStatement>,
): TextFile {
  const manifest: CosmosManifest = {
    kind: "cosmos",
    source: name,
    database: options.database,
    container: options.container,
    partitionKey: options.partitionKey,
    ...(options.consistency && { consistency: options.consistency }),
    ...(keepsSessions(options) && { sessionTokens: true }),
    ...(options.preferredRegions && { preferredRegions: options.preferredRegions }),
    ...(options.checkItems === true && item && { itemShape: item }),
    statements: Object.fromEntries(statements),
  };
  return { file: `${name}.bridge.json`, text: `${JSON.stringify(manifest, null, 2)}\n` };
}
