import { expect, it } from "vitest";
import { findDifferences } from "./difference.js";

it("names every place where two values part, by pointer", () => {
  expect(findDifferences({ a: [1, 2], "b/c": { d: null } }, { a: [1, 3, 4], "b/c": {} })).toEqual([
    { pointer: "/a/1", expected: 2, actual: 3 },
    { pointer: "/a/2", expected: undefined, actual: 4 },
    { pointer: "/b~1c/d", expected: null, actual: undefined },
  ]);
});

it("finds none between equal values, and does not take a list for an object", () => {
  expect(findDifferences({ a: [{ b: "c" }] }, { a: [{ b: "c" }] })).toEqual([]);
  expect(findDifferences([], {})).toEqual([{ pointer: "", expected: [], actual: {} }]);
});
