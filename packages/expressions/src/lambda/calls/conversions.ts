import ts from "#typescript";
import {
  absent,
  binary,
  block,
  call,
  conditional,
  literal,
  negate,
  property,
  regex,
  subscript,
  variable,
} from "../../nodes/create.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import { type Lowering, sourceText } from "../lowering.js";
import { unwrap } from "../references.js";
import { describeKinds, isOnly, type ValueKind } from "../value-kinds.js";
import { argumentsOf } from "./callbacks.js";
import { textArgument } from "./text-arguments.js";

const space = "[\\u0009-\\u000d\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]*";
const decimal = "([+-]?)0*([0-9]*)\\.?([0-9]*)((?:[eE][+-]?[0-9]+)?)";

/** `Number(value)`: of a text, what JavaScript reads as a number; where it says NaN, the state fails. */
export function lowerNumber(node: ts.CallExpression, lowering: Lowering): ExpressionNode {
  const [argument] = argumentsOf(node, 1, 1, lowering) ?? [];
  if (argument === undefined) return absent;
  if (lowering.isOnly(argument, "number")) return lowering.value(argument, "Number");
  if (lowering.isOnly(argument, "boolean")) {
    return conditional(lowering.condition(argument), literal(1), literal(0));
  }
  return lowering.sharing(textArgument(argument, lowering), "text", (text) => {
    const number = matchedNumber(text, `^${space}${decimal}${space}(?![\\s\\S])`, lowering);
    const blank = call("contains", text, regex(`^${space}(?![\\s\\S])`));
    return conditional(blank, literal(0), number);
  });
}

/** `parseFloat(text)`: what the text begins with. */
export function lowerParseFloat(node: ts.CallExpression, lowering: Lowering): ExpressionNode {
  const [argument] = argumentsOf(node, 1, 1, lowering) ?? [];
  if (argument === undefined) return absent;
  return lowering.sharing(textArgument(argument, lowering), "text", (text) =>
    matchedNumber(text, `^${space}${decimal}`, lowering),
  );
}

/** `parseInt(text, 10)`. */
export function lowerParseInt(node: ts.CallExpression, lowering: Lowering): ExpressionNode {
  const [argument, radix] = argumentsOf(node, 1, 2, lowering) ?? [];
  if (argument === undefined) return absent;
  if (radix === undefined || unwrap(radix).getText() !== "10") {
    return lowering.unsupported(radix ?? node, "parseInt without the radix 10", "Write `parseInt(text, 10)`.");
  }
  const [name, match] = taken("match", lowering);
  const pattern = regex(`^${space}([+-]?)0*([0-9]+)`);
  const digits = call("number", group(match, 1));
  return lowering.sharing(textArgument(argument, lowering), "text", (text) => {
    const signed = conditional(binary("=", group(match, 0), literal("-")), negate(digits), digits);
    const value = call("match", text, pattern, literal(1));
    return block([{ name, value }], conditional(call("exists", match), signed, call("number", text)));
  });
}

/** The parts of a decimal number, put together as `$number` reads them; a text that is none fails there. */
function matchedNumber(text: ExpressionNode, pattern: string, lowering: Lowering): ExpressionNode {
  const [name, match] = taken("match", lowering);
  const [wholeName, whole] = taken("whole", lowering);
  const [fraction, exponent] = [group(match, 2), group(match, 3)];
  const integer = conditional(binary("=", whole, literal("")), literal("0"), whole);
  const written = binary(
    "&",
    binary("&", binary("&", integer, literal(".")), fraction),
    binary("&", literal("0"), exponent),
  );
  const number = call("number", written);
  const signed = conditional(binary("=", group(match, 0), literal("-")), negate(number), number);
  const hasDigits = call("contains", property(match, "match"), regex("[0-9]"));
  return block(
    [
      { name, value: call("match", text, regex(pattern), literal(1)) },
      { name: wholeName, value: group(match, 1) },
    ],
    conditional(hasDigits, signed, call("number", text)),
  );
}

function taken(wanted: string, lowering: Lowering): readonly [string, ExpressionNode] {
  const name = lowering.names.take(wanted);
  return [name, variable(name)];
}

