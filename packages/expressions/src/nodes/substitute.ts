import type { ExpressionNode } from "./expression-node.js";
import { transformExpression, walkExpression } from "./transform.js";

/**
 * Replaces `scope` and `capture` nodes. A lambda parameter or binding that would hide a variable of a replacement gets
 * another name, so `s.lines.map((order) => order.id + s.order.id)` stays right when `s.order` becomes `$order`.
 */
export function substituteExpression(
  node: ExpressionNode,
  replace: (node: ExpressionNode & { readonly kind: "scope" | "capture" }) => ExpressionNode,
): ExpressionNode {
  const replacements = new Map<ExpressionNode, ExpressionNode>();
  const locals = new Set<string>();
  const taken = new Set<string>();
  const replaced = transformExpression(node, (child) => {
    if (child.kind === "lambda") for (const name of child.parameters) locals.add(name);
    if (child.kind === "block") for (const { name } of child.bindings) locals.add(name);
    if (child.kind !== "scope" && child.kind !== "capture") return child;
    const replacement = replace(child);
    replacements.set(child, replacement);
    walkExpression(replacement, (part) => part.kind === "variable" && taken.add(part.name));
    return replacement;
  });
  const hiding = [...locals].filter((name) => taken.has(name));
  if (hiding.length === 0) return replaced;
  const renamed = rename(node, hiding, new Set([...taken, ...locals]));
  return transformExpression(renamed, (child) => replacements.get(child) ?? child);
}

/** Gives locals names that nothing else has. */
function rename(node: ExpressionNode, locals: readonly string[], used: Set<string>): ExpressionNode {
  walkExpression(node, (child) => {
    if (child.kind === "variable") used.add(child.name);
    if (child.kind === "source") for (const name of child.inLambda?.binds ?? []) used.add(name);
  });
  const names = new Map(locals.map((name) => [name, freshName(name, used)]));
  const newName = (name: string): string => names.get(name) ?? name;
  return transformExpression(node, (child) => {
    switch (child.kind) {
      case "variable":
        return names.has(child.name) ? Object.freeze({ ...child, name: newName(child.name) }) : child;
      case "lambda":
        return Object.freeze({ ...child, parameters: child.parameters.map(newName) });
      case "block":
        return Object.freeze({
          ...child,
          bindings: child.bindings.map(({ name, value }) => ({ name: newName(name), value })),
        });
      default:
        return child;
    }
  });
}

/** `name2`, `name3` …: the first that `used` does not have, which it then has. */
export function freshName(name: string, used: Set<string>): string {
  let fresh = name;
  for (let count = 2; used.has(fresh); count++) fresh = `${name}${count}`;
  used.add(fresh);
  return fresh;
}
