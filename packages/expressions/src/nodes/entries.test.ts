import { expect, it } from "vitest";
import { array, call, lambda, scope, variable } from "./create.js";
import { entriesNode, objectOfEntries } from "./entries.js";

const names = { key: "key", value: "value" };

it("finds the object whose entries a node gives", () => {
  expect(objectOfEntries(entriesNode(scope("rates"), names, variable("value")))).toEqual(scope("rates"));
});

it("takes nothing else for entries", () => {
  expect(objectOfEntries(array([scope("rates")]))).toBeUndefined();
  expect(objectOfEntries(call("each", scope("rates"), lambda(["v"], variable("v"))))).toBeUndefined();
  expect(
    objectOfEntries(array([call("each", scope("rates"), lambda(["v", "k"], array([variable("v")])))])),
  ).toBeUndefined();
});
