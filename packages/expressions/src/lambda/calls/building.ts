import ts from "#typescript";
import {
  absent,
  array,
  binary,
  block,
  call,
  lambda,
  literal,
  object,
  subscript,
  variable,
} from "../../nodes/create.js";
import type { ExpressionNode, ObjectNode } from "../../nodes/expression-node.js";
import { integerFacts } from "../integers.js";
import { type Lowering, sourceText } from "../lowering.js";
import { unwrap } from "../references.js";
import { elementKinds, mayBeArray } from "../selections.js";
import { asOneElement } from "../syntax/arrays.js";
import { lowerCallback } from "../syntax/functions.js";
import { lowerNumberOperand } from "../syntax/operators.js";
import { lowerDistinct } from "../syntax/sets.js";
import { describeKinds, kindsOf } from "../value-kinds.js";
import { functionArgument, resultOf } from "./callbacks.js";

/** `Array.from({ length }, (_, index) => …)`: the function's result for each index. Of an array it is `map`, or the array itself. */
export function arrayFrom(node: ts.CallExpression, lowering: Lowering): ExpressionNode {
  const [source, callback] = node.arguments;
  const distinct = source && callback === undefined ? lowerDistinct(source, lowering) : undefined;
  if (distinct) return distinct;
  if (source && lowering.isOnly(source, "array")) return fromArray(source, callback, node, lowering);
  const length = source && lengthOf(unwrap(source));
  if (!length || callback === undefined) {
    const help = "Write `Array.from({ length: n }, (_, index) => …)` or `Array.from(array)`.";
    return lowering.unsupported(
      source ?? node,
      "Array.from of anything but an array, or a length and a function",
      help,
    );
  }
  const made = functionArgument(callback, lowering);
  if (made === undefined) return absent;
  const { parameters, body } = lowerCallback(made, { parameters: 2, index: 1 }, lowering, resultOf(lowering));
  const index = parameters[1] ?? lowering.names.take("index");
  const count = lowerNumberOperand(length, "length", lowering);
  const last = integerFacts(length, lowering) ? count : call("floor", count);
  const indexes = array([binary("..", literal(0), binary("-", last, literal(1)))]);
  const mapped = call("map", indexes, lambda([index], body));
  return array([
    mayBeArray(elementKinds(node, lowering)) ? Object.freeze({ ...mapped, keepArray: true as const }) : mapped,
  ]);
}

function fromArray(
  source: ts.Expression,
  callback: ts.Expression | undefined,
  node: ts.CallExpression,
  lowering: Lowering,
): ExpressionNode {
  const items = lowering.value(source, "Array.from");
  const made = callback && functionArgument(callback, lowering);
  if (callback === undefined) return items;
  if (made === undefined) return absent;
  const mapped = call("map", items, lowerCallback(made, { parameters: 2, index: 1 }, lowering, resultOf(lowering)));
  return array([
    mayBeArray(elementKinds(node, lowering)) ? Object.freeze({ ...mapped, keepArray: true as const }) : mapped,
  ]);
}

function lengthOf(node: ts.Expression): ts.Expression | undefined {
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const [member, ...more] = node.properties;
  if (member === undefined || more.length > 0 || member.name?.getText() !== "length") return undefined;
  return ts.isPropertyAssignment(member)
    ? member.initializer
    : ts.isShorthandPropertyAssignment(member)
      ? member.name
      : undefined;
}

/** `Object.fromEntries(pairs)`: of two with the same key the later one stays. */
export function fromEntries(node: ts.CallExpression, lowering: Lowering): ExpressionNode {
  const [pairs, ...more] = node.arguments;
  if (pairs === undefined || more.length > 0 || !lowering.isOnly(pairs, "array")) {
    return lowering.unsupported(pairs ?? node, "Object.fromEntries of no array", "Give an array of pairs.");
  }
  const { checker } = lowering;
  const pair = checker.getIndexTypeOfType(checker.getTypeAtLocation(pairs), ts.IndexKind.Number);
  const key = pair && checker.getPropertyOfType(pair, "0");
  const kinds = key ? kindsOf(checker.getTypeOfSymbol(key), checker) : new Set(["untyped" as const]);
  if (kinds.size !== 1 || !kinds.has("string")) {
    return lowering.refuse("not-text", pairs, {
      text: sourceText(pairs),
      type: `an array with keys that are ${describeKinds(kinds)}`,
    });
  }
  const name = lowering.names.take("pair");
  const entry = keyed(subscript(variable(name), literal(0)), subscript(variable(name), literal(1)));
  return call("merge", array([call("map", lowering.value(pairs, "Object.fromEntries"), lambda([name], entry))]));
}

/** `Object.groupBy(items, key)`. */
export function groupBy(node: ts.CallExpression, lowering: Lowering): ExpressionNode {
  const [source, callback] = node.arguments;
  const made = callback && functionArgument(callback, lowering);
  if (source === undefined || made === undefined) return absent;
  if (!lowering.isOnly(source, "array")) {
    const type = describeKinds(lowering.kinds(source));
    return lowering.refuse("mixed-type", source, { text: sourceText(source), type, wanted: "an array" });
  }
  const finish = (result: ts.Expression): ExpressionNode => {
    if (lowering.isOnly(result, "string")) return lowering.value(result, "a key");
    return lowering.refuse("not-text", result, {
      text: sourceText(result),
      type: describeKinds(lowering.kinds(result)),
    });
  };
  const items = lowering.value(source, "Object.groupBy");
  const { parameters, body } = lowerCallback(made, { parameters: 2, index: 1 }, lowering, finish);
  const [groups, key] = [lowering.names.take("groups"), lowering.names.take("key")];
  const [item = lowering.names.take("item"), ...index] = parameters;
  const element = asOneElement(variable(item), elementKinds(source, lowering), lowering);
  const group = call("append", call("lookup", variable(groups), variable(key)), array([element]));
  const merged = block(
    [{ name: key, value: body }],
    call("merge", array([variable(groups), keyed(variable(key), group)])),
  );
  return call("reduce", items, lambda([groups, item, ...index], merged), object({}));
}

function keyed(key: ExpressionNode, value: ExpressionNode): ObjectNode {
  return Object.freeze({ kind: "object", entries: Object.freeze([Object.freeze({ key, value })]) });
}
