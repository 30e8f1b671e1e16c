import { type JsonataText, jsonataSource } from "@treadle/asl";
import jsonata from "jsonata";

/** A compiled expression with what an evaluation must know of it. */
export interface CompiledExpression {
  readonly source: string;
  readonly expression: jsonata.Expression;
  /** Names of all variables in it, without `$`: only these are bound. */
  readonly variables: ReadonlySet<string>;
  /** It defines functions, so that it may run without end. */
  readonly mayRecur: boolean;
  /** Levels of its tree, without what functions do when they are called. */
  readonly depth: number;
}

const cache = new Map<string, CompiledExpression>();

/** The expression between the marks, without spaces around. */
export function unwrapExpression(text: JsonataText): string {
  return jsonataSource(text).trim();
}

/** Compiles an expression, once per text. @throws the engine's error, with `code` and `message`. */
export function compileExpression(source: string): CompiledExpression {
  let compiled = cache.get(source);
  if (compiled === undefined) {
    const expression = jsonata(source);
    const facts = { variables: new Set<string>(), mayRecur: false };
    const tree = expression.ast();
    inspect(tree, facts);
    compiled = { source, expression, ...facts, depth: measureDepth(tree) };
    cache.set(source, compiled);
  }
  return compiled;
}

function inspect(node: unknown, facts: { variables: Set<string>; mayRecur: boolean }): void {
  if (typeof node !== "object" || node === null || node instanceof RegExp) return;
  if (Array.isArray(node)) {
    for (const item of node) inspect(item, facts);
    return;
  }
  const { type, value } = node as { type?: unknown; value?: unknown };
  if (type === "variable" && typeof value === "string") facts.variables.add(value);
  if (type === "lambda") facts.mayRecur = true;
  for (const child of Object.values(node)) inspect(child, facts);
}

function measureDepth(node: unknown): number {
  if (typeof node !== "object" || node === null || node instanceof RegExp) return 0;
  const { type } = node as { type?: unknown };
  if (type === "lambda") return 1;
  let deepest = 0;
  for (const child of Object.values(node)) deepest = Math.max(deepest, measureDepth(child));
  return typeof type === "string" ? deepest + 1 : deepest;
}
