import { expect, it } from "vitest";
import { fromPointer, toAwsLocation, toPointer } from "./path.js";

const path = ["States", "a/b~c", "Choices", 0, "Next"] as const;

it("writes JSON Pointers with their escapes, and AWS's locations without", () => {
  expect(toPointer(path)).toBe("/States/a~1b~0c/Choices/0/Next");
  expect(toAwsLocation(path)).toBe("/States/a/b~c/Choices[0]/Next");
  expect(toAwsLocation([])).toBe("/");
});

it("reads a pointer back, and tells an index from a name made of digits", () => {
  const root = { States: { "a/b~c": { Choices: [{}] }, "0": {} } };
  expect(fromPointer(root, toPointer(path))).toEqual(path);
  expect(fromPointer(root, "/States/0")).toEqual(["States", "0"]);
});
