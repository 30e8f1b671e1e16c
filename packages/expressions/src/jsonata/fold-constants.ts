import { absent, array, block, conditional, isAbsent, literal, placeholder } from "../nodes/create.js";
import type {
  BinaryNode,
  CallNode,
  ConditionalNode,
  ExpressionNode,
  Json,
  ObjectNode,
} from "../nodes/expression-node.js";
import { transformExpression, walkExpression } from "../nodes/transform.js";
import { splitsText } from "./precedence.js";

/**
 * Computes what is known once captures are replaced by literals: members of constant objects and arrays, comparisons,
 * arithmetic and concatenation of constants, and conditionals whose condition is constant. What might differ from the
 * engine's own result is left as it is.
 */
export function foldConstants(node: ExpressionNode): ExpressionNode {
  return bare(transformExpression(node, foldNode));
}

/**
 * A conditional in an array constructor is spliced in, an array constructor is not: one that comes out of a conditional
 * keeps parentheses until it is clear that it stands in no other.
 */
function guarded(node: ExpressionNode): ExpressionNode {
  return node.kind === "array" ? block([], node) : node;
}

function bare(node: ExpressionNode): ExpressionNode {
  return node.kind === "block" && node.bindings.length === 0 && node.result.kind === "array" ? node.result : node;
}

/** Whether a node reads nothing: no scope, capture, variable, context or function. */
export function isConstant(node: ExpressionNode): boolean {
  let constant = true;
  walkExpression(node, (child) => {
    if (reading.has(child.kind)) constant = false;
  });
  return constant;
}

const reading: ReadonlySet<ExpressionNode["kind"]> = new Set([
  "variable",
  "states",
  "scope",
  "capture",
  "contextName",
  "call",
  "placeholder",
  "source",
]);

function foldNode(node: ExpressionNode): ExpressionNode {
  switch (node.kind) {
    case "property":
      if (isAbsent(node.object)) return absent;
      if (node.object.kind === "literal") return memberOf(node, node.object.value, node.name);
      return node.object.kind === "object" ? entryOf(node, node.object, node.name) : node;
    case "subscript":
      return foldSubscript(node, node.object, node.subscript);
    case "conditional":
      if (node.condition.kind !== "literal" || typeof node.condition.value !== "boolean") return withoutNegation(node);
      return guarded(node.condition.value ? node.whenTrue : node.whenFalse);
    case "array": {
      const isBare = node.elements.every((element) => bare(element) === element);
      return isBare ? node : array(node.elements.flatMap((each) => (bare(each) === each ? [each] : elementsOf(each))));
    }
    case "object": {
      const isBare = node.entries.every(({ value }) => bare(value) === value);
      const entries = () => node.entries.map(({ key, value }) => ({ key, value: bare(value) }));
      return isBare ? node : Object.freeze({ ...node, entries: entries() });
    }
    case "negate":
      return node.operand.kind === "literal" && typeof node.operand.value === "number"
        ? literal(-node.operand.value)
        : node;
    case "binary":
      return foldBinary(node);
    case "call":
      return foldCall(node);
    default:
      return node;
  }
}

/** `$not(a) ? b : c` is `a ? c : b`; chains and conditionals without an alternative keep their order. */
function withoutNegation(node: ConditionalNode): ExpressionNode {
  const { condition, whenTrue, whenFalse } = node;
  if (condition.kind !== "call" || condition.callee !== "not" || condition.arguments[0] === undefined) return node;
  if (whenFalse.kind === "conditional" || isAbsent(whenFalse)) return node;
  return conditional(condition.arguments[0], whenFalse, whenTrue);
}

function elementsOf(element: ExpressionNode): readonly ExpressionNode[] {
  const inner = bare(element);
  return inner.kind === "array" ? inner.elements : [inner];
}

/** A member of an object constructor is its value; the others have no effect of their own. */
function entryOf(node: ExpressionNode, constructed: ObjectNode, name: string): ExpressionNode {
  if (constructed.entries.some(({ key }) => key.kind !== "literal")) return node;
  const entry = constructed.entries.findLast(({ key }) => key.kind === "literal" && key.value === name);
  return entry ? guarded(entry.value) : absent;
}

