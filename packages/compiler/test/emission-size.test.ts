import { simulate } from "@treadle/simulator";
import { describe, expect, it } from "vitest";
import { compileDefinition } from "./compile-fixture.js";

/** The steps `x1` to `x<count>`, each made of the one before. */
function chain(count: number, value: (previous: string) => string): string {
  const steps = Array.from({ length: count }, (_, index) => `.pass("x${index + 1}", (s) => ${value(`s.x${index}`)})`);
  return steps.join("\n");
}

async function compileChain(steps: string, last: string) {
  const definition = await compileDefinition(`
    export const w = workflow<{ n: number }>("W")
      .wait("pause", { seconds: 1 })
      .pass("x0", (s) => s.input.n)
      ${steps}
      .return((s) => ${last});`);
  const run = await simulate(definition, { input: { n: 1 } });
  expect(run.status).toBe("SUCCEEDED");
  return { length: JSON.stringify(definition).length, run };
}

describe("the size of what is emitted", () => {
  it("grows with the number of values that read the one before twice, and costs a state for several of them", async () => {
    const ten = await compileChain(
      chain(10, (previous) => `${previous} + ${previous}`),
      "s.x10",
    );
    const forty = await compileChain(
      chain(40, (previous) => `${previous} + ${previous}`),
      "s.x40",
    );
    expect(ten.run.output).toBe(2 ** 10);
    expect(forty.run.output).toBe(2 ** 40);
    expect(forty.length).toBeLessThan(5 * ten.length);
    expect(forty.run.path.length).toBeLessThan(10);
  });

  it("grows no faster for objects that hold the one before twice", async () => {
    const { length, run } = await compileChain(
      chain(16, (previous) => `({ left: ${previous}, right: ${previous} })`),
      "s.x16.left.right.left.right",
    );
    expect(length).toBeLessThan(25_000);
    expect(run.path.length).toBeLessThan(6);
  });

  it("nests no deeper than Step Functions evaluates", async () => {
    const { run } = await compileChain(
      chain(200, (previous) => `${previous} * 1`),
      "s.x200",
    );
    expect(run.output).toBe(1);
    expect(run.path.length).toBeLessThan(8);
  });

  it("does not copy what follows many branches into each of them", async () => {
    const rules = Array.from(
      { length: 60 },
      (_, index) => `.when((s) => s.input.n === ${index}, (f) => f.return(() => ${index}))`,
    );
    const definition = await compileDefinition(`
      export const w = workflow<{ n: number }>("W")
        .choice("x0", (c) => c${rules.join("")}.otherwise((f) => f.return(() => -1)))
        ${chain(12, (previous) => `s.x0 * 2 + s.input.n - s.x0 * s.input.n + Math.max(${previous}, s.input.n)`)}
        .wait("pause", { seconds: 1 })
        .return((s) => s.x12);`);
    expect(JSON.stringify(definition).length).toBeLessThan(25_000);
    const run = await simulate(definition, { input: { n: 3 } });
    expect(run.path).toHaveLength(3);
    expect(run.output).toBe(3);
  });
});
