import ts from "#typescript";
import { literal } from "../nodes/create.js";
import type { ExpressionNode } from "../nodes/expression-node.js";
import { mayBeAbsent } from "./absence.js";
import { lowerCall } from "./calls/calls.js";
import { lowerMatchPart } from "./calls/text-patterns.js";
import { lowerTaggedTemplate } from "./escapes/lower-jsonata.js";
import { type Lowering, sourceText } from "./lowering.js";
import { hasReason } from "./reasons.js";
import { lowerElementAccess, lowerPropertyAccess } from "./syntax/access.js";
import { lowerArrayLiteral } from "./syntax/arrays.js";
import { lowerConditional } from "./syntax/conditionals.js";
import { lowerIdentifier } from "./syntax/identifiers.js";
import { lowerNumber } from "./syntax/literals.js";
import { lowerObjectLiteral } from "./syntax/objects.js";
import { lowerBinary, lowerPrefix } from "./syntax/operators.js";
import { lowerTemplate } from "./syntax/templates.js";
import { unsupportedExpression } from "./syntax/unsupported.js";

export function lowerExpression(node: ts.Expression, lowering: Lowering): ExpressionNode {
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isTypeAssertionExpression(node)
  ) {
    return lowering.lower(node.expression);
  }
  if (ts.isNonNullExpression(node)) return lowerAssertion(node, lowering);
  if (ts.isIdentifier(node)) return lowerIdentifier(node, lowering);
  if (ts.isPropertyAccessExpression(node)) return lowerPropertyAccess(node, lowering);
  if (ts.isElementAccessExpression(node)) return lowerMatchPart(node, lowering) ?? lowerElementAccess(node, lowering);
  if (ts.isCallExpression(node)) return lowerCall(node, lowering);
  if (ts.isBinaryExpression(node)) return lowerBinary(node, lowering);
  if (ts.isConditionalExpression(node)) return lowerConditional(node, lowering);
  if (ts.isPrefixUnaryExpression(node)) return lowerPrefix(node, lowering);
  if (ts.isTemplateExpression(node)) return lowerTemplate(node, lowering);
  if (ts.isTaggedTemplateExpression(node)) return lowerTaggedTemplate(node, lowering);
  if (ts.isArrayLiteralExpression(node)) return lowerArrayLiteral(node, lowering);
  if (ts.isObjectLiteralExpression(node)) return lowerObjectLiteral(node, lowering);
  if (ts.isStringLiteralLike(node)) return literal(node.text);
  if (ts.isNumericLiteral(node)) return lowerNumber(node, lowering);
  switch (node.kind) {
    case ts.SyntaxKind.TrueKeyword:
      return literal(true);
    case ts.SyntaxKind.FalseKeyword:
      return literal(false);
    case ts.SyntaxKind.NullKeyword:
      return literal(null);
    default:
      return unsupportedExpression(node, lowering);
  }
}

/** `value!` is the user's word that there is one; what makes it sure belongs beside it. */
function lowerAssertion(node: ts.NonNullExpression, lowering: Lowering): ExpressionNode {
  if (mayBeAbsent(node.expression, lowering) && !hasReason(node)) {
    lowering.warn("unexplained-assertion", node, { path: sourceText(node.expression) });
  }
  return lowering.lower(node.expression);
}
