import type { Diagnostic } from "@treadle/diagnostics";
import type { TypeShape } from "@treadle/workflow/data-source";
import { checkQuery, type QueryTypes } from "../checks/check-query.js";
import { printShape } from "../checks/print-shape.js";
import type { CheckedContainer } from "../checks/rule.js";
import { membersOf, widen } from "../checks/shape.js";
import type { JsonKind, PagesStatement, ParamOrValue, QueryParam, QueryStatement } from "../contract/manifest.js";
import { cosmosDiagnostics } from "../diagnostics.js";
import type { DeclaredStatement, PagesOptions } from "../tasks/declaration.js";
import { locateFinding } from "./locate-finding.js";

export interface CheckedQueryStatement {
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined where the query is wrong. */
  readonly emitted:
    | { readonly statement: QueryStatement | PagesStatement; readonly params: string; readonly row: string }
    | undefined;
}

/** Rows of a page where the declaration does not say. */
const defaultPageSize = 100;

/** Checks a declared query; its diagnostics stand in the text, or at the call. */
export function checkQueryStatement(
  name: string,
  declared: Extract<DeclaredStatement, { kind: "query" | "pages" }>,
  container: CheckedContainer,
  readText: (file: string) => string | undefined,
): CheckedQueryStatement {
  const { text, options, site } = declared;
  const location = site?.location;
  if (site && site.literalArguments[1] !== true) {
    return { diagnostics: [cosmosDiagnostics["text-not-literal"]({ name }, { location })], emitted: undefined };
  }
  const paged = declared.kind === "pages";
  const { diagnostics, types } = checkQuery(text, container, {
    crossPartition: options.crossPartition ?? false,
    paged,
  });
  const placed = diagnostics.map((diagnostic) => locateFinding(diagnostic, site, text, readText));
  const problems = paged ? pagesProblems(declared.options, types) : [];
  placed.push(...problems.map((problem) => cosmosDiagnostics["pages-invalid"]({ name, problem }, { location })));
  if (types === undefined || problems.length > 0) return { diagnostics: placed, emitted: undefined };
  return {
    diagnostics: placed,
    emitted: {
      statement: toStatement(declared, types),
      params: printParams(types.parameters),
      row: printShape(types.row),
    },
  };
}

function pagesProblems({ pageSize = defaultPageSize }: PagesOptions, types: QueryTypes | undefined): readonly string[] {
  const problems: string[] = [];
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > 1000) {
    problems.push(`its page size is ${pageSize}, but must be a whole number from 1 to 1,000`);
  }
  if (types?.parameters.has("@continuation")) {
    problems.push("its query cannot have a parameter @continuation, since the place of the next page is called so");
  }
  return problems;
}

function toStatement(
  declared: Extract<DeclaredStatement, { kind: "query" | "pages" }>,
  types: QueryTypes,
): QueryStatement | PagesStatement {
  const params: Record<string, QueryParam> = {};
  for (const [name, shape] of types.parameters) params[plain(name)] = toParam(shape);
  const partitionKey = types.partitionKey.map(
    (part): ParamOrValue => ("parameter" in part ? { param: plain(part.parameter) } : { value: part.value }),
  );
  const common = {
    idempotent: true,
    text: declared.text,
    params,
    ...(partitionKey.length > 0 && { partitionKey }),
    crossPartition: partitionKey.length === 0,
  } as const;
  return declared.kind === "query"
    ? { operation: "query", ...common, result: declared.options.result ?? "rows" }
    : { operation: "pages", ...common, pageSize: declared.options.pageSize ?? defaultPageSize };
}

/** `@tenant` → `tenant`, as the workflow writes it. */
function plain(parameter: string): string {
  return parameter.slice(1);
}

function toParam(shape: TypeShape): QueryParam {
  const kinds = membersOf(widen(shape)).map(toJsonKind);
  if (kinds.includes(undefined)) return {};
  return { types: [...new Set(kinds.filter((kind) => kind !== undefined))] };
}

function toJsonKind({ kind }: TypeShape): JsonKind | undefined {
  if (kind === "tuple") return "array";
  if (kind === "string" || kind === "number" || kind === "boolean" || kind === "null") return kind;
  return kind === "array" || kind === "object" ? kind : undefined;
}

function printParams(parameters: ReadonlyMap<string, TypeShape>): string {
  const properties = Object.fromEntries(
    [...parameters].map(([name, type]) => [plain(name), { type, optional: false }]),
  );
  return printShape({ kind: "object", properties });
}
