import { expect, test } from "vitest";
import { type AbstractValue, fieldOf, itemsOf, textsOf, textValue } from "./abstract-value.js";
import { evaluateJsonata } from "./evaluate-jsonata.js";
import { textPattern } from "./text.js";

const patterns = (source: string, variables: Record<string, AbstractValue> = {}) =>
  textsOf(evaluateJsonata(source, new Map(Object.entries(variables)))).map(textPattern);

test("knows texts, their concatenation, and what surrounds a value that it does not know", () => {
  expect(patterns("'a'")).toEqual(["a"]);
  expect(patterns("'a/' & 'b'")).toEqual(["a/b"]);
  expect(patterns("'a/' & $states.input.id & '/c'")).toEqual(["a/*/c"]);
  expect(patterns("$states.input.id")).toEqual(["*"]);
  expect(patterns("$join(['a', $states.input.id], '-')")).toEqual(["a-*"]);
});

test("knows every branch of a condition, and nothing where one branch is not known", () => {
  expect(patterns("$states.input.fast ? 'a' : 'b'")).toEqual(["a", "b"]);
  expect(patterns("'x-' & ($states.input.fast ? 'a' : 'b')")).toEqual(["x-a", "x-b"]);
  expect(patterns("$states.input.fast ? 'a' : $states.input.b")).toEqual(["*"]);
});

test("knows variables that are constant, and bindings of a block", () => {
  expect(patterns("$stage & '-orders'", { stage: textValue("prod") })).toEqual(["prod-orders"]);
  expect(patterns("($a := 'x'; $a & 'y')")).toEqual(["xy"]);
});

test("an object merged over a known one replaces its fields; one merged under it does not", () => {
  const field = (source: string) => {
    const value = evaluateJsonata(source, new Map());
    return value.kind === "object" ? textsOf(value.fields.Topic!).map(textPattern) : [];
  };
  expect(field("$merge([$states.input, {'Topic': 't'}])")).toEqual(["t"]);
  expect(field("$merge([{'Topic': 't'}, $states.input])")).toEqual(["*"]);
});

test("knows nothing of what it does not follow, and of broken expressions", () => {
  expect(patterns("$map(['a'], function($x) { $x })")).toEqual(["*"]);
  expect(patterns("'a")).toEqual(["*"]);
  expect(patterns("['a','b'][0]")).toEqual(["*"]);
});

test("knows what comes of each item, and what is left of a list, but not how much", () => {
  const buses = (source: string, variables: Record<string, AbstractValue> = {}) =>
    itemsOf(evaluateJsonata(source, new Map(Object.entries(variables)))).map((item) => {
      const bus = fieldOf(item, "Bus");
      return bus && textsOf(bus).map(textPattern).join();
    });
  expect(buses("$map($states.input.orders, function($o) { {'Bus': 'shop', 'Id': $o.id} })")).toEqual(["shop"]);
  expect(buses("[$states.input.orders.{'Bus': 'shop-' & stage}]")).toEqual(["shop-*"]);
  expect(buses("[[$map($states.input.orders, function($o) { {'Bus': 'shop'} })][Id > 0]]")).toEqual(["shop"]);
  expect(buses("$append([{'Bus': 'a'}], $states.input.more)")).toEqual(["a", "*"]);
  expect(buses("$filter([{'Bus': 'a'}, {'Bus': 'b'}], function($x) { $x.on })")).toEqual(["a", "b"]);
  expect(buses("$map($states.input.orders, $f)")).toEqual(["*"]);
  expect(buses("$map(['a'], function($b) { {'Bus': $b} })", { b: textValue("outer") })).toEqual(["*"]);
  expect(patterns("$join($map($states.input.parts, function($p) { 'x' }), '-')")).toEqual(["*"]);
});
