import { type Diagnostic, hasErrors } from "@treadle/diagnostics";
import type { TypeShape } from "@treadle/workflow/data-source";
import { cosmosDiagnostics } from "../diagnostics.js";
import { parseQuery } from "../sql/parse-query.js";
import { formatPosition, type Span } from "../sql/span.js";
import { visitQuery } from "../sql/visit.js";
import { fixedValues } from "./fixed-values.js";
import { inferQuery, parameterShapes } from "./infer.js";
import type { CheckedContainer, QueryRule, RuleContext } from "./rule.js";
import { specifiedRules } from "./specified-rules.js";

export interface CheckQueryOptions {
  readonly crossPartition?: boolean;
  readonly paged?: boolean;
  /** Default: all. */
  readonly rules?: readonly QueryRule[];
}

export interface CheckedQuery {
  /** A location, where there is one, is a place in the text; its file is empty. */
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined where there are errors. */
  readonly types: QueryTypes | undefined;
}

export interface QueryTypes {
  /** One result. */
  readonly row: TypeShape;
  /** By name with `@`, in the order of appearance. */
  readonly parameters: ReadonlyMap<string, TypeShape>;
  /** The values that fix the partition, for the first paths of the key; empty for a query across partitions. */
  readonly partitionKey: readonly (
    | { readonly parameter: string }
    | { readonly value: string | number | boolean | null }
  )[];
}

/** Checks a query against a container's item type, keys and indexes, and infers its parameters and results. */
export function checkQuery(text: string, container: CheckedContainer, options: CheckQueryOptions = {}): CheckedQuery {
  const { query, fault } = parseQuery(text);
  const at = (offset: number): string => formatPosition(text, offset);
  if (query === undefined) {
    return {
      diagnostics: [
        locate(cosmosDiagnostics["syntax-error"]({ fault: fault.message, at: at(fault.start) }), text, fault),
      ],
      types: undefined,
    };
  }
  const diagnostics: Diagnostic[] = [];
  const inference = inferQuery(query, container);
  const context: RuleContext = {
    text,
    query,
    inference,
    container,
    crossPartition: options.crossPartition ?? false,
    paged: options.paged ?? false,
    write: ({ start, end }) => text.slice(start, end).replace(/\s+/g, " "),
    at,
    report: (diagnostic, span) => diagnostics.push(span ? locate(diagnostic, text, span) : diagnostic),
  };
  for (const rule of options.rules ?? specifiedRules) {
    const visitor = rule(context);
    if (visitor) visitQuery(query, visitor);
  }
  if (hasErrors(diagnostics)) return { diagnostics, types: undefined };
  const types = {
    row: inference.row,
    parameters: parameterShapes(inference.parameters),
    partitionKey: fixedPartition(context),
  };
  return { diagnostics, types };
}

function locate(diagnostic: Diagnostic, text: string, { start, end }: Span): Diagnostic {
  const [line = 1, column = 1] = formatPosition(text, start).split(":").map(Number);
  return { ...diagnostic, location: { file: "", line, column, length: Math.max(1, end - start) } };
}

function fixedPartition(context: RuleContext): QueryTypes["partitionKey"] {
  const fixed = fixedValues(context);
  const values: QueryTypes["partitionKey"][number][] = [];
  for (const path of context.container.partitionKey ?? []) {
    const value = fixed.get(path);
    if (value === undefined) break;
    values.push(value.kind === "parameter" ? { parameter: value.name } : { value: value.value });
  }
  return values;
}
