import ts from "#typescript";
import { absent, array, binary, block, call, lambda, literal, subscript, variable } from "../../nodes/create.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import { integerFacts } from "../integers.js";
import type { FunctionNode } from "../lowering.js";
import { type Lowering, sourceText } from "../lowering.js";
import { unwrap } from "../references.js";
import { elementKinds, filterCall, mayBeArray } from "../selections.js";
import { endSequence, lastOf } from "../syntax/access.js";
import { lowerCallback } from "../syntax/functions.js";
import { describeKinds, isOnly } from "../value-kinds.js";
import { positionOf, positionWhere, sourceOf } from "./array-searches.js";
import { argumentsOf, inlineCallback, negated, resultOf } from "./callbacks.js";
import { lowerFold } from "./folds.js";
import { mappedPath } from "./mapped-path.js";
import { firstOf, lowerSelection, sequenceOf } from "./predicates.js";
import { inRange, lowerRange } from "./ranges.js";
import { toSorted } from "./sorting.js";

export type ArrayMethod = (items: ExpressionNode, node: ts.CallExpression, lowering: Lowering) => ExpressionNode;

/** Wraps a method whose argument is a function written in place. */
function withCallback(
  lower: (items: ExpressionNode, callback: FunctionNode, node: ts.CallExpression, lowering: Lowering) => ExpressionNode,
): ArrayMethod {
  return (items, node, lowering) => {
    const callback = inlineCallback(node, lowering);
    return callback ? lower(items, callback, node, lowering) : absent;
  };
}

const map = withCallback((items, callback, node, lowering) => {
  const path =
    ts.isBlock(callback.body) || callback.modifiers
      ? undefined
      : mappedPath(items, node, callback.body, callback.parameters, lowering);
  if (path) return array([path]);
  const role = { parameters: 3, index: 1 };
  const ofObjects = isOnly(elementKinds(sourceOf(node), lowering), "object") && callback.parameters.length < 3;
  const source = ofObjects ? sequenceOf(items) : items;
  const mapped = call("map", source, lowerCallback(callback, role, lowering, resultOf(lowering)));
  return array([
    mayBeArray(elementKinds(node, lowering)) ? Object.freeze({ ...mapped, keepArray: true as const }) : mapped,
  ]);
});

const filter = withCallback((items, callback, node, lowering) =>
  array([lowerSelection(items, sourceOf(node), callback, lowering)]),
);

const find = withCallback((items, callback, node, lowering) =>
  subscript(firstOf(lowerSelection(items, sourceOf(node), callback, lowering), items), literal(0)),
);

const findLast = withCallback((items, callback, node, lowering) =>
  lastOf(array([lowerSelection(items, sourceOf(node), callback, lowering)])),
);

const some = withCallback((items, callback, node, lowering) =>
  call("exists", lowerSelection(items, sourceOf(node), callback, lowering)),
);

const every = withCallback((items, callback, node, lowering) =>
  call("not", call("exists", lowerSelection(items, sourceOf(node), callback, lowering, negated))),
);

const flatMap = withCallback((items, callback, _node, lowering) => {
  const { parameters, body } = lowerCallback(callback, { parameters: 2, index: 1 }, lowering, resultOf(lowering));
  const [item = lowering.names.take("item"), ...index] = parameters;
  return flattened(items, [item, ...index], body, lowering);
});

const flat: ArrayMethod = (items, node, lowering) => {
  const [depth] = argumentsOf(node, 0, 1, lowering) ?? [];
  if (depth !== undefined && depth.getText() !== "1") {
    return lowering.unsupported(depth, "flat by more than one level", "Write `flat()`, once for each level.");
  }
  const kinds = elementKinds(sourceOf(node), lowering);
  if (kinds.has("untyped"))
    return lowering.refuse("untyped-value", sourceOf(node), { text: sourceText(sourceOf(node)) });
  const item = lowering.names.take("item");
  return flattened(items, [item], variable(item), lowering);
};

/** Appending one result after the other flattens them by one level, and by one only. */
function flattened(
  items: ExpressionNode,
  parameters: readonly string[],
  body: ExpressionNode,
  lowering: Lowering,
): ExpressionNode {
  const all = lowering.names.take("all");
  return call("reduce", items, lambda([all, ...parameters], call("append", variable(all), body)), array([]));
}

const reduce = withCallback((items, callback, node, lowering) => {
  const initial = node.arguments[1];
  if (initial === undefined) {
    const help = "Give the initial value: `reduce(function, initial)`.";
    return lowering.unsupported(
      node.expression,
      "reduce without an initial value, which fails on an empty array,",
      help,
    );
  }
  const fold = lowerFold(items, callback, node, initial, lowering);
  if (fold) return fold;
  const start = lowering.value(initial, "the initial value");
  const { parameters, body } = lowerCallback(callback, { parameters: 4, index: 2 }, lowering, resultOf(lowering));
  const [sum = lowering.names.take("sum"), item = lowering.names.take("item"), ...more] = parameters;
  return call("reduce", items, lambda([sum, item, ...more], body), start);
});

