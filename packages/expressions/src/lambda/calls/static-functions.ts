import ts from "#typescript";
import { absent, array, binary, call, conditional, lambda, literal, variable } from "../../nodes/create.js";
import { entriesNode } from "../../nodes/entries.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import { isFilled } from "../guards.js";
import { type Lowering, sourceText } from "../lowering.js";
import { elementKinds, mayBeArray } from "../selections.js";
import { asOneElement, isArrayNode } from "../syntax/arrays.js";
import { lowerMembership, lowerNumberOperand, lowerPower } from "../syntax/operators.js";
import { lowerToText } from "../syntax/templates.js";
import { describeKinds, kindsOf, type ValueKind } from "../value-kinds.js";
import { arrayFrom, fromEntries, groupBy } from "./building.js";
import { argumentsOf } from "./callbacks.js";
import {
  lowerBoolean,
  lowerEncode,
  lowerJsonParse,
  lowerJsonStringify,
  lowerNumber,
  lowerParseFloat,
  lowerParseInt,
} from "./conversions.js";

export type StaticFunction = (node: ts.CallExpression, lowering: Lowering) => ExpressionNode;

/** Wraps a function of one number. */
const ofNumber =
  (name: string, lower: (value: ExpressionNode, lowering: Lowering) => ExpressionNode): StaticFunction =>
  (node, lowering) => {
    const [argument] = argumentsOf(node, 1, 1, lowering) ?? [];
    return argument ? lower(lowerNumberOperand(argument, name, lowering), lowering) : absent;
  };

/** `$round` rounds halves to the even neighbour, Math.round upwards. */
const round = ofNumber("Math.round", (value, lowering) =>
  lowering.sharing(value, "number", (number) => {
    const down = call("floor", number);
    const rest = binary("-", number, down);
    return binary("+", down, conditional(binary(">=", rest, literal(0.5)), literal(1), literal(0)));
  }),
);

const trunc = ofNumber("Math.trunc", (value, lowering) =>
  lowering.sharing(value, "number", (number) =>
    conditional(binary("<", number, literal(0)), call("ceil", number), call("floor", number)),
  ),
);

const sign = ofNumber("Math.sign", (value, lowering) =>
  lowering.sharing(value, "number", (number) =>
    conditional(
      binary(">", number, literal(0)),
      literal(1),
      conditional(binary("<", number, literal(0)), literal(-1), literal(0)),
    ),
  ),
);

/** `Math.max(a, ...numbers)`: of no number at all it would be infinite, so one must be written out. */
const extreme =
  (name: string, callee: string): StaticFunction =>
  (node, lowering) => {
    const isAny = node.arguments.some(
      (argument) => !ts.isSpreadElement(argument) || isFilled(argument.expression, lowering),
    );
    if (!isAny) {
      const help = `Give a number besides, \`${name}(0, ...numbers)\`, or test \`numbers.length > 0\` before.`;
      return lowering.unsupported(node.arguments[0] ?? node, `${name} of what may be no number at all`, help);
    }
    const numbers = node.arguments.flatMap((argument) => {
      if (!ts.isSpreadElement(argument)) return [lowerNumberOperand(argument, name, lowering)];
      const kinds = elementKinds(argument.expression, lowering);
      if (kinds.size !== 1 || !kinds.has("number")) {
        const details = {
          text: sourceText(argument.expression),
          type: `an array of ${describeKinds(kinds)}`,
          operator: name,
          wanted: "numbers",
        };
        return [lowering.refuse("operand-type", argument.expression, details)];
      }
      const value = lowering.value(argument.expression, "a spread");
      return value.kind === "array" ? value.elements : [value];
    });
    const [only] = numbers;
    const isWhole = only !== undefined && numbers.length === 1 && node.arguments.some(ts.isSpreadElement);
    return call(callee, isWhole ? only : array(numbers));
  };

/** Wraps a function of one object. */
const ofObject =
  (
    name: string,
    lower: (object: ExpressionNode, node: ts.CallExpression, lowering: Lowering) => ExpressionNode,
  ): StaticFunction =>
  (node, lowering) => {
    const [argument] = argumentsOf(node, 1, 1, lowering) ?? [];
    if (argument === undefined) return absent;
    const kinds = lowering.kinds(argument);
    if (kinds.has("untyped")) return lowering.refuse("untyped-value", argument, { text: sourceText(argument) });
    if (!lowering.isOnly(argument, "object", "undefined")) {
      const type = describeKinds(kinds);
      return lowering.refuse("mixed-type", argument, { text: sourceText(argument), type, wanted: "an object" });
    }
    return lower(lowering.value(argument, name), node, lowering);
  };

