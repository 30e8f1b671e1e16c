import ts from "#typescript";
import {
  array,
  binary,
  call,
  conditional,
  lambda,
  literal,
  property,
  subscript,
  variable,
} from "../../nodes/create.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import { type Lowering, sourceText } from "../lowering.js";
import { elementKinds, filterCall } from "../selections.js";
import { describeKinds, isOnly, kindsOf, withoutNullish } from "../value-kinds.js";
import { lengthOf } from "./access.js";

/** Binds a name, or the names of a destructuring pattern, to a node that may be written more than once. */
export function bindName(name: ts.BindingName, value: ExpressionNode, lowering: Lowering): void {
  if (ts.isIdentifier(name)) {
    const symbol = lowering.checker.getSymbolAtLocation(name);
    if (symbol) lowering.bindings.set(symbol, value);
    return;
  }
  const type = lowering.checker.getTypeAtLocation(name);
  name.elements.forEach((element, position) => {
    if (ts.isOmittedExpression(element)) return;
    if (element.dotDotDotToken) {
      bindName(element.name, restOf(name, position, value, lowering), lowering);
      return;
    }
    const member = ts.isArrayBindingPattern(name) ? String(position) : memberName(element, lowering);
    if (member === undefined) return;
    checkMemberExists(element, type, member, lowering);
    const node = ts.isArrayBindingPattern(name)
      ? subscript(value, literal(position))
      : memberOf(value, type, member, element, lowering);
    bindElement(element, node, lowering);
  });
}

/** A member of an object; texts and arrays have their length. */
function memberOf(
  value: ExpressionNode,
  type: ts.Type,
  member: string,
  element: ts.BindingElement,
  lowering: Lowering,
): ExpressionNode {
  const kinds = withoutNullish(kindsOf(type, lowering.checker));
  if (isOnly(kinds, "object", "untyped")) return property(value, member);
  if (member === "length" && isOnly(kinds, "string", "array")) return lengthOf(value, kinds, lowering);
  return lowering.refuse("mixed-type", element, {
    text: "what is destructured",
    type: describeKinds(kinds),
    wanted: "an object",
  });
}

export function bindElement(element: ts.BindingElement, value: ExpressionNode, lowering: Lowering): void {
  const { initializer } = element;
  if (initializer === undefined) {
    bindName(element.name, value, lowering);
  } else {
    // A default replaces what is missing, not null.
    bindName(element.name, conditional(call("exists", value), value, lowering.lower(initializer)), lowering);
  }
}

/** What an earlier element of the pattern has not taken. */
function restOf(
  pattern: ts.BindingPattern,
  position: number,
  value: ExpressionNode,
  lowering: Lowering,
): ExpressionNode {
  if (ts.isArrayBindingPattern(pattern)) {
    const [item, index] = [lowering.names.take("item"), lowering.names.take("index")];
    const test = lambda([item, index], binary(">=", variable(index), literal(position)));
    return array([filterCall(value, test, elementKinds(pattern, lowering))]);
  }
  const taken = pattern.elements.slice(0, position).flatMap((element) => memberName(element, lowering) ?? []);
  if (taken.length === 0) return value;
  const [member, key] = [lowering.names.take("value"), lowering.names.take("key")];
  const others = taken.map((name) => binary("!=", variable(key), literal(name)));
  const test = lambda(
    [member, key],
    others.reduce((left, right) => binary("and", left, right)),
  );
  // Nothing is left of an object without other members; merged, that is an empty object.
  return call("merge", array([call("sift", value, test)]));
}

/** The member that an element of an object pattern reads. */
export function memberName(element: ts.BindingElement, lowering: Lowering): string | undefined {
  const name = element.propertyName ?? element.name;
  if (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) return name.text;
  lowering.unsupported(name, "A computed name in a destructuring", "Write the access out: `object[key]`.");
  return undefined;
}

/** Without `noUncheckedIndexedAccess` the types hide that an element or an entry of a record may be missing. */
function checkMemberExists(element: ts.BindingElement, type: ts.Type, member: string, lowering: Lowering): void {
  if (element.initializer) return;
  if (lowering.checker.getPropertyOfType(type, member) !== undefined) return;
  const own = kindsOf(lowering.checker.getTypeAtLocation(element.name), lowering.checker);
  if (own.has("undefined") || lowering.context.noUncheckedIndexedAccess) return;
  const symbol = ts.isIdentifier(element.name) ? lowering.checker.getSymbolAtLocation(element.name) : undefined;
  if (symbol) {
    lowering.absentLocals.add(symbol);
    return;
  }
  lowering.refuse("maybe-undefined", element, { path: sourceText(element.name), position: "a constant" });
}