const includes: ArrayMethod = (items, node, lowering) => {
  const [element] = argumentsOf(node, 1, 1, lowering) ?? [];
  if (element === undefined) return absent;
  const sides = [lowering.kinds(element), elementKinds(sourceOf(node), lowering)];
  if (sides.some((kinds) => kinds.has("untyped")))
    return lowering.refuse("untyped-value", element, { text: sourceText(element) });
  if (!sides.some((kinds) => isOnly(kinds, "string", "number", "boolean", "null", "undefined"))) {
    return lowering.refuse("object-equality", (node.expression as ts.PropertyAccessExpression).name, {
      operator: "includes",
    });
  }
  return binary("in", lowering.value(element, "includes"), items);
};

const join: ArrayMethod = (items, node, lowering) => {
  const [separator] = argumentsOf(node, 0, 1, lowering) ?? [];
  const source = sourceOf(node);
  const kinds = elementKinds(source, lowering);
  if (kinds.has("untyped")) return lowering.refuse("untyped-value", source, { text: sourceText(source) });
  if (!isOnly(kinds, "string")) {
    const details = {
      text: sourceText(source),
      type: `an array that may hold ${describeKinds(kinds)}`,
      operator: "join",
      wanted: "arrays of texts",
    };
    return lowering.refuse("operand-type", source, details);
  }
  if (separator === undefined) return call("join", items, literal(","));
  if (!lowering.isOnly(separator, "string")) {
    const type = describeKinds(lowering.kinds(separator));
    return lowering.refuse("not-text", separator, { text: sourceText(separator), type });
  }
  return call("join", items, lowering.value(separator, "join"));
};

const concat: ArrayMethod = (items, node, lowering) =>
  node.arguments.reduce((all, more) => call("append", all, lowering.value(more, "an element of an array")), items);

const slice: ArrayMethod = (items, node, lowering) =>
  lowering.sharing(items, "items", (shared) =>
    lowerRange(node, call("count", shared), lowering, (range) => {
      if (range.from === undefined && range.to === undefined) return shared;
      const [item, index] = [lowering.names.take("item"), lowering.names.take("index")];
      const test = lambda([item, index], inRange(variable(index), range));
      return array([filterCall(shared, test, elementKinds(sourceOf(node), lowering))]);
    }),
  );

const at: ArrayMethod = (items, node, lowering) => {
  const [position] = argumentsOf(node, 1, 1, lowering) ?? [];
  if (position === undefined) return absent;
  if (!integerFacts(position, lowering))
    return lowering.refuse("not-integer", position, { text: sourceText(position) });
  return lowering.sharing(lowering.value(position, "at"), "index", (index) =>
    subscript(endSequence(items), searched(index)),
  );
};

/** A negative constant beyond the start fails in the Java engine; in parentheses it is compared with each index. */
function searched(index: ExpressionNode): ExpressionNode {
  return index.kind === "literal" && typeof index.value === "number" && index.value < 0 ? block([], index) : index;
}

const toReversed: ArrayMethod = (items, node, lowering) =>
  argumentsOf(node, 0, 0, lowering) ? call("reverse", items) : absent;

/** Wraps a method that changes its array: right where nobody else can see that array. */
const changing =
  (method: ArrayMethod, instead: string): ArrayMethod =>
  (items, node, lowering) => {
    if (isFresh(sourceOf(node))) return method(items, node, lowering);
    const { name } = node.expression as ts.PropertyAccessExpression;
    return lowering.unsupported(
      name,
      `"${name.text}" of an array that others see`,
      `Use ${instead}, which changes nothing.`,
    );
  };

/** Whether an array was made by the very expression. */
function isFresh(node: ts.Expression): boolean {
  const inner = unwrap(node);
  if (ts.isArrayLiteralExpression(inner)) return true;
  if (!ts.isCallExpression(inner) || !ts.isPropertyAccessExpression(inner.expression)) return false;
  return makers.has(inner.expression.name.text);
}

const makers = new Set([
  ...["map", "filter", "flatMap", "flat", "slice", "concat", "split", "toReversed", "toSorted", "sort", "reverse"],
  ...["keys", "values", "entries", "from"],
]);

export const arrayMethods: ReadonlyMap<string, ArrayMethod> = new Map(
  Object.entries({
    map,
    filter,
    find,
    findLast,
    findIndex: withCallback(positionWhere("first")),
    findLastIndex: withCallback(positionWhere("last")),
    indexOf: positionOf("first"),
    lastIndexOf: positionOf("last"),
    flat,
    some,
    every,
    flatMap,
    reduce,
    includes,
    join,
    concat,
    slice,
    at,
    toReversed,
    toSorted,
    reverse: changing(toReversed, "toReversed"),
    sort: changing(toSorted, "toSorted"),
  }),
);
