import { simulate } from "@treadle/simulator";
import { describe, expect, it } from "vitest";
import { compileDefinition } from "./compile-fixture.js";

describe("a step", () => {
  it.each(["count", "toString", "constructor", "hasOwnProperty", "valueOf", "_order", "order_"])(
    "may be named %s, and is read by later lambdas",
    async (name) => {
      const definition = await compileDefinition(`
      const load = lambda.invoke<{ id: string }, { id: string }>("\${LoadFunctionArn}");
      export const w = workflow<{ id: string }>("W")
        .task("${name}", load, (s) => ({ id: s.input.id }), { retry: [] })
        .task("other", load, (s) => ({ id: s.${name}.id + "x" }), { retry: [] })
        .return((s) => [s.${name}.id, s.other.id]);`);
      const mocks = { [name]: { value: { id: "a" } }, other: { value: { id: "ax" } } };
      const execution = await simulate(definition, { input: { id: "a" }, mocks });
      expect(execution).toMatchObject({ status: "SUCCEEDED", output: ["a", "ax"] });
    },
  );
});
