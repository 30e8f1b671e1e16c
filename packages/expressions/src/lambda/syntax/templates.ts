import type ts from "#typescript";
import { binary, call, literal } from "../../nodes/create.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import { integerFacts, maxTextInteger } from "../integers.js";
import { type Lowering, sourceText } from "../lowering.js";
import { describeKinds, isOnly } from "../value-kinds.js";

export function lowerTemplate(node: ts.TemplateExpression, lowering: Lowering): ExpressionNode {
  const parts: ExpressionNode[] = node.head.text === "" ? [] : [literal(node.head.text)];
  let isText = parts.length > 0;
  for (const span of node.templateSpans) {
    parts.push(lowerToText(span.expression, lowering));
    isText ||= lowering.isOnly(span.expression, "string");
    if (span.literal.text !== "") parts.push(literal(span.literal.text));
  }
  const [first, ...more] = parts;
  if (first === undefined) return literal("");
  if (more.length === 0) return isText ? first : call("string", first);
  return more.reduce((left, right) => binary("&", left, right), first);
}

/** Lowers what is written into a text. `&` writes texts, booleans and safe integers as JavaScript does. */
export function lowerToText(node: ts.Expression, lowering: Lowering): ExpressionNode {
  const kinds = lowering.kinds(node);
  if (kinds.has("untyped")) return lowering.refuse("untyped-value", node, { text: sourceText(node) });
  if (!isOnly(kinds, "string", "number", "boolean", "undefined")) {
    return lowering.refuse("not-text", node, { text: sourceText(node), type: describeKinds(kinds) });
  }
  if (kinds.has("number")) {
    const facts = integerFacts(node, lowering);
    if (!facts || facts.bound > maxTextInteger) {
      return lowering.refuse("number-in-text", node, { text: sourceText(node) });
    }
  }
  return lowering.value(node, "a text");
}
