import ts from "#typescript";
import { array, call, conditional, literal, object } from "../../nodes/create.js";
import type { ExpressionNode, ObjectEntry } from "../../nodes/expression-node.js";
import { type Lowering, sourceText } from "../lowering.js";
import { unwrap } from "../references.js";
import { describeKinds } from "../value-kinds.js";

/** An object literal: one constructor, or `$merge` of several where members are spread or their names computed. */
export function lowerObjectLiteral(node: ts.ObjectLiteralExpression, lowering: Lowering): ExpressionNode {
  const parts: ExpressionNode[] = [];
  let members = new Map<string, ExpressionNode>();
  const endPart = (): void => {
    if (members.size > 0) parts.push(objectOf(members));
    members = new Map();
  };
  for (const member of node.properties) {
    if (ts.isSpreadAssignment(member)) {
      endPart();
      parts.push(lowerSpread(member.expression, lowering));
    } else if (ts.isPropertyAssignment(member) || ts.isShorthandPropertyAssignment(member)) {
      const source = ts.isPropertyAssignment(member) ? member.initializer : member.name;
      const value = lowering.value(source, "a member of an object");
      const key = lowerKey(member.name, lowering);
      if (typeof key === "string") {
        members.set(key, value);
      } else {
        endPart();
        parts.push(Object.freeze({ kind: "object", entries: [Object.freeze({ key, value })] }));
      }
    } else {
      lowering.unsupported(member, "A method or accessor", "Write the member as `name: value`.");
    }
  }
  endPart();
  if (parts.length === 0) return object({});
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : call("merge", array(parts));
}

function objectOf(members: ReadonlyMap<string, ExpressionNode>): ExpressionNode {
  const entries: ObjectEntry[] = [...members].map(([key, value]) => Object.freeze({ key: literal(key), value }));
  return Object.freeze({ kind: "object", entries: Object.freeze(entries) });
}

const engineKeys = new Set(["__proto__", "hasOwnProperty"]);

function lowerKey(name: ts.PropertyName, lowering: Lowering): string | ExpressionNode {
  if (ts.isComputedPropertyName(name)) {
    const key = unwrap(name.expression);
    if (ts.isStringLiteralLike(key)) return plainKey(key.text, name, lowering);
    if (lowering.isOnly(key, "string")) return lowering.value(key, "the name of a member");
    const type = describeKinds(lowering.kinds(key));
    return lowering.refuse("not-text", key, { text: sourceText(key), type });
  }
  return plainKey(ts.isNumericLiteral(name) ? String(Number(name.text)) : name.text, name, lowering);
}

function plainKey(key: string, node: ts.Node, lowering: Lowering): string {
  if (engineKeys.has(key)) lowering.refuse("unsupported-key", node, { key });
  return key;
}

/** `...(condition && { … })` spreads an object or nothing. */
function lowerSpread(node: ts.Expression, lowering: Lowering): ExpressionNode {
  const inner = unwrap(node);
  if (
    ts.isBinaryExpression(inner) &&
    inner.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken &&
    lowering.isOnly(inner.right, "object")
  ) {
    return conditional(lowering.condition(inner.left), lowering.value(inner.right, "a spread"), object({}));
  }
  if (!lowering.isOnly(node, "object")) {
    const type = describeKinds(lowering.kinds(node));
    return lowering.refuse("mixed-type", node, { text: sourceText(node), type, wanted: "an object" });
  }
  return lowering.value(node, "a spread");
}
