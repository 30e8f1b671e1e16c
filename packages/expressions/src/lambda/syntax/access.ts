import ts from "#typescript";
import {
  absent,
  binary,
  block,
  call,
  conditional,
  contextName,
  literal,
  property,
  scope,
  subscript,
} from "../../nodes/create.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import { isUncheckedAccess, mayBeAbsent } from "../absence.js";
import { isLastIndex } from "../guards.js";
import { integerFacts } from "../integers.js";
import { type Lowering, sourceText } from "../lowering.js";
import { literalText, unwrap } from "../references.js";
import { describeKinds, isOnly, type ValueKind, withoutNullish } from "../value-kinds.js";
import { isArrayNode } from "./arrays.js";
import { isContext, isScope, lowerCapture } from "./identifiers.js";
import { unsupportedExpression } from "./unsupported.js";

export function lowerPropertyAccess(node: ts.PropertyAccessExpression, lowering: Lowering): ExpressionNode {
  const name = node.name.text;
  const root = lowerMemberOfRoot(node, name, lowering);
  if (root) return root;
  const kinds = receiverKinds(node, lowering);
  if (name === "length" && kinds.size > 0 && isOnly(kinds, "string", "array")) {
    return lowering.chained(node, lowerReceiver(node, lowering), (object) => lengthOf(object, kinds, lowering));
  }
  if (!checkReceiver(node.expression, kinds, "object", lowering)) return absent;
  // A path gives nothing where its object is null or missing, as an optional chain does.
  return property(lowerReceiver(node, lowering), name);
}

export function lowerElementAccess(node: ts.ElementAccessExpression, lowering: Lowering): ExpressionNode {
  const name = literalText(node.argumentExpression);
  const root = name === undefined ? undefined : lowerMemberOfRoot(node, name, lowering);
  if (root) return root;
  const kinds = receiverKinds(node, lowering);
  if (kinds.size === 1 && kinds.has("array")) {
    if (!lowering.isOnly(node.argumentExpression, "number")) return refuseIndex(node, lowering);
    const build = (array: ExpressionNode): ExpressionNode =>
      isLastIndex(node.argumentExpression, node.expression, lowering)
        ? lastOf(array)
        : lowerElement(array, node.argumentExpression, lowering.value(node.argumentExpression, "an index"), lowering);
    const array = lowerReceiver(node, lowering);
    // Nothing has no elements, while null would count as one.
    return lowering.kinds(node.expression).has("null") ? lowering.chained(node, array, build) : build(array);
  }
  if (kinds.size === 1 && kinds.has("string") && lowering.isOnly(node.argumentExpression, "number")) {
    return lowering.chained(node, lowerReceiver(node, lowering), (text) =>
      lowerElement(
        textUnits(text),
        node.argumentExpression,
        lowering.value(node.argumentExpression, "an index"),
        lowering,
      ),
    );
  }
  if (!checkReceiver(node.expression, kinds, "object", lowering)) return absent;
  const object = lowerReceiver(node, lowering);
  if (name !== undefined) return property(object, name);
  if (!lowering.isOnly(node.argumentExpression, "string")) return refuseIndex(node, lowering);
  return call("lookup", object, lowering.value(node.argumentExpression, "a key"));
}

/** `s.name`, an enum's member, a captured constant, a member of a predicate's item. */
function lowerMemberOfRoot(
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  name: string,
  lowering: Lowering,
): ExpressionNode | undefined {
  if (isScope(node.expression, lowering)) return scope(name);
  if (isContext(node.expression, lowering)) return contextName(name);
  return lowerCapture(node, lowering);
}

function refuseIndex(node: ts.ElementAccessExpression, lowering: Lowering): ExpressionNode {
  const { argumentExpression } = node;
  return lowering.refuse("operand-type", argumentExpression, {
    text: sourceText(argumentExpression),
    type: describeKinds(lowering.kinds(argumentExpression)),
    operator: "[]",
    wanted: "a text of an object and a number of an array",
  });
}

type Access = ts.PropertyAccessExpression | ts.ElementAccessExpression;

/** What the object of an access or method call may be; an optional chain has dealt with null and undefined. */
export function receiverKinds(node: Access, lowering: Lowering): ReadonlySet<ValueKind> {
  const kinds = lowering.kinds(node.expression);
  return ts.isOptionalChain(node) ? withoutNullish(kinds) : kinds;
}

/** Lowers the object of an access or method call: it may be missing only inside an optional chain. */
export function lowerReceiver(node: Access, lowering: Lowering): ExpressionNode {
  const { expression } = node;
  const missingIsFine =
    node.questionDotToken !== undefined || (ts.isOptionalChain(node) && !isUncheckedAccess(expression, lowering));
  if (!missingIsFine && mayBeAbsent(expression, lowering)) {
    lowering.refuse("maybe-undefined", expression, { path: sourceText(expression), position: "reading of it" });
  }
  return lowering.lower(expression);
}

export function checkReceiver(
  node: ts.Expression,
  kinds: ReadonlySet<ValueKind>,
  wanted: "object" | "array" | "string",
  lowering: Lowering,
): boolean {
  if (kinds.size === 1 && kinds.has(wanted)) return true;
  if (ts.isNewExpression(unwrap(node))) {
    unsupportedExpression(unwrap(node), lowering);
    return false;
  }
  if (kinds.has("untyped")) lowering.refuse("untyped-value", node, { text: sourceText(node) });
  else if (mayBeAbsent(node, lowering)) {
    lowering.refuse("maybe-undefined", node, { path: sourceText(node), position: "reading of it" });
  } else {
    const words = { object: "an object", array: "an array", string: "a text" };
    const details = { text: sourceText(node), type: describeKinds(kinds), wanted: words[wanted] };
    lowering.refuse("mixed-type", node, details);
  }
  return false;
}

/** JavaScript counts UTF-16 units; `$length` counts code points, while `$split` by "" parts units. */
export function lengthOf(value: ExpressionNode, kinds: ReadonlySet<ValueKind>, lowering: Lowering): ExpressionNode {
  if (!kinds.has("string")) return call("count", value);
  if (!kinds.has("array")) return call("count", textUnits(value));
  return lowering.sharing(value, "value", (shared) =>
    conditional(isArrayNode(shared), call("count", shared), call("count", textUnits(shared))),
  );
}

export function textUnits(text: ExpressionNode): ExpressionNode {
  return call("split", text, literal(""));
}

/** `array[index]`: JSONata counts negative indexes from the end and rounds fractions, JavaScript finds nothing there. */
function lowerElement(
  object: ExpressionNode,
  source: ts.Expression,
  index: ExpressionNode,
  lowering: Lowering,
): ExpressionNode {
  const facts = integerFacts(source, lowering);
  const array = endSequence(object);
  if (index.kind === "literal") return facts?.nonNegative ? subscript(array, index) : absent;
  return lowering.sharing(index, "index", (position) => {
    if (facts?.nonNegative) return subscript(array, position);
    const counts = binary(">=", position, literal(0));
    const whole = binary("=", call("floor", position), position);
    return conditional(facts ? counts : binary("and", counts, whole), subscript(array, position), absent);
  });
}

/** The last element; in parentheses a negative subscript is looked for, since beyond the start the Java engine fails. */
export function lastOf(array: ExpressionNode): ExpressionNode {
  return subscript(endSequence(array), block([], literal(-1)));
}

/** A subscript after one that is computed would read the sequence of what was found; parentheses end it. */
export function endSequence(object: ExpressionNode): ExpressionNode {
  if (object.kind !== "subscript" || object.subscript.kind === "literal") return object;
  return block([], object);
}