function group(match: ExpressionNode, index: number): ExpressionNode {
  return subscript(property(match, "groups"), literal(index));
}

/** `Boolean(value)`, by the value's type. */
export function lowerBoolean(node: ts.CallExpression, lowering: Lowering): ExpressionNode {
  const [argument] = argumentsOf(node, 1, 1, lowering) ?? [];
  if (argument === undefined) return absent;
  const kinds = lowering.kinds(argument);
  const empty = emptyValue(kinds);
  if (empty === undefined) {
    const text = sourceText(argument);
    return kinds.has("untyped")
      ? lowering.refuse("untyped-value", argument, { text })
      : lowering.refuse("mixed-type", argument, { text, type: describeKinds(kinds), wanted: "of one type" });
  }
  return lowering.sharing(lowering.lower(argument), "value", (value) => {
    const test =
      empty === null
        ? undefined
        : empty === false
          ? binary("=", value, literal(true))
          : binary("!=", value, literal(empty));
    const given = binary("!=", value, literal(null));
    if (test === undefined) return given;
    return kinds.has("null") && empty !== false ? binary("and", given, test) : test;
  });
}

/** The value of a type that counts as false; null where only null and undefined do. */
function emptyValue(kinds: ReadonlySet<ValueKind>): string | number | false | null | undefined {
  if (isOnly(kinds, "string", "null", "undefined")) return "";
  if (isOnly(kinds, "number", "null", "undefined")) return 0;
  if (isOnly(kinds, "boolean", "null", "undefined")) return false;
  return isOnly(kinds, "object", "array", "null", "undefined") ? null : undefined;
}

/** `JSON.parse(text)`: Step Functions' own `$parse`. */
export function lowerJsonParse(node: ts.CallExpression, lowering: Lowering): ExpressionNode {
  const [argument] = argumentsOf(node, 1, 1, lowering) ?? [];
  return argument ? call("parse", textArgument(argument, lowering)) : absent;
}

/** `JSON.stringify(value)`: `$string` writes arrays and objects alike, as long as they hold no fractions. */
export function lowerJsonStringify(node: ts.CallExpression, lowering: Lowering): ExpressionNode {
  const [argument] = argumentsOf(node, 1, 1, lowering) ?? [];
  if (argument === undefined) return absent;
  const type = lowering.checker.getTypeAtLocation(argument);
  const kinds = lowering.kinds(argument);
  if (kinds.has("untyped")) return lowering.refuse("untyped-value", argument, { text: sourceText(argument) });
  if (kinds.has("string")) {
    const help = "Put it into an object or array, or use the text itself.";
    return lowering.unsupported(argument, "JSON.stringify of a text", help);
  }
  if (holdsNumbers(type, lowering.checker, new Set())) {
    return lowering.refuse("number-in-text", argument, { text: sourceText(argument), isHolder: true });
  }
  return call("string", lowering.value(argument, "JSON.stringify"));
}

/** Whether a value of a type may hold a number somewhere, of which 15 digits would be written. */
function holdsNumbers(type: ts.Type, checker: ts.TypeChecker, seen: Set<ts.Type>): boolean {
  if (seen.has(type)) return false;
  seen.add(type);
  if (type.isUnionOrIntersection()) return type.types.some((member) => holdsNumbers(member, checker, seen));
  if (type.isNumberLiteral()) return !Number.isSafeInteger(type.value) || Math.abs(type.value) >= 1e15;
  if (type.flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return true;
  if (!(type.flags & ts.TypeFlags.Object)) return false;
  if (checker.isArrayType(type) || checker.isTupleType(type)) {
    return checker.getTypeArguments(type as ts.TypeReference).some((member) => holdsNumbers(member, checker, seen));
  }
  const entry = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  if (entry && holdsNumbers(entry, checker, seen)) return true;
  return type.getProperties().some((member) => holdsNumbers(checker.getTypeOfSymbol(member), checker, seen));
}

/** `encodeURIComponent(text)`. */
export function lowerEncode(node: ts.CallExpression, lowering: Lowering): ExpressionNode {
  const [argument] = argumentsOf(node, 1, 1, lowering) ?? [];
  return argument ? call("encodeUrlComponent", textArgument(argument, lowering)) : absent;
}