const values = ofObject("Object.values", (object, node, lowering) => {
  const value = lowering.names.take("value");
  const each = call("each", object, lambda([value], variable(value)));
  return array([mayBeArray(elementKinds(node, lowering)) ? keeping(each) : each]);
});

const entries = ofObject("Object.entries", (object, node, lowering) => {
  const [value, key] = [lowering.names.take("value"), lowering.names.take("key")];
  const kinds = entryKinds(node, lowering);
  return entriesNode(object, { key, value }, asOneElement(variable(value), kinds, lowering));
});

/** The kinds of the second of each pair. */
function entryKinds(node: ts.CallExpression, lowering: Lowering): ReadonlySet<ValueKind> {
  const { checker } = lowering;
  const pair = checker.getIndexTypeOfType(checker.getTypeAtLocation(node), ts.IndexKind.Number);
  const value = pair && checker.getPropertyOfType(pair, "1");
  return value ? kindsOf(checker.getTypeOfSymbol(value), checker) : new Set(["untyped"]);
}

function keeping(node: ReturnType<typeof call>): ExpressionNode {
  return Object.freeze({ ...node, keepArray: true as const });
}

const isArray: StaticFunction = (node, lowering) => {
  const [argument] = argumentsOf(node, 1, 1, lowering) ?? [];
  return argument ? isArrayNode(lowering.lower(argument)) : absent;
};

/** Of a number that is no integer, `$floor` gives another. */
const isInteger = ofNumber("Number.isInteger", (value, lowering) =>
  lowering.sharing(value, "number", (number) => binary("=", call("floor", number), number)),
);

/** `Object.hasOwn(object, key)`. */
const hasOwn: StaticFunction = (node, lowering) => {
  const [object, key] = argumentsOf(node, 2, 2, lowering) ?? [];
  return object && key ? lowerMembership(key, object, "Object.hasOwn", lowering) : absent;
};

const pow: StaticFunction = (node, lowering) => {
  const [base, exponent] = argumentsOf(node, 2, 2, lowering) ?? [];
  return base && exponent ? lowerPower(base, exponent, lowering) : absent;
};

const string: StaticFunction = (node, lowering) => {
  const [argument] = argumentsOf(node, 1, 1, lowering) ?? [];
  if (argument === undefined) return absent;
  const text = lowerToText(argument, lowering);
  return lowering.isOnly(argument, "string") ? text : call("string", text);
};

export const staticFunctions: ReadonlyMap<string, StaticFunction> = new Map(
  Object.entries({
    "Array.from": arrayFrom,
    "Array.isArray": isArray,
    Boolean: lowerBoolean,
    "JSON.parse": lowerJsonParse,
    "JSON.stringify": lowerJsonStringify,
    "Math.abs": ofNumber("Math.abs", (value) => call("abs", value)),
    "Math.ceil": ofNumber("Math.ceil", (value) => call("ceil", value)),
    "Math.floor": ofNumber("Math.floor", (value) => call("floor", value)),
    "Math.max": extreme("Math.max", "max"),
    "Math.min": extreme("Math.min", "min"),
    "Math.pow": pow,
    "Math.round": round,
    "Math.sign": sign,
    "Math.sqrt": ofNumber("Math.sqrt", (value) => call("sqrt", value)),
    "Math.trunc": trunc,
    Number: lowerNumber,
    "Number.isInteger": isInteger,
    "Number.parseFloat": lowerParseFloat,
    "Number.parseInt": lowerParseInt,
    "Object.entries": entries,
    "Object.fromEntries": fromEntries,
    "Object.groupBy": groupBy,
    "Object.hasOwn": hasOwn,
    "Object.keys": ofObject("Object.keys", (object) => array([call("keys", object)])),
    "Object.values": values,
    String: string,
    encodeURIComponent: lowerEncode,
    parseFloat: lowerParseFloat,
    parseInt: lowerParseInt,
  }),
);
