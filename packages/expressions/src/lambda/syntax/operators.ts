import ts from "#typescript";
import { binary, call, literal, negate, property } from "../../nodes/create.js";
import type { BinaryOperator, ExpressionNode } from "../../nodes/expression-node.js";
import { isNonZero } from "../divisors.js";
import { assuming } from "../guards.js";
import { type Lowering, sourceText } from "../lowering.js";
import { unwrap } from "../references.js";
import { describeKinds, literalNumbers } from "../value-kinds.js";
import { lowerCoalescing } from "./conditionals.js";
import { lowerEquality } from "./equality.js";
import { lowerToText } from "./templates.js";

export function lowerBinary(node: ts.BinaryExpression, lowering: Lowering): ExpressionNode {
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.PlusToken:
      return lowerPlus(node, lowering);
    case ts.SyntaxKind.MinusToken:
    case ts.SyntaxKind.AsteriskToken:
      return lowerArithmetic(node, node.operatorToken.getText() as "-" | "*", lowering);
    case ts.SyntaxKind.SlashToken:
    case ts.SyntaxKind.PercentToken:
      return lowerDivision(node, lowering);
    case ts.SyntaxKind.AsteriskAsteriskToken:
      return lowerPower(node.left, node.right, lowering);
    case ts.SyntaxKind.LessThanToken:
    case ts.SyntaxKind.LessThanEqualsToken:
    case ts.SyntaxKind.GreaterThanToken:
    case ts.SyntaxKind.GreaterThanEqualsToken:
      return lowerOrder(node, lowering);
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return lowerEquality(node, lowering);
    case ts.SyntaxKind.AmpersandAmpersandToken:
    case ts.SyntaxKind.BarBarToken:
      return lowerLogic(node, lowering);
    case ts.SyntaxKind.QuestionQuestionToken:
      return lowerCoalescing(node, lowering);
    case ts.SyntaxKind.InKeyword:
      return lowerMembership(node.left, node.right, "in", lowering);
    default:
      return refuseOperator(node, lowering);
  }
}

export function lowerPrefix(node: ts.PrefixUnaryExpression, lowering: Lowering): ExpressionNode {
  switch (node.operator) {
    case ts.SyntaxKind.ExclamationToken:
      return call("not", lowering.condition(node.operand));
    case ts.SyntaxKind.MinusToken: {
      const operand = lowerNumberOperand(node.operand, "-", lowering);
      return operand.kind === "literal" && typeof operand.value === "number"
        ? literal(-operand.value)
        : negate(operand);
    }
    case ts.SyntaxKind.PlusToken:
      return lowerNumberOperand(node.operand, "+", lowering);
    default:
      return lowering.unsupported(node, "Changing a value", "Declare another const.");
  }
}

function refuseOperator(node: ts.BinaryExpression, lowering: Lowering): ExpressionNode {
  const { operatorToken } = node;
  if (operatorToken.kind >= ts.SyntaxKind.FirstAssignment && operatorToken.kind <= ts.SyntaxKind.LastAssignment) {
    return lowering.unsupported(operatorToken, "Assignment", "Declare another const.");
  }
  return lowering.unsupported(
    operatorToken,
    `The operator "${operatorToken.getText()}"`,
    "Use arithmetic, comparisons and logic.",
  );
}

function lowerPlus(node: ts.BinaryExpression, lowering: Lowering): ExpressionNode {
  if (lowering.isOnly(node.left, "number") && lowering.isOnly(node.right, "number")) {
    return lowerArithmetic(node, "+", lowering);
  }
  if (lowering.isOnly(node.left, "string") || lowering.isOnly(node.right, "string")) {
    return binary("&", lowerToText(node.left, lowering), lowerToText(node.right, lowering));
  }
  const side = lowering.isOnly(node.left, "number", "string") ? node.right : node.left;
  return refuseOperand(side, "+", "two numbers or two texts", lowering);
}

