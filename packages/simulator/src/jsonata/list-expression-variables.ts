import { compileExpression } from "./expression.js";

interface AstNode {
  readonly type?: string;
  readonly value?: unknown;
  readonly lhs?: AstNode;
  readonly procedure?: AstNode;
  readonly arguments?: readonly AstNode[];
}

/** Variables that an expression reads from outside: not its own, not `$states`, not the functions that it calls. */
export function listExpressionVariables(source: string): string[] {
  const own = new Set(["", "$", "states"]);
  const read = new Set<string>();
  visit(compileExpression(source).expression.ast(), own, read);
  return [...read].filter((name) => !own.has(name)).sort();
}

function visit(node: unknown, own: Set<string>, read: Set<string>): void {
  if (typeof node !== "object" || node === null || node instanceof RegExp) return;
  if (Array.isArray(node)) {
    for (const item of node) visit(item, own, read);
    return;
  }
  const { type, value, lhs, procedure, arguments: args } = node as AstNode;
  if (type === "variable" && typeof value === "string") read.add(value);
  if (type === "bind" && typeof lhs?.value === "string") own.add(lhs.value);
  if (type === "lambda") for (const argument of args ?? []) own.add(String(argument.value));
  for (const [key, child] of Object.entries(node)) {
    if (key === "procedure" && procedure?.type === "variable") continue;
    visit(child, own, read);
  }
}
