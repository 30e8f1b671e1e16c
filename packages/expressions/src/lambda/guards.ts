import ts from "#typescript";
import type { Lowering } from "./lowering.js";
import { computedKey, memberKey, referenceKey, unwrap } from "./references.js";
import { literalNumbers } from "./value-kinds.js";

/** What the tests around a place tell, by the keys of references. */
export interface Guards {
  /** References that are not 0. */
  readonly nonZero: string[];
  /** References that have a value. */
  readonly present: string[];
}

type Tested = Pick<Lowering, "checker" | "symbolOf" | "guards">;

/** Whether a test around a reference tells that it is not 0. */
export function isTestedNonZero(node: ts.Expression, lowering: Tested): boolean {
  const key = referenceKey(node, lowering);
  return key !== undefined && lowering.guards.nonZero.includes(key);
}

/** Methods whose result has as many elements as their array. */
const keepsLength = new Set(["map", "toReversed", "toSorted"]);

/** Whether an array is known to have an element, by a test of its length. */
export function isFilled(expression: ts.Expression, lowering: Tested): boolean {
  const array = unwrap(expression);
  if (ts.isCallExpression(array) && ts.isPropertyAccessExpression(array.expression)) {
    return keepsLength.has(array.expression.name.text) && isFilled(array.expression.expression, lowering);
  }
  const key = memberKey(array, "length", lowering);
  return key !== undefined && lowering.guards.nonZero.includes(key);
}

/** Whether a test around a reference tells that it has a value; or that its array has one, of which it is the first or last. */
export function isGuarded(node: ts.Expression, lowering: Tested): boolean {
  const { nonZero, present } = lowering.guards;
  if (nonZero.length === 0 && present.length === 0) return false;
  const key = referenceKey(node, lowering);
  if (key !== undefined && present.includes(key)) return true;
  if (ts.isElementAccessExpression(node)) {
    const index = unwrap(node.argumentExpression);
    return (
      (isConstant(index, "0") || isLastIndex(index, node.expression, lowering)) && isFilled(node.expression, lowering)
    );
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const [index] = node.arguments;
  const isEnd = index !== undefined && (isConstant(index, "0") || isConstant(index, "-1"));
  return isEnd && node.expression.name.text === "at" && isFilled(node.expression.expression, lowering);
}

function isConstant(node: ts.Expression, text: "0" | "-1"): boolean {
  return unwrap(node).getText() === text;
}

/** Whether an index is `array.length - 1`. */
export function isLastIndex(expression: ts.Expression, array: ts.Expression, lowering: Tested): boolean {
  const index = unwrap(expression);
  if (!ts.isBinaryExpression(index) || index.operatorToken.kind !== ts.SyntaxKind.MinusToken) return false;
  const key = memberKey(array, "length", lowering);
  return key !== undefined && referenceKey(index.left, lowering) === key && index.right.getText() === "1";
}

/** Runs `build` where `condition` has had the given outcome. */
export function assuming<T>(condition: ts.Expression, outcome: boolean, lowering: Tested, build: () => T): T {
  const { nonZero, present } = lowering.guards;
  const before = [nonZero.length, present.length] as const;
  addGuards(condition, outcome, lowering);
  const result = build();
  [nonZero.length, present.length] = before;
  return result;
}

/** Adds what is known once `condition` has had the given outcome. */
function addGuards(condition: ts.Expression, outcome: boolean, lowering: Tested): void {
  const inner = unwrap(condition);
  if (ts.isPrefixUnaryExpression(inner) && inner.operator === ts.SyntaxKind.ExclamationToken) {
    addGuards(inner.operand, !outcome, lowering);
    return;
  }
  if (!ts.isBinaryExpression(inner)) {
    if (outcome) addPresent(testedByCall(inner), lowering);
    return;
  }
  const { left, right, operatorToken } = inner;
  if (operatorToken.kind === (outcome ? ts.SyntaxKind.AmpersandAmpersandToken : ts.SyntaxKind.BarBarToken)) {
    addGuards(left, outcome, lowering);
    addGuards(right, outcome, lowering);
    return;
  }
  for (const [tested, operator, constant] of [
    [left, operatorToken.kind, right],
    [right, mirrored(operatorToken.kind), left],
  ] as const) {
    if (excludesZero(operator, constantOf(constant, lowering), outcome))
      addKey(tested, lowering.guards.nonZero, lowering);
    if (excludesUndefined(tested, operator, constant, outcome)) addPresent(tested, lowering);
  }
  if (operatorToken.kind === ts.SyntaxKind.InKeyword && outcome) addMember(right, left, lowering);
}

function addKey(node: ts.Expression, keys: string[], lowering: Tested): void {
  const key = referenceKey(node, lowering);
  if (key !== undefined) keys.push(key);
}

/** Adds a reference that has a value, or whose type or truth was found out. */
function addPresent(node: ts.Expression | undefined, lowering: Tested): void {
  const inner = node && unwrap(node);
  if (inner !== undefined)
    addKey(ts.isTypeOfExpression(inner) ? inner.expression : inner, lowering.guards.present, lowering);
}

/** `"name" in object`. */
function addMember(object: ts.Expression, name: ts.Expression, lowering: Tested): void {
  const inner = unwrap(name);
  const access = ts.isStringLiteralLike(inner)
    ? memberKey(object, inner.text, lowering)
    : computedKey(object, inner, lowering);
  if (access !== undefined) lowering.guards.present.push(access);
}

/** What `Boolean(value)` and `Array.isArray(value)` find to be there. */
function testedByCall(node: ts.Expression): ts.Expression | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const callee = node.expression.getText();
  return callee === "Boolean" || callee === "Array.isArray" ? node.arguments[0] : undefined;
}