function lowerArithmetic(node: ts.BinaryExpression, operator: BinaryOperator, lowering: Lowering): ExpressionNode {
  const text = node.operatorToken.getText();
  return binary(
    operator,
    lowerNumberOperand(node.left, text, lowering),
    lowerNumberOperand(node.right, text, lowering),
  );
}

function lowerDivision(node: ts.BinaryExpression, lowering: Lowering): ExpressionNode {
  if (!isNonZero(node.right, lowering)) lowering.refuse("zero-divisor", node.right, { text: sourceText(node.right) });
  return lowerArithmetic(node, node.operatorToken.kind === ts.SyntaxKind.SlashToken ? "/" : "%", lowering);
}

/** Whole exponents from 0 are finite for every base that is not huge; others may give what JSON cannot hold. */
export function lowerPower(base: ts.Expression, exponent: ts.Expression, lowering: Lowering): ExpressionNode {
  const exponents = literalNumbers(lowering.checker.getTypeAtLocation(unwrap(exponent)));
  if (!exponents?.every((value) => Number.isInteger(value) && value >= 0)) {
    return lowering.unsupported(exponent, "A power that is not a constant integer from 0", "Use a constant exponent.");
  }
  return call("power", lowerNumberOperand(base, "**", lowering), lowering.lower(exponent));
}

export function lowerNumberOperand(node: ts.Expression, operator: string, lowering: Lowering): ExpressionNode {
  if (!lowering.isOnly(node, "number", "undefined")) return refuseOperand(node, operator, "numbers", lowering);
  return lowering.value(node, `"${operator}"`);
}

function lowerOrder(node: ts.BinaryExpression, lowering: Lowering): ExpressionNode {
  const operator = node.operatorToken.getText() as "<" | "<=" | ">" | ">=";
  const kind = lowering.isOnly(node.left, "string", "undefined") ? "string" : "number";
  for (const side of [node.left, node.right]) {
    if (!lowering.isOnly(side, kind, "undefined")) {
      return refuseOperand(side, operator, "two numbers or two texts", lowering);
    }
  }
  const position = `"${operator}"`;
  return binary(operator, lowering.value(node.left, position), lowering.value(node.right, position));
}

function refuseOperand(node: ts.Expression, operator: string, wanted: string, lowering: Lowering): ExpressionNode {
  const kinds = lowering.kinds(node);
  if (kinds.has("untyped")) return lowering.refuse("untyped-value", node, { text: sourceText(node) });
  return lowering.refuse("operand-type", node, {
    text: sourceText(node),
    type: describeKinds(kinds),
    operator,
    wanted,
  });
}

function lowerLogic(node: ts.BinaryExpression, lowering: Lowering): ExpressionNode {
  const and = node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
  const left = lowering.condition(node.left);
  // `text || "default"`: the fault is on the left.
  const isLogic = lowering.isOnly(node.left, "boolean");
  const right = assuming(node.left, and, lowering, () =>
    isLogic ? lowering.condition(node.right) : lowering.lower(node.right),
  );
  return binary(and ? "and" : "or", left, right);
}

/** `"name" in object` and `Object.hasOwn(object, "name")`, by that name or another. */
export function lowerMembership(
  key: ts.Expression,
  object: ts.Expression,
  operator: "in" | "Object.hasOwn",
  lowering: Lowering,
): ExpressionNode {
  if (!lowering.isOnly(object, "object")) return refuseOperand(object, operator, "objects", lowering);
  if (!lowering.isOnly(key, "string")) return refuseOperand(key, operator, "texts", lowering);
  const [container, name] = [lowering.value(object, `"${operator}"`), lowering.value(key, `"${operator}"`)];
  if (name.kind === "literal" && isPlainName(String(name.value))) {
    return call("exists", property(container, String(name.value)));
  }
  // The reference engine looks a name up as JavaScript does, where every object has a "constructor".
  return operator === "in"
    ? call("exists", call("lookup", container, name))
    : binary("in", name, call("keys", container));
}

/** What a step of a path can be, and no object has by itself. */
function isPlainName(name: string): boolean {
  return /^[A-Za-z_]\w*$/.test(name) && !(name in Object.prototype);
}
