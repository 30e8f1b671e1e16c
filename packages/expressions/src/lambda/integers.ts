import ts from "#typescript";
import type { IntegerFacts, Lowering } from "./lowering.js";
import { unwrap } from "./references.js";
import { isScope } from "./syntax/identifiers.js";
import { literalNumbers } from "./value-kinds.js";

/** Longest array or text that JavaScript can have. */
const lengthFacts: IntegerFacts = { bound: 2 ** 32, nonNegative: true };

export const indexFacts = lengthFacts;

/** Integers below are written alike by JSONata (15 significant digits) and JavaScript. */
export const maxTextInteger = 1e15 - 1;

/** What is known of an expression's value as an integer, or undefined where it may be a fraction. */
export function integerFacts(node: ts.Expression, lowering: Lowering): IntegerFacts | undefined {
  const inner = unwrap(node);
  const literals = literalNumbers(lowering.checker.getTypeAtLocation(inner));
  if (literals?.every(Number.isInteger)) {
    return { bound: Math.max(...literals.map(Math.abs)), nonNegative: literals.every((value) => value >= 0) };
  }
  if (ts.isPropertyAccessExpression(inner)) {
    const { expression, name } = inner;
    if (name.text === "length" && lowering.isOnly(expression, "string", "array")) return lengthFacts;
    // The position of a Map iteration; no step can have that name.
    return name.text === "index" && isScope(expression, lowering) ? indexFacts : undefined;
  }
  if (ts.isIdentifier(inner)) {
    const symbol = lowering.symbolOf(inner);
    return symbol && lowering.integers.get(symbol);
  }
  if (ts.isCallExpression(inner)) return callFacts(inner, lowering);
  if (ts.isNonNullExpression(inner)) return integerFacts(inner.expression, lowering);
  if (ts.isConditionalExpression(inner)) {
    return widen(integerFacts(inner.whenTrue, lowering), integerFacts(inner.whenFalse, lowering));
  }
  return ts.isBinaryExpression(inner) ? binaryFacts(inner, lowering) : undefined;
}

/** What functions give that only give integers. */
function callFacts(node: ts.CallExpression, lowering: Lowering): IntegerFacts | undefined {
  const { expression: callee } = node;
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const [first] = node.arguments;
  if (callee.expression.getText() === "Math" && first !== undefined) {
    // Rounding leaves an integer alone; of a fraction it is one of unknown size.
    return rounding.has(callee.name.text) ? integerFacts(first, lowering) : undefined;
  }
  const isPosition = callee.name.text === "indexOf" || callee.name.text === "findIndex";
  return isPosition && lowering.isOnly(callee.expression, "string", "array")
    ? { bound: lengthFacts.bound, nonNegative: false }
    : undefined;
}

const rounding = new Set(["floor", "ceil", "round", "trunc"]);

function widen(left: IntegerFacts | undefined, right: IntegerFacts | undefined): IntegerFacts | undefined {
  if (!left || !right) return undefined;
  return { bound: Math.max(left.bound, right.bound), nonNegative: left.nonNegative && right.nonNegative };
}

function binaryFacts(node: ts.BinaryExpression, lowering: Lowering): IntegerFacts | undefined {
  const left = integerFacts(node.left, lowering);
  const right = integerFacts(node.right, lowering);
  if (!left || !right) return undefined;
  const nonNegative = left.nonNegative && right.nonNegative;
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.PlusToken:
      return exact({ bound: left.bound + right.bound, nonNegative });
    case ts.SyntaxKind.MinusToken:
      return exact({ bound: left.bound + right.bound, nonNegative: false });
    case ts.SyntaxKind.AsteriskToken:
      return exact({ bound: left.bound * right.bound, nonNegative });
    case ts.SyntaxKind.PercentToken:
      return { bound: Math.min(left.bound, right.bound), nonNegative: left.nonNegative };
    default:
      return undefined;
  }
}

function exact(facts: IntegerFacts): IntegerFacts | undefined {
  return facts.bound <= Number.MAX_SAFE_INTEGER ? facts : undefined;
}
