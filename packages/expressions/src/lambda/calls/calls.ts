import { didYouMean } from "@treadle/diagnostics";
import ts from "#typescript";
import { absent } from "../../nodes/create.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import { lowerFunctionCall } from "../functions/bind-function.js";
import { resolveFunction } from "../functions/resolve-function.js";
import { type Lowering, sourceText } from "../lowering.js";
import { unwrap } from "../references.js";
import { checkReceiver, lowerReceiver, receiverKinds } from "../syntax/access.js";
import { refuseHost } from "../syntax/host-objects.js";
import { isScope } from "../syntax/identifiers.js";
import { type ArrayMethod, arrayMethods } from "./array-methods.js";
import { isGlobal, isHelper } from "./globals.js";
import { lowerHelper } from "./helper-calls.js";
import { isScopeFunction, lowerScopeCall } from "./scope-calls.js";
import { staticFunctions } from "./static-functions.js";
import { type StringMethod, stringMethods } from "./string-methods.js";
import { lowerTest } from "./text-patterns.js";

export function lowerCall(node: ts.CallExpression, lowering: Lowering): ExpressionNode {
  const callee = node.expression;
  const spread = node.arguments.find(ts.isSpreadElement);
  if (ts.isPropertyAccessExpression(callee)) {
    const { expression: object, name } = callee;
    if (isScope(object, lowering)) {
      if (isScopeFunction(name.text)) return lowerScopeCall(name.text, node, lowering);
      return lowering.refuse("unsupported-call", name, {
        callee: sourceText(callee),
        help: "Read the value of a step; the scope's own functions are now, uuid, random and hash.",
      });
    }
    if (ts.isIdentifier(object) && isGlobal(object, lowering)) return lowerStatic(node, object, name, lowering);
    if (spread) return refuseSpread(spread, lowering);
    if (ts.isRegularExpressionLiteral(unwrap(object)) && name.text === "test") return lowerTest(object, node, lowering);
    const named = resolveFunction(callee, lowering);
    if (named) return lowerFunctionCall(named, node, lowering);
    return lowerMethod(node, callee, lowering);
  }
  if (ts.isIdentifier(callee)) {
    const helper = isHelper(callee, lowering);
    if (helper) return lowerHelper(helper, node, lowering);
    if (isGlobal(callee, lowering)) return lowerStatic(node, undefined, callee, lowering);
    const named = resolveFunction(callee, lowering);
    if (named) return spread ? refuseSpread(spread, lowering) : lowerFunctionCall(named, node, lowering);
    return refuseHost(callee, lowering) ?? lowering.refuse("captured-function", callee, { name: callee.text });
  }
  const isInPlace = ts.isArrowFunction(unwrap(callee)) || ts.isFunctionExpression(unwrap(callee));
  return lowering.refuse("unsupported-call", callee, {
    callee: sourceText(callee),
    help: isInPlace ? "Give the lambda itself a block: `(s) => { const …; return …; }`." : onlyTheseHaveMethods,
  });
}

function refuseSpread(spread: ts.SpreadElement, lowering: Lowering): ExpressionNode {
  return lowering.unsupported(spread, "A spread argument", "Write the arguments out.");
}

function lowerStatic(
  node: ts.CallExpression,
  object: ts.Identifier | undefined,
  name: ts.Identifier | ts.MemberName,
  lowering: Lowering,
): ExpressionNode {
  const path = object ? `${object.text}.${name.text}` : name.text;
  const lower = staticFunctions.get(path);
  if (lower) return lower(node, lowering);
  const known = [...staticFunctions.keys()];
  const help = globalHints.get(path) ?? `These are: ${known.join(", ")}.${didYouMean(path, known)}`;
  return lowering.refuse("unsupported-call", object ?? name, { callee: path, help });
}

function lowerMethod(node: ts.CallExpression, callee: ts.PropertyAccessExpression, lowering: Lowering): ExpressionNode {
  const kinds = receiverKinds(callee, lowering);
  const name = callee.name.text;
  const isText = kinds.has("string") && kinds.size === 1;
  if (kinds.size === 1 && (kinds.has("number") || kinds.has("boolean") || kinds.has("object"))) {
    return refuseMethod(callee, new Map(), lowering);
  }
  if (!isText && !checkReceiver(callee.expression, kinds, "array", lowering)) {
    return ts.isNewExpression(unwrap(callee.expression)) ? absent : lowering.lower(callee.expression);
  }
  const methods: ReadonlyMap<string, ArrayMethod | StringMethod> = isText ? stringMethods : arrayMethods;
  const method = methods.get(name);
  if (!method) return refuseMethod(callee, methods, lowering);
  const object = lowerReceiver(callee, lowering);
  if (givesNothingOfNothing.has(name) && !lowering.kinds(callee.expression).has("null")) {
    return method(object, node, lowering);
  }
  return lowering.chained(node, object, (shared) => method(shared, node, lowering));
}

/** Methods that need no guard in an optional chain: lowered, they give nothing where their object is missing. */
const givesNothingOfNothing = new Set(["find", "at"]);

function refuseMethod(
  callee: ts.PropertyAccessExpression,
  methods: ReadonlyMap<string, unknown>,
  lowering: Lowering,
): ExpressionNode {
  const name = callee.name.text;
  const help =
    methodHints.get(name) ??
    (methods.size > 0
      ? `These are: ${[...methods.keys()].join(", ")}.${didYouMean(name, methods.keys())}`
      : onlyTheseHaveMethods);
  return lowering.refuse("unsupported-call", callee.name, { callee: `The method "${name}"`, help });
}

const onlyTheseHaveMethods = "Call methods of arrays and texts, and functions of Math, Object and Array.";

const globalHints: ReadonlyMap<string, string> = new Map([
  ["Array.of", "Write the array: `[a, b]`."],
  ["Date.now", "Write `toMillis(s.now())`, or `s.now()` for the time as text."],
  ["Date.parse", "Write `toMillis(text)`."],
  ["Math.random", "Write `s.random()`, or `s.random(seed)`."],
  ["Number.isFinite", "Leave the test out: JSON has finite numbers only."],
  ["Number.isNaN", "Leave the test out: JSON has no NaN."],
  ["Object.assign", "Write `{ ...a, ...b }`."],
]);

const methodHints: ReadonlyMap<string, string> = new Map([
  ["toString", "Write `text(n)`, or a template."],
  ["toFixed", "Write `fixed(n, digits)`: it rounds half to even, as JSONata does."],
  ["forEach", "Use map; a lambda can only compute and return."],
  ["push", "Build a new array: `[...array, element]`."],
  ["pop", "Use slice(0, -1) and at(-1)."],
  ["localeCompare", "Compare with < and >, which do not depend on a language: `a < b ? -1 : a > b ? 1 : 0`."],
  ["lastIndexOf", "Use split: the last part is `text.split(part).at(-1)`."],
  ["search", "Use indexOf with a text, or match."],
  ["matchAll", "Use match with the flag g."],
  ["fill", "Write `Array.from({ length: n }, () => value)`."],
  ["reduceRight", "Write `array.toReversed().reduce(…)`."],
  ["toSpliced", "Build the array of slices: `[...array.slice(0, n), ...array.slice(n + 1)]`."],
  ["with", "Write `array.map((element, i) => (i === n ? value : element))`."],
  ["entries", "Use map with a second parameter, the index."],
  ["keys", "Use map with a second parameter, the index."],
  ["substr", "Use slice."],
]);
