import { runtimeFailure } from "../failure.js";
import { evaluateTyped, readEffectiveInput, usesJsonata } from "../fields.js";
import type { Json } from "../json.js";
import { readPath } from "../jsonpath/read-path.js";
import { createTemplateScope } from "../scopes.js";
import { inspect, type Strand, type Visit } from "../strand.js";

/** A number that stands in a field, in an expression, or at a path; undefined where the state has none. */
export async function readNumber(
  field: string,
  value: Json | undefined,
  path: string | undefined,
  kind: "integer" | "float",
  visit: Visit,
  strand: Strand,
): Promise<number | undefined> {
  if (path !== undefined) return readNumberAt(field, path, kind, visit, strand);
  if (value === undefined || typeof value === "number") return value;
  if (usesJsonata(visit, strand)) return (await evaluateTyped(value, field, "number", visit, strand)) as number;
  throw runtimeFailure(`The field ${field} is not a valid ${kind}: ${JSON.stringify(value)}`);
}

function readNumberAt(field: string, path: string, kind: "integer" | "float", visit: Visit, strand: Strand): number {
  const value = readPath(path, createTemplateScope(readEffectiveInput(visit, strand), visit, strand));
  const text = typeof value === "string" ? value : JSON.stringify(value);
  // Digits in a string count as the number.
  const number = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (kind === "float" ? Number.isFinite(number) : Number.isInteger(number)) return number;
  throw runtimeFailure(`The ${field}Path field refers to value "${text}" which is not a valid ${kind}: ${path}`);
}

/** How many iterations may run at a time; 0 means as many as Step Functions allows, here `most`. */
export async function readConcurrency(most: number, visit: Visit, strand: Strand): Promise<number> {
  const { MaxConcurrency, MaxConcurrencyPath } = visit.state;
  const limit = await readNumber("MaxConcurrency", MaxConcurrency, MaxConcurrencyPath, "integer", visit, strand);
  if (limit !== undefined && limit < 0) throw runtimeFailure("field MaxConcurrency must be positive");
  inspect(visit, "maxConcurrency", limit ?? 0);
  return limit ? Math.min(limit, most) : most;
}
