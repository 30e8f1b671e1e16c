import type { ExpressionNode } from "../nodes/expression-node.js";
import { elementNeedsParentheses, objectNeedsParentheses, operandNeedsParentheses } from "./precedence.js";

/** How deep Step Functions evaluates: an expression that needs more fails the state. */
export const maxExpressionDepth = 100;

/**
 * How deep the evaluation of a printed node nests: `1 + 1 + 1` is 3. A lambda's body counts from where the lambda is given,
 * a path as one level above its steps, parentheses as one level.
 */
export function expressionDepth(node: ExpressionNode): number {
  switch (node.kind) {
    case "literal":
      return literalDepth(node.value);
    case "property":
    case "subscript":
      return 1 + Math.max(...pathSteps(node).map(expressionDepth));
    case "call":
      return (
        1 +
        Math.max(
          typeof node.callee === "string" ? 1 : expressionDepth(node.callee),
          ...node.arguments.map(expressionDepth),
        )
      );
    case "binary":
      return (
        1 +
        Math.max(
          within(node.left, operandNeedsParentheses(node.operator, node.left, "left")),
          within(node.right, operandNeedsParentheses(node.operator, node.right, "right")),
        )
      );
    case "negate":
      return 1 + expressionDepth(node.operand);
    case "conditional":
      return (
        1 + Math.max(expressionDepth(node.condition), expressionDepth(node.whenTrue), expressionDepth(node.whenFalse))
      );
    case "array":
      return 1 + Math.max(0, ...node.elements.map((element) => within(element, elementNeedsParentheses(element))));
    case "object":
      return (
        1 + Math.max(0, ...node.entries.flatMap(({ key, value }) => [expressionDepth(key), expressionDepth(value)]))
      );
    case "lambda":
      return 1 + expressionDepth(node.body);
    case "block":
      // A binding is a level of its own.
      return (
        1 + Math.max(expressionDepth(node.result), ...node.bindings.map(({ value }) => 1 + expressionDepth(value)))
      );
    case "source":
      // How deep the text itself is, only a parser knows; the definition's validator has one.
      return 1 + Math.max(0, ...node.parts.map((part) => (typeof part === "string" ? 0 : expressionDepth(part))));
    default:
      return 1;
  }
}

function within(node: ExpressionNode, parenthesized: boolean): number {
  return expressionDepth(node) + (parenthesized ? 1 : 0);
}

/** The first step and the subscripts of a path; names add no depth of their own. */
function pathSteps(node: ExpressionNode): readonly ExpressionNode[] {
  const steps: ExpressionNode[] = [];
  let step = node;
  while (step.kind === "property" || step.kind === "subscript") {
    if (step.kind === "subscript") steps.push(step.subscript);
    else if (objectNeedsParentheses(step.object)) break;
    step = step.object;
  }
  if (step.kind === "property") return [...steps, { kind: "block", bindings: [], result: step.object }];
  if (objectNeedsParentheses(step)) return [...steps, { kind: "block", bindings: [], result: step }];
  return [...steps, step];
}

function literalDepth(value: unknown): number {
  if (value === null || typeof value !== "object") return 1;
  return 1 + Math.max(0, ...Object.values(value).map(literalDepth));
}
