import { expect, it } from "vitest";
import { type CompiledLambda, compileLambda } from "../harness.js";
import { generatedPrelude } from "../program-generator.js";
import { compareOn } from "./compare-outcomes.js";
import { countConstructs } from "./coverage.js";
import { inputsPerProgram, runBatch } from "./run-batch.js";

it("runs each program on the same number of inputs and counts what agreed", { timeout: 60_000 }, async () => {
  const report = await runBatch({ programs: 40, seed: 3 }, undefined);
  expect(report.programs + report.typeErrors).toBe(40);
  expect(report.cases).toBe((report.programs - report.refusals.length) * inputsPerProgram);
  expect(report).toMatchObject({ differences: 0, described: [], refusals: [] });
  expect(report.coverage.get("property")).toBeGreaterThan(inputsPerProgram);
  expect(await runBatch({ programs: 40, seed: 3 }, undefined)).toEqual(report);
});

it("finds the inputs on which an engine gives something else, and those only", async () => {
  const source = "(s: Scope) => s.numbers.map((n) => n + 1)";
  const lambda = compileLambda(source, { prelude: generatedPrelude });
  const inputs = [{ numbers: [] }, { numbers: [1] }, { numbers: [1, 2] }];
  expect(await compareOn(lambda, inputs, undefined)).toEqual({ agreed: 3, failing: [] });
  // Without the constructor, one element is no array and none is nothing.
  const wrong: CompiledLambda = { ...lambda, jsonata: "$map($numbers, function($n) { $n + 1 })" };
  expect(await compareOn(wrong, inputs, undefined)).toEqual({ agreed: 1, failing: inputs.slice(0, 2) });
  const inJava = Promise.resolve([{ json: [] }, { json: [2] }, { failure: "none" }]);
  expect(await compareOn(lambda, inputs, inJava)).toEqual({ agreed: 2, failing: inputs.slice(2) });
});

it("tells constructs apart by the types that they are used with", () => {
  const source =
    "(s: Scope) => ({ a: s.texts.at(0) ?? s.t.at(0) ?? 'x', b: s.t + 'y', c: s.n + 1, d: s.items.map((x) => s.items.filter((y) => y.n > x.n).length) })";
  const found = new Map<string, number>();
  countConstructs(compileLambda(source, { prelude: generatedPrelude }), 5, found);
  const names = ["array.at", "text.at", "text +", "number +", "closure", "array.filter", "array.length", "text.length"];
  expect(names.map((name) => found.get(name))).toEqual([5, 5, 5, 5, 5, 5, 5, undefined]);
});
