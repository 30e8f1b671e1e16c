import { describe, expect, it } from "vitest";
import type { Json } from "../json.js";
import { VariableScope } from "../variable-scope.js";
import { evaluatePath } from "./evaluate-path.js";
import { parsePath } from "./parse-path.js";

const shop = {
  name: "corner",
  "odd key": { "it's": 1 },
  lines: [
    { sku: "a", qty: 1, price: 5 },
    { sku: "b", qty: 3, price: 2 },
    { sku: "c", qty: 2, gift: true },
  ],
  empty: null,
};

function evaluate(text: string, input: Json = shop) {
  const variables = new VariableScope();
  variables.assign({ total: { net: 7 }, list: [1, 2] });
  const result = evaluatePath(parsePath(text), { input, context: () => ({ Execution: { Name: "run" } }), variables });
  return "value" in result ? result.value : { missing: result.missing };
}

describe("paths to one place", () => {
  it.each([
    ["$", shop],
    ["$.name", "corner"],
    ["$.lines[1].sku", "b"],
    ["$.lines[-1].sku", "c"],
    ["$['lines'][0]['qty']", 1],
    ["$['odd key']['it\\'s']", 1],
    ["$.['odd key'].['it\\'s']", 1],
    ["$.lines.[1].sku", "b"],
    ["$total.['net']", 7],
    ["$.empty", null],
    ["$$.Execution.Name", "run"],
    ["$total.net", 7],
    [" $.name ", "corner"],
    ["$list[1]", 2],
  ] as [string, Json][])("%s", (path, expected) => {
    expect(evaluate(path)).toEqual(expected);
  });

  it.each([
    ["$.nothing", "No results for path: $['nothing']"],
    ["$.nothing.inner", "Missing property in path $['nothing']"],
    ["$.lines[7]", "No results for path: $['lines'][7]"],
    ["$.lines[7].sku", "No results for path: $['lines'][7]['sku']"],
    ["$.name.length", "No results for path: $['name']['length']"],
    ["$unknown", "No results for path: $unknown"],
  ])("%s leads nowhere", (path, missing) => {
    expect(evaluate(path)).toEqual({ missing });
  });
});

describe("quotation marks in bracket names", () => {
  const sizes = { 'big\\"': 1, "small\\'": 2, 'big"': 3, "small'": 4, "back\\": 5 };

  it.each([
    [String.raw`$['big\"']`, 1],
    [String.raw`$["small\'"]`, 2],
    ["$['big\"']", 3],
    [String.raw`$["big\""]`, 3],
    [String.raw`$['small\'']`, 4],
    [String.raw`$['back\\']`, 5],
    [String.raw`$['big\"','small\'']`, { 'big\\"': 1, "small'": 4 }],
  ] as [string, Json][])("%s", (path, expected) => {
    expect(evaluate(path, sizes)).toEqual(expected);
  });
});

describe("paths to several places", () => {
  it.each([
    ["$.lines[*].sku", ["a", "b", "c"]],
    ["$.lines[0,2].sku", ["a", "c"]],
    ["$.lines[:2].qty", [1, 3]],
    ["$.lines[1:].qty", [3, 2]],
    ["$.lines[-2:].qty", [3, 2]],
    ["$.lines[0:3:2].sku", ["a", "c"]],
    ["$.lines[0]['sku','qty']", { sku: "a", qty: 1 }],
    ["$.lines[:2]['sku','no']", [{ sku: "a" }, { sku: "b" }]],
    ["$['name','empty'].v", { missing: "Multi properties can only be used as path leafs: $['name', 'empty']" }],
    ["$..qty", [1, 3, 2]],
    ["$..[0].sku", ["a"]],
    ["$.nothing[*]", []],
    ["$.nothing[1:].inner", []],
    ["$.lines[?(@.qty > 1)].sku", ["b", "c"]],
    ["$.lines.[?(@.['qty'] > 1)].sku", ["b", "c"]],
    ["$.lines.[*].sku", ["a", "b", "c"]],
    ["$.lines[?(@.qty > 1 && @.price)].sku", ["b"]],
    ["$.lines[?(@.sku == 'a' || @.gift == true)].sku", ["a", "c"]],
    ["$.lines[?(!(@.gift))].sku", ["a", "b"]],
    ["$.lines[?(@.sku in ['a', 'b'])].qty", [1, 3]],
    ["$.lines[?(@.sku nin ['a'])].qty", [3, 2]],
    ["$.lines[?(@.sku =~ /[AB]/i)].qty", [1, 3]],
    ["$.lines[?(@.qty == $.lines[2].qty)].sku", ["c"]],
    ["$.lines[?(@.price <= 2)].sku", ["b"]],
    ["$.lines[?(@.price != 2)].sku", ["a", "c"]],
  ] as [string, Json][])("%s", (path, expected) => {
    expect(evaluate(path)).toEqual(expected);
  });
});

it.each(["name", "$.", "$.lines.", "$[", "$.a[?(@.b ==)]", "$.a]", "$['a", "$.a[?(@.b"])("refuses %j", (path) => {
  expect(() => parsePath(path)).toThrow("Invalid path");
});

it("sees only what the input has itself", () => {
  for (const name of ["constructor", "toString", "__proto__"]) {
    expect(evaluate(`$.${name}`)).toEqual({ missing: `No results for path: $['${name}']` });
    expect(evaluate(`$.${name}`, JSON.parse(`{"${name}":1}`))).toBe(1);
  }
});
