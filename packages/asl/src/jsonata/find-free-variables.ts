import jsonata from "jsonata";
import { analyseJsonata } from "./analyse-jsonata.js";
import { jsonataFunctionNames } from "./function-names.js";
import { type BindingNode, namesBoundAt } from "./names-bound-at.js";
import type { JsonataReference } from "./references.js";

/**
 * Every place at which an expression reads a variable that it neither binds itself nor has from the language, in the
 * order of the source. An expression that does not parse has none.
 */
export function findFreeVariables(source: string): readonly JsonataReference[] {
  const free = new Set(analyseJsonata(source).freeVariables.map(({ name }) => name));
  return free.size === 0 ? [] : findVariables(source, (name) => free.has(name)).found;
}

/** Every place at which a parsing expression takes a function of the language as a value, and does not call it. */
export function findUncalledFunctions(source: string): readonly JsonataReference[] {
  const isFunction = (name: string): boolean => name !== "states" && jsonataFunctionNames.has(name);
  const { bound, found } = findVariables(source, (name, isCalled) => !isCalled && isFunction(name));
  return found.filter(({ name }) => !bound.has(name));
}

function findVariables(
  source: string,
  isWanted: (name: string, isCalled: boolean) => boolean,
): { readonly found: readonly JsonataReference[]; readonly bound: ReadonlySet<string> } {
  const found = new Map<number, JsonataReference>();
  const bound = new Set<string>();
  const called = new Set<unknown>();
  const pending: unknown[] = [jsonata(source).ast()];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value !== "object" || value === null || value instanceof RegExp) continue;
    const node = value as BindingNode & { position?: number; procedure?: unknown };
    const { type, value: name, position } = node;
    for (const own of namesBoundAt(node)) bound.add(own);
    if (node.procedure !== undefined) called.add(node.procedure);
    if (type === "variable" && typeof name === "string" && position !== undefined && isWanted(name, called.has(node))) {
      const start = position - name.length - 1;
      found.set(start, { name, start, end: position });
    }
    pending.push(...Object.values(value).filter((child) => child !== undefined));
  }
  return { found: [...found.values()].sort((a, b) => a.start - b.start), bound };
}
