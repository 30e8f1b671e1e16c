import type { ExpressionNode } from "./expression-node.js";

/** Rebuilds a tree bottom up; `replace` sees each node after its children and may give another one. */
export function transformExpression(
  node: ExpressionNode,
  replace: (node: ExpressionNode) => ExpressionNode,
): ExpressionNode {
  const visit = (child: ExpressionNode): ExpressionNode => transformExpression(child, replace);
  return replace(Object.freeze(mapExpressionChildren(node, visit)));
}

/** Calls `visit` with each node, parents first. */
export function walkExpression(node: ExpressionNode, visit: (node: ExpressionNode) => void): void {
  visit(node);
  mapExpressionChildren(node, (child) => {
    walkExpression(child, visit);
    return child;
  });
}

/** The node with each direct child replaced. */
export function mapExpressionChildren(
  node: ExpressionNode,
  visit: (child: ExpressionNode) => ExpressionNode,
): ExpressionNode {
  switch (node.kind) {
    case "literal":
    case "regex":
    case "placeholder":
    case "variable":
    case "states":
    case "scope":
    case "capture":
    case "contextName":
      return node;
    case "property":
      return { ...node, object: visit(node.object) };
    case "subscript":
      return { ...node, object: visit(node.object), subscript: visit(node.subscript) };
    case "call":
      return {
        ...node,
        callee: typeof node.callee === "string" ? node.callee : visit(node.callee),
        arguments: node.arguments.map(visit),
      };
    case "binary":
      return { ...node, left: visit(node.left), right: visit(node.right) };
    case "negate":
      return { ...node, operand: visit(node.operand) };
    case "conditional":
      return {
        ...node,
        condition: visit(node.condition),
        whenTrue: visit(node.whenTrue),
        whenFalse: visit(node.whenFalse),
      };
    case "array":
      return { ...node, elements: node.elements.map(visit) };
    case "object":
      return { ...node, entries: node.entries.map(({ key, value }) => ({ key: visit(key), value: visit(value) })) };
    case "lambda":
      return { ...node, body: visit(node.body) };
    case "block":
      return {
        ...node,
        bindings: node.bindings.map(({ name, value }) => ({ name, value: visit(value) })),
        result: visit(node.result),
      };
    case "source":
      return { ...node, parts: node.parts.map((part) => (typeof part === "string" ? part : visit(part))) };
  }
}
