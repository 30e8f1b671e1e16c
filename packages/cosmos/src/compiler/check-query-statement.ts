import type { Diagnostic } from "@treadle/diagnostics";
import type { TypeShape } from "@treadle/workflow/data-source";
import { checkQuery, type QueryTypes } from "../checks/check-query.js";
import { printShape } from "../checks/print-shape.js";
import type { CheckedContainer } from "../checks/rule.js";
import { membersOf, widen } from "../checks/shape.js";
import type { JsonKind, ParamOrValue, QueryParam, QueryStatement } from "../contract/manifest.js";
import { cosmosDiagnostics } from "../diagnostics.js";
import type { DeclaredStatement } from "../tasks/declaration.js";

export interface CheckedQueryStatement {
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined where the query is wrong. */
  readonly emitted: { readonly statement: QueryStatement; readonly params: string; readonly row: string } | undefined;
}

/** Checks a declared query; its diagnostics stand at the call. */
export function checkQueryStatement(
  name: string,
  { text, options, site }: Extract<DeclaredStatement, { kind: "query" }>,
  container: CheckedContainer,
): CheckedQueryStatement {
  const location = site?.location;
  if (site && site.literalArguments[1] !== true) {
    return { diagnostics: [cosmosDiagnostics["text-not-literal"]({ name }, { location })], emitted: undefined };
  }
  const { diagnostics, types } = checkQuery(text, container, { crossPartition: options.crossPartition ?? false });
  const placed = diagnostics.map((diagnostic) => ({ ...diagnostic, ...(location && { location }) }));
  if (types === undefined) return { diagnostics: placed, emitted: undefined };
  return {
    diagnostics: placed,
    emitted: {
      statement: toStatement(text, types, options.result ?? "rows"),
      params: printParams(types.parameters),
      row: printShape(types.row),
    },
  };
}

function toStatement(text: string, types: QueryTypes, result: "rows" | "one"): QueryStatement {
  const params: Record<string, QueryParam> = {};
  for (const [name, shape] of types.parameters) params[plain(name)] = toParam(shape);
  const partitionKey = types.partitionKey.map(
    (part): ParamOrValue => ("parameter" in part ? { param: plain(part.parameter) } : { value: part.value }),
  );
  return {
    operation: "query",
    idempotent: true,
    text,
    params,
    ...(partitionKey.length > 0 && { partitionKey }),
    crossPartition: partitionKey.length === 0,
    result,
  };
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
