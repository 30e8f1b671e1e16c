import { ts } from "ts-morph";
import { call, conditional, literal, property, subscript } from "../../nodes/create.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import { type Lowering, sourceText } from "../lowering.js";
import { kindsOf } from "../value-kinds.js";

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
    const member = ts.isArrayBindingPattern(name) ? String(position) : memberName(element, lowering);
    if (member === undefined) return;
    checkMemberExists(element, type, member, lowering);
    const node = ts.isArrayBindingPattern(name) ? subscript(value, literal(position)) : property(value, member);
    bindElement(element, node, lowering);
  });
}

export function bindElement(element: ts.BindingElement, value: ExpressionNode, lowering: Lowering): void {
  const { initializer } = element;
  if (element.dotDotDotToken) {
    lowering.unsupported(element, "Rest in a destructuring", "Name the members that you use.");
    bindName(element.name, literal(null), lowering);
  } else if (initializer === undefined) {
    bindName(element.name, value, lowering);
  } else {
    // A default replaces what is missing, not null.
    bindName(element.name, conditional(call("exists", value), value, lowering.lower(initializer)), lowering);
  }
}

/** The member that an element of an object pattern reads. */
export function memberName(element: ts.BindingElement, lowering: Lowering): string | undefined {
  const name = element.propertyName ?? element.name;
  if (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) return name.text;
  if (!element.dotDotDotToken) {
    lowering.unsupported(name, "A computed name in a destructuring", "Write the access out: `object[key]`.");
  }
  return undefined;
}

/** Without `noUncheckedIndexedAccess` the types hide that an element or an entry of a record may be missing. */
function checkMemberExists(element: ts.BindingElement, type: ts.Type, member: string, lowering: Lowering): void {
  if (element.initializer || element.dotDotDotToken) return;
  if (lowering.checker.getPropertyOfType(type, member) !== undefined) return;
  const own = kindsOf(lowering.checker.getTypeAtLocation(element.name), lowering.checker);
  if (own.has("undefined") || lowering.context.noUncheckedIndexedAccess) return;
  lowering.refuse("maybe-undefined", element, { path: sourceText(element.name), position: "a constant" });
}
