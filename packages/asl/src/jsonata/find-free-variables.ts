import jsonata from "jsonata";
import { analyseJsonata } from "./analyse-jsonata.js";
import type { JsonataReference } from "./references.js";

/**
 * Every place at which an expression reads a variable that it neither binds itself nor has from the language, in the
 * order of the source. An expression that does not parse has none.
 */
export function findFreeVariables(source: string): readonly JsonataReference[] {
  const free = new Set(analyseJsonata(source).freeVariables.map(({ name }) => name));
  if (free.size === 0) return [];
  const found = new Map<number, JsonataReference>();
  const pending: unknown[] = [jsonata(source).ast()];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value !== "object" || value === null || value instanceof RegExp) continue;
    const { type, value: name, position } = value as { type?: string; value?: unknown; position?: number };
    if (type === "variable" && typeof name === "string" && position !== undefined && free.has(name)) {
      const start = position - name.length - 1;
      found.set(start, { name, start, end: position });
    }
    pending.push(...Object.values(value).filter((child) => child !== undefined));
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}
