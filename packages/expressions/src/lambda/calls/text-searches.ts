import ts from "#typescript";
import {
  absent,
  array,
  binary,
  block,
  call,
  conditional,
  lambda,
  literal,
  subscript,
  variable,
} from "../../nodes/create.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import { integerFacts } from "../integers.js";
import { type Lowering, sourceText } from "../lowering.js";
import { unwrap } from "../references.js";
import { textUnits } from "../syntax/access.js";
import { argumentsOf } from "./callbacks.js";
import type { StringMethod } from "./string-methods.js";
import { constantText, notInteger, textArgument } from "./text-arguments.js";
import { isRegex, replaceRegex } from "./text-patterns.js";

/** A position counts UTF-16 units. */
export const indexOf: StringMethod = (text, node, lowering) => {
  const [searched] = argumentsOf(node, 1, 1, lowering) ?? [];
  if (searched === undefined) return absent;
  const other = textArgument(searched, lowering);
  return lowering.sharing(text, "text", (shared) =>
    lowering.sharing(other, "part", (part) =>
      conditional(
        call("contains", shared, part),
        call("count", textUnits(call("substringBefore", shared, part))),
        literal(-1),
      ),
    ),
  );
};

export const at: StringMethod = (text, node, lowering) => {
  const [position] = argumentsOf(node, 1, 1, lowering) ?? [];
  if (position === undefined) return absent;
  if (!integerFacts(position, lowering)) return notInteger(position, lowering);
  return lowering.sharing(lowering.value(position, "at"), "index", (index) =>
    subscript(textUnits(text), index.kind === "literal" && Number(index.value) < 0 ? block([], index) : index),
  );
};

export const substring: StringMethod = (text, node, lowering) => {
  const [from, to] = argumentsOf(node, 1, 2, lowering) ?? [];
  const bounds = [from, to].map((bound) => bound && lowering.checker.getTypeAtLocation(unwrap(bound)));
  const values = bounds.map((type) => (type?.isNumberLiteral() ? type.value : undefined));
  const [start, end] = values;
  if (start === undefined || start < 0 || !Number.isInteger(start) || (to && (end === undefined || end < start))) {
    const help = "Use slice, whose negative positions count from the end.";
    return lowering.unsupported(node.arguments[0] ?? node, "substring with computed positions", help);
  }
  return lowering.sharing(text, "text", (shared) => {
    if (start === 0 && end !== undefined) return call("join", call("split", shared, literal(""), literal(end)));
    const [unit, index] = [lowering.names.take("unit"), lowering.names.take("index")];
    const after = binary(">=", variable(index), literal(start));
    const test = end === undefined ? after : binary("and", after, binary("<", variable(index), literal(end)));
    return call("join", array([call("filter", textUnits(shared), lambda([unit, index], test))]));
  });
};

/** `padStart` and `padEnd` with a fill of one character; `$pad` itself counts code points. */
export const pad =
  (side: "start" | "end"): StringMethod =>
  (text, node, lowering) => {
    const [length, fill] = argumentsOf(node, 1, 2, lowering) ?? [];
    if (length === undefined) return absent;
    if (!integerFacts(length, lowering)) return notInteger(length, lowering);
    const filler = fill === undefined ? " " : constantText(fill, lowering);
    if (filler === undefined || filler.length !== 1) {
      const help = "Give one character, written in place.";
      return lowering.unsupported(fill ?? node, "Padding with more than one character", help);
    }
    const wanted = lowering.value(length, "a length");
    return lowering.sharing(text, "text", (shared) => {
      const missing = call("max", array([literal(0), binary("-", wanted, call("count", textUnits(shared)))]));
      const padding = call("pad", literal(""), missing, literal(filler));
      return side === "start" ? binary("&", padding, shared) : binary("&", shared, padding);
    });
  };

export const repeat: StringMethod = (text, node, lowering) => {
  const [count] = argumentsOf(node, 1, 1, lowering) ?? [];
  if (count === undefined) return absent;
  if (!integerFacts(count, lowering)?.nonNegative) return notInteger(count, lowering);
  const times = lowering.value(count, "repeat");
  return lowering.sharing(text, "text", (shared) => {
    const each = lambda([lowering.names.take("index")], shared);
    return call("join", array([call("map", array([binary("..", literal(1), times)]), each)]));
  });
};

/** The first occurrence only: `$replace` with a limit reads the text as a pattern in the Java engine. */
export const replace: StringMethod = (text, node, lowering) => {
  const [searched, replacement] = argumentsOf(node, 2, 2, lowering) ?? [];
  if (searched === undefined || replacement === undefined) return absent;
  if (isRegex(searched)) return replaceRegex(text, searched, replacement, false, lowering);
  const found = lowerSearched(searched, lowering);
  const other = lowerReplacement(replacement, lowering);
  return lowering.sharing(text, "text", (shared) => {
    const before = call("substringBefore", shared, found);
    const after = call("substringAfter", shared, found);
    const begun = other.kind === "literal" && other.value === "" ? before : binary("&", before, other);
    return conditional(call("contains", shared, found), binary("&", begun, after), shared);
  });
};

export const replaceAll: StringMethod = (text, node, lowering) => {
  const [searched, replacement] = argumentsOf(node, 2, 2, lowering) ?? [];
  if (searched === undefined || replacement === undefined) return absent;
  if (isRegex(searched)) return replaceRegex(text, searched, replacement, true, lowering);
  return call("replace", text, lowerSearched(searched, lowering), lowerReplacement(replacement, lowering));
};

/** A text to look for: not empty, since JavaScript finds that everywhere. */
function lowerSearched(node: ts.Expression, lowering: Lowering): ExpressionNode {
  const constant = constantText(node, lowering);
  if (constant !== undefined && constant !== "") return literal(constant);
  const help = "Write the text in place, not empty, or use `text.split(part).join(other)`.";
  return lowering.unsupported(node, "Replacing a computed text", help);
}

/** JavaScript reads `$&` and the like in a replacement, but not in what a function returns. */
function lowerReplacement(node: ts.Expression, lowering: Lowering): ExpressionNode {
  const inner = unwrap(node);
  if (ts.isArrowFunction(inner) && inner.parameters.length === 0 && !ts.isBlock(inner.body)) {
    return textArgument(inner.body, lowering);
  }
  const constant = constantText(node, lowering);
  if (constant !== undefined && !constant.includes("$")) return literal(constant);
  const help = `Write \`() => ${sourceText(node)}\`.`;
  return lowering.unsupported(node, 'A replacement in which "$" has a meaning', help);
}