const equals = new Set<ts.SyntaxKind>([ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.EqualsEqualsToken]);
const differs = new Set<ts.SyntaxKind>([
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);
const loose = new Set<ts.SyntaxKind>([ts.SyntaxKind.EqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsToken]);

/** Whether `x operator constant` with that outcome leaves out that x is undefined. */
function excludesUndefined(
  tested: ts.Expression,
  operator: ts.SyntaxKind,
  constant: ts.Expression,
  outcome: boolean,
): boolean {
  const inner = unwrap(constant);
  const isEqual = (outcome ? equals : differs).has(operator);
  const isDifferent = (outcome ? differs : equals).has(operator);
  if (ts.isTypeOfExpression(unwrap(tested)) && ts.isStringLiteralLike(inner)) {
    return inner.text === "undefined" ? isDifferent : isEqual;
  }
  if (inner.kind === ts.SyntaxKind.NullKeyword) return isDifferent && loose.has(operator);
  if (ts.isIdentifier(inner) && inner.text === "undefined") return isDifferent;
  return ts.isLiteralExpression(inner) && isEqual;
}

function constantOf(node: ts.Expression, lowering: Tested): number | undefined {
  const values = literalNumbers(lowering.checker.getTypeAtLocation(unwrap(node)));
  return values?.length === 1 ? values[0] : undefined;
}

/** Whether `x operator constant` with that outcome leaves out 0 as x. */
function excludesZero(operator: ts.SyntaxKind, constant: number | undefined, outcome: boolean): boolean {
  if (constant === undefined) return false;
  const test = tests[operator];
  return test !== undefined && test(0, constant) !== outcome;
}

const tests: { readonly [operator in ts.SyntaxKind]?: (left: number, right: number) => boolean } = {
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: (left, right) => left === right,
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: (left, right) => left !== right,
  [ts.SyntaxKind.LessThanToken]: (left, right) => left < right,
  [ts.SyntaxKind.LessThanEqualsToken]: (left, right) => left <= right,
  [ts.SyntaxKind.GreaterThanToken]: (left, right) => left > right,
  [ts.SyntaxKind.GreaterThanEqualsToken]: (left, right) => left >= right,
};

const mirrors: { readonly [operator in ts.SyntaxKind]?: ts.SyntaxKind } = {
  [ts.SyntaxKind.LessThanToken]: ts.SyntaxKind.GreaterThanToken,
  [ts.SyntaxKind.LessThanEqualsToken]: ts.SyntaxKind.GreaterThanEqualsToken,
  [ts.SyntaxKind.GreaterThanToken]: ts.SyntaxKind.LessThanToken,
  [ts.SyntaxKind.GreaterThanEqualsToken]: ts.SyntaxKind.LessThanEqualsToken,
};

function mirrored(operator: ts.SyntaxKind): ts.SyntaxKind {
  return mirrors[operator] ?? operator;
}