function memberOf(node: ExpressionNode, value: Json, name: string): ExpressionNode {
  if (value === null || typeof value !== "object") return absent;
  // A name after an array reads it of each element.
  if (Array.isArray(value)) return node;
  const member = Object.hasOwn(value, name) ? (value as { readonly [key: string]: Json })[name] : undefined;
  return member === undefined ? absent : literal(member);
}

function foldSubscript(node: ExpressionNode, object: ExpressionNode, index: ExpressionNode): ExpressionNode {
  if (object.kind !== "literal" || !Array.isArray(object.value)) return node;
  if (index.kind !== "literal" || !Number.isInteger(index.value)) return node;
  const element: Json | undefined = object.value.at(index.value as number);
  return element === undefined ? absent : literal(element);
}

function foldCall(node: CallNode): ExpressionNode {
  const [first, ...more] = node.arguments;
  if (first === undefined || more.length > 0) return node;
  if (node.callee === "exists") {
    if (isAbsent(first)) return literal(false);
    return first.kind === "literal" ? literal(true) : node;
  }
  if (first.kind !== "literal") return node;
  if (node.callee === "not" && typeof first.value === "boolean") return literal(!first.value);
  if (node.callee === "count" && Array.isArray(first.value)) return literal(first.value.length);
  return node;
}

function foldBinary(node: BinaryNode): ExpressionNode {
  const { operator } = node;
  if (node.left.kind === "literal" && typeof node.left.value === "boolean") {
    if (operator === "and") return node.left.value ? node.right : node.left;
    if (operator === "or") return node.left.value ? node.left : node.right;
  }
  if ((operator === "=" || operator === "!=") && (isAbsent(node.left) || isAbsent(node.right))) return literal(false);
  if (operator === "&") {
    const text = joinPlaceholders(node.left, node.right);
    if (text) return text;
  }
  if (node.left.kind !== "literal" || node.right.kind !== "literal") return node;
  const value = computeBinary(operator, node.left.value, node.right.value);
  return value === undefined ? node : literal(value);
}

/** A placeholder and the constant text before or after it are one text, unless their joint would be read as a mark. */
function joinPlaceholders(left: ExpressionNode, right: ExpressionNode): ExpressionNode | undefined {
  if (left.kind !== "placeholder" && right.kind !== "placeholder") return undefined;
  const [before, after] = [textOf(left), textOf(right)];
  if (before === undefined || after === undefined || /[$%{]$/.test(before)) return undefined;
  const declares = [left, right].flatMap((side) => (side.kind === "placeholder" ? (side.declares ?? []) : []));
  return placeholder(before + after, declares);
}

function textOf(node: ExpressionNode): string | undefined {
  if (node.kind === "placeholder") return node.text;
  return node.kind === "literal" && typeof node.value === "string" && !splitsText(node.value) ? node.value : undefined;
}

function computeBinary(operator: BinaryNode["operator"], left: Json, right: Json): Json | undefined {
  if (operator === "=" || operator === "!=") {
    if (isObject(left) && isObject(right)) return undefined;
    return (left === right) === (operator === "=");
  }
  if (typeof left === "string" && typeof right === "string") {
    return operator === "&" ? left + right : compare(operator, left, right);
  }
  if (typeof left !== "number" || typeof right !== "number") return undefined;
  const result = calculate(operator, left, right);
  return result === undefined ? compare(operator, left, right) : Number.isFinite(result) ? result : undefined;
}

function isObject(value: Json): boolean {
  return value !== null && typeof value === "object";
}

function calculate(operator: BinaryNode["operator"], left: number, right: number): number | undefined {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
    case "%":
      return left % right;
    default:
      return undefined;
  }
}

function compare<T extends string | number>(operator: BinaryNode["operator"], left: T, right: T): boolean | undefined {
  switch (operator) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
    default:
      return undefined;
  }
}
