import { expect, it } from "vitest";
import { setAtPath } from "./set-at-path.js";

it("adds, replaces and makes objects on the way, and leaves the target as it was", () => {
  const target = { a: 1, b: { c: 2 }, list: [1, 2] };
  expect(setAtPath(target, "$.b.d", 3)).toEqual({ a: 1, b: { c: 2, d: 3 }, list: [1, 2] });
  expect(setAtPath(target, "$.x.y", [1])).toEqual({ ...target, x: { y: [1] } });
  expect(setAtPath(target, "$.a.deep", 1)).toEqual({ ...target, a: { deep: 1 } });
  expect(setAtPath(target, "$.list[1]", 9)).toEqual({ ...target, list: [1, 9] });
  expect(setAtPath(target, "$.new[0]", 9)).toEqual({ ...target, new: [9] });
  expect(setAtPath(target, "$.new[0].x", 9)).toEqual({ ...target, new: [{ x: 9 }] });
  expect(setAtPath(target, "$", "all")).toBe("all");
  expect(target).toEqual({ a: 1, b: { c: 2 }, list: [1, 2] });
});

it("fails where there is no object to put it into", () => {
  expect(() => setAtPath([1], "$.a.b", 1)).toThrow(
    'States.ReferencePathConflict: Unable to apply step "a" to input [1]',
  );
  expect(() => setAtPath({ list: [1] }, "$.list[3]", 1)).toThrow('Unable to apply step "[3]" to input {"list":[1]}');
  expect(() => setAtPath("pear", "$.a", 1)).toThrow('Unable to apply ReferencePath $.a to input "pear"');
  expect(() => setAtPath(null, "$.a", 1)).toThrow("Unable to apply ReferencePath $.a to input null");
});
