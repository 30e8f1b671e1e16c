import ts from "#typescript";
import { binary, call, conditional, literal } from "../../nodes/create.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import { mayBeAbsent } from "../absence.js";
import { lowerMatchTest } from "../calls/text-patterns.js";
import { type Lowering, sourceText } from "../lowering.js";
import { unwrap } from "../references.js";
import { isOnly } from "../value-kinds.js";
import { isUndefined } from "./identifiers.js";

/** `===`, `!==`, and `==`, `!=` with null. In JSONata both `=` and `!=` are false where a side is missing. */
export function lowerEquality(node: ts.BinaryExpression, lowering: Lowering): ExpressionNode {
  const operator = node.operatorToken.kind;
  const equal = operator === ts.SyntaxKind.EqualsEqualsEqualsToken || operator === ts.SyntaxKind.EqualsEqualsToken;
  const loose = operator === ts.SyntaxKind.EqualsEqualsToken || operator === ts.SyntaxKind.ExclamationEqualsToken;
  const [tested, constant] =
    isNull(node.left) || isUndefined(node.left) ? [node.right, node.left] : [node.left, node.right];
  const matches = isNull(constant) ? lowerMatchTest(tested, lowering) : undefined;
  if (matches) return equal ? call("not", matches) : matches;
  if (loose) {
    if (!isNull(constant) && !isUndefined(constant)) {
      return lowering.refuse("loose-equality", node.operatorToken, { operator: node.operatorToken.getText() });
    }
    const exists = binary("!=", lowering.lower(tested), literal(null));
    return equal ? call("not", exists) : exists;
  }
  if (isUndefined(constant)) {
    const exists = call("exists", lowering.lower(tested));
    return equal ? call("not", exists) : exists;
  }
  return lowerTypeTest(tested, constant, equal, lowering) ?? lowerComparison(node, equal, lowering);
}

function isNull(node: ts.Expression): boolean {
  return unwrap(node).kind === ts.SyntaxKind.NullKeyword;
}

function lowerComparison(node: ts.BinaryExpression, equal: boolean, lowering: Lowering): ExpressionNode {
  const sides = [node.left, node.right];
  for (const side of sides) {
    if (!lowering.kinds(side).has("untyped")) continue;
    return lowering.refuse("untyped-value", side, { text: sourceText(side) });
  }
  if (!sides.some((side) => isOnly(lowering.kinds(side), "string", "number", "boolean", "null", "undefined"))) {
    return lowering.refuse("object-equality", node.operatorToken, { operator: node.operatorToken.getText() });
  }
  const left = lowering.lower(node.left);
  const right = lowering.lower(node.right);
  if (sides.every((side) => mayBeAbsent(side, lowering))) {
    return lowering.sharing(left, "left", (first) =>
      lowering.sharing(right, "right", (second) => {
        const same = binary("=", first, second);
        const bothMissing = call("not", call("exists", second));
        const test = conditional(call("exists", first), same, bothMissing);
        return equal ? test : call("not", test);
      }),
    );
  }
  if (equal) return binary("=", left, right);
  const absent = sides.some((side) => mayBeAbsent(side, lowering));
  return absent ? call("not", binary("=", left, right)) : binary("!=", left, right);
}

const testedTypes = new Set(["string", "number", "boolean"]);
/** What JavaScript calls an object. */
const objects = literal(["object", "array", "null"]);

/** `typeof value === "string"`. */
function lowerTypeTest(
  tested: ts.Expression,
  constant: ts.Expression,
  equal: boolean,
  lowering: Lowering,
): ExpressionNode | undefined {
  const [test, name] = ts.isTypeOfExpression(unwrap(tested))
    ? [unwrap(tested), unwrap(constant)]
    : [unwrap(constant), unwrap(tested)];
  if (!ts.isTypeOfExpression(test) || !ts.isStringLiteralLike(name)) return undefined;
  if (name.text === "undefined") {
    const exists = call("exists", lowering.lower(test.expression));
    return equal ? call("not", exists) : exists;
  }
  const type = call("type", lowering.lower(test.expression));
  if (name.text === "object") return equal ? binary("in", type, objects) : call("not", binary("in", type, objects));
  if (!testedTypes.has(name.text)) {
    const help = "Test for string, number, boolean, object or undefined; for arrays use Array.isArray.";
    return lowering.unsupported(name, `typeof with "${name.text}"`, help);
  }
  const same = binary("=", type, literal(name.text));
  return equal ? same : call("not", same);
}
