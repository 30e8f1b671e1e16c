import ts from "#typescript";
import { absent, array, block, call, conditional, literal, property, subscript, variable } from "../../nodes/create.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import type { Lowering } from "../lowering.js";
import { unwrap } from "../references.js";
import { argumentsOf } from "./callbacks.js";
import { lowerRegex, type RegexArgument } from "./regular-expressions.js";
import type { StringMethod } from "./string-methods.js";
import { constantText, textArgument } from "./text-arguments.js";

export function isRegex(node: ts.Expression): boolean {
  return ts.isRegularExpressionLiteral(unwrap(node));
}

/** `text.replace(/pattern/, replacement)`. */
export function replaceRegex(
  text: ExpressionNode,
  searched: ts.Expression,
  replacement: ts.Expression,
  needsGlobal: boolean,
  lowering: Lowering,
): ExpressionNode {
  const found = lowerRegex(searched, lowering);
  if (found === undefined) return absent;
  if (found.pattern.matchesEmpty) return refuseEmptyMatch(searched, lowering);
  if (needsGlobal && !found.isGlobal) {
    return lowering.unsupported(searched, "replaceAll without the flag g", "Write `/pattern/g`.");
  }
  const other = lowerRegexReplacement(replacement, found, lowering);
  return found.isGlobal
    ? call("replace", text, found.node, other)
    : call("replace", text, found.node, other, literal(1));
}

/** A constant text, in which `$1` and `$&` mean what they mean in JSONata; what a function returns the engines read differently. */
function lowerRegexReplacement(node: ts.Expression, found: RegexArgument, lowering: Lowering): ExpressionNode {
  const constant = constantText(node, lowering);
  const text = constant === undefined ? undefined : replacementText(constant, found);
  if (text !== undefined) return literal(text);
  const help = "Write a text in place, with $1 to $9 for groups and $& for the match, or split the text and join it.";
  return lowering.unsupported(node, "This replacement of a regular expression", help);
}

/** Undefined where the engines read the text differently. */
function replacementText(text: string, { pattern }: RegexArgument): string | undefined {
  const isPlain = /^(?:[^$\\]|\$&|\$\$|\$[1-9](?![0-9]))*$/.test(text);
  const groups = [...text.matchAll(/\$([1-9])/g)].map(([, digit]) => Number(digit));
  if (!isPlain || groups.some((group) => group > pattern.groups)) return undefined;
  if (groups.length > 0 && !pattern.groupsAlwaysMatch) return undefined;
  return text.replaceAll("$&", () => "$0");
}

/** `text.split(/pattern/)`. */
export function splitByRegex(text: ExpressionNode, node: ts.Expression, lowering: Lowering): ExpressionNode {
  const found = lowerRegex(node, lowering);
  if (found === undefined) return absent;
  if (found.pattern.matchesEmpty) return refuseEmptyMatch(node, lowering);
  if (found.pattern.groups > 0) {
    const help = "Write (?:…): JavaScript puts what a group matches between the parts.";
    return lowering.unsupported(node, "Splitting by a pattern with groups", help);
  }
  return call("split", text, found.node);
}

/** `text.match(/pattern/)?.[1]`: one part of the first match, without the array of all parts. */
export function lowerMatchPart(node: ts.ElementAccessExpression, lowering: Lowering): ExpressionNode | undefined {
  const matched = unwrap(node.expression);
  const index = unwrap(node.argumentExpression);
  if (!ts.isCallExpression(matched) || !ts.isNumericLiteral(index) || !Number.isInteger(Number(index.text)))
    return undefined;
  const { expression: callee } = matched;
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== "match" || callee.questionDotToken)
    return undefined;
  const [searched] = matched.arguments;
  if (!node.questionDotToken || !searched || !isRegex(searched) || !lowering.isOnly(callee.expression, "string")) {
    return undefined;
  }
  const found = checkedMatch(searched, lowering);
  if (found === undefined) return absent;
  if (found.isGlobal) return undefined;
  const first = subscript(call("match", textArgument(callee.expression, lowering), found.node), literal(0));
  const position = Number(index.text);
  return position === 0 ? property(first, "match") : subscript(property(first, "groups"), literal(position - 1));
}

function refuseEmptyMatch(node: ts.Expression, lowering: Lowering): ExpressionNode {
  const help = "Let it match one character at least: + in the place of *.";
  return lowering.unsupported(node, "A regular expression that may match nothing", help);
}

/** `/pattern/.test(text)`. */
export function lowerTest(pattern: ts.Expression, node: ts.CallExpression, lowering: Lowering): ExpressionNode {
  const [text] = argumentsOf(node, 1, 1, lowering) ?? [];
  const found = lowerRegex(pattern, lowering);
  if (text === undefined || found === undefined) return absent;
  if (found.isGlobal) return lowering.unsupported(pattern, "test with the flag g", "Leave the flag out.");
  return call("contains", textArgument(text, lowering), found.node);
}

/** `text.match(/pattern/)`: the match and its groups; with the flag g, all matches. */
export const match: StringMethod = (text, node, lowering) => {
  const [searched] = argumentsOf(node, 1, 1, lowering) ?? [];
  const found = searched && checkedMatch(searched, lowering);
  if (found === undefined) return absent;
  const name = lowering.names.take("match");
  const shared = variable(name);
  // The Java engine does not mind the limit that `$match` can be given.
  const all = call("match", text, found.node);
  const matches = found.isGlobal ? all : subscript(all, literal(0));
  const parts = found.pattern.groups > 0 && !found.isGlobal ? [property(shared, "groups")] : [];
  const value = array([property(shared, "match"), ...parts]);
  return block([{ name, value: matches }], conditional(call("exists", shared), value, literal(null)));
};

/** `text.match(/pattern/)` where only its being null matters. */
export function lowerMatchTest(node: ts.Expression, lowering: Lowering): ExpressionNode | undefined {
  const inner = unwrap(node);
  if (!ts.isCallExpression(inner) || !ts.isPropertyAccessExpression(inner.expression)) return undefined;
  const { expression: text, name, questionDotToken } = inner.expression;
  const [pattern] = inner.arguments;
  if (name.text !== "match" || questionDotToken || !pattern || !isRegex(pattern)) return undefined;
  if (!lowering.isOnly(text, "string")) return undefined;
  const found = lowerRegex(pattern, lowering);
  return found && call("contains", textArgument(text, lowering), found.node);
}

/** A pattern whose matches are alike in the engines. */
function checkedMatch(node: ts.Expression, lowering: Lowering): RegexArgument | undefined {
  const found = lowerRegex(node, lowering);
  if (found === undefined) return undefined;
  if (found.pattern.matchesEmpty) {
    refuseEmptyMatch(node, lowering);
    return undefined;
  }
  if (found.isGlobal || found.pattern.groupsAlwaysMatch) return found;
  const help = "Use groups that take part in every match, or (?:…).";
  lowering.unsupported(node, "A group that may be left out", help);
  return undefined;
}
