import type ts from "#typescript";
import { absent, array, binary, call, lambda, literal, regex, subscript, variable } from "../../nodes/create.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import { integerFacts } from "../integers.js";
import { type Lowering, sourceText } from "../lowering.js";
import { unwrap } from "../references.js";
import { textUnits } from "../syntax/access.js";
import { describeKinds } from "../value-kinds.js";
import { argumentsOf } from "./callbacks.js";
import { inRange, lowerRange, type Range } from "./ranges.js";
import { isRegex, match, splitByRegex } from "./text-patterns.js";
import { at, indexOf, pad, repeat, replace, replaceAll, substring } from "./text-searches.js";

export type StringMethod = (text: ExpressionNode, node: ts.CallExpression, lowering: Lowering) => ExpressionNode;

const withoutArguments =
  (lower: (text: ExpressionNode) => ExpressionNode): StringMethod =>
  (text, node, lowering) =>
    argumentsOf(node, 0, 0, lowering) ? lower(text) : absent;

/** Wraps a method whose one argument is a text. */
const withText =
  (lower: (text: ExpressionNode, other: ExpressionNode, lowering: Lowering) => ExpressionNode): StringMethod =>
  (text, node, lowering) => {
    const [argument] = argumentsOf(node, 1, 1, lowering) ?? [];
    if (argument === undefined) return absent;
    if (!lowering.isOnly(argument, "string")) {
      const type = describeKinds(lowering.kinds(argument));
      return lowering.refuse("not-text", argument, { text: sourceText(unwrap(argument)), type });
    }
    return lower(text, lowering.value(argument, "this method"), lowering);
  };

/** What JavaScript's trim takes off; `$trim` would also change the text inside, and `\s` is less in Java. */
const space = "[\\u0009-\\u000d\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]";

const trimmed =
  (pattern: string) =>
  (text: ExpressionNode): ExpressionNode =>
    call("replace", text, regex(pattern), literal(""));

/** JavaScript's positions count UTF-16 units, while those of `$substring` count code points. */
const slice: StringMethod = (text, node, lowering) =>
  lowering.sharing(text, "text", (shared) =>
    lowerRange(node, call("count", textUnits(shared)), lowering, (range) => {
      if (range.from === undefined && range.to === undefined) return shared;
      if (range.from === undefined && range.to?.kind === "literal") {
        return call("join", call("split", shared, literal(""), range.to));
      }
      return joinUnits(shared, range, lowering);
    }),
  );

const splitByText = withText((text, separator) => call("split", text, separator));

const split: StringMethod = (text, node, lowering) => {
  const [separator, ...more] = node.arguments;
  const isPattern = separator !== undefined && more.length === 0 && isRegex(separator);
  return isPattern ? splitByRegex(text, separator, lowering) : splitByText(text, node, lowering);
};

/** Beyond the end it is empty. */
const charAt: StringMethod = (text, node, lowering) => {
  const [position] = argumentsOf(node, 1, 1, lowering) ?? [];
  if (position === undefined) return absent;
  if (!integerFacts(position, lowering)?.nonNegative) {
    return lowering.refuse("not-integer", position, { text: sourceText(position) });
  }
  const unit = subscript(textUnits(text), lowering.value(position, "charAt"));
  return subscript(array([unit, literal("")]), literal(0));
};

function constantText(node: ExpressionNode): string | undefined {
  return node.kind === "literal" && typeof node.value === "string" ? node.value : undefined;
}

/**
 * Where the text begins with `other`, nothing stands before the first `other`. The Java engine's `$substring` fails where a text
 * has fewer code points than it is asked for, though enough UTF-16 units.
 */
const startsWith = withText((text, other, lowering) => {
  const constant = constantText(other);
  if (constant === "") return literal(true);
  if (constant !== undefined && [...constant].length === 1)
    return binary("=", call("substring", text, literal(0), literal(1)), other);
  return lowering.sharing(text, "text", (shared) =>
    lowering.sharing(other, "start", (start) =>
      binary("and", call("contains", shared, start), binary("=", call("substringBefore", shared, start), literal(""))),
    ),
  );
});

/** The last UTF-16 units, as many as `other` has: the Java engine's `$substring` fails near the end of some texts. */
const endsWith = withText((text, other, lowering) => {
  const constant = constantText(other);
  if (constant === "") return literal(true);
  return lowering.sharing(text, "text", (shared) =>
    lowering.sharing(other, "end", (end) => {
      const length = constant !== undefined ? literal(constant.length) : call("count", textUnits(end));
      const from = binary("-", call("count", textUnits(shared)), length);
      return binary("=", joinUnits(shared, { from, to: undefined }, lowering), end);
    }),
  );
});

/** The UTF-16 units of a text that lie in a range, as a text. */
function joinUnits(text: ExpressionNode, range: Range, lowering: Lowering): ExpressionNode {
  const [unit, index] = [lowering.names.take("unit"), lowering.names.take("index")];
  const test = lambda([unit, index], inRange(variable(index), range));
  return call("join", array([call("filter", textUnits(text), test)]));
}

export const stringMethods: ReadonlyMap<string, StringMethod> = new Map(
  Object.entries({
    toUpperCase: withoutArguments((text) => call("uppercase", text)),
    toLowerCase: withoutArguments((text) => call("lowercase", text)),
    trim: withoutArguments(trimmed(`^${space}+|${space}+$`)),
    trimStart: withoutArguments(trimmed(`^${space}+`)),
    trimEnd: withoutArguments(trimmed(`${space}+$`)),
    includes: withText((text, other) => call("contains", text, other)),
    startsWith,
    endsWith,
    split,
    charAt,
    concat: withText((text, other) => binary("&", text, other)),
    slice,
    substring,
    at,
    indexOf,
    replace,
    replaceAll,
    match,
    padStart: pad("start"),
    padEnd: pad("end"),
    repeat,
  }),
);
