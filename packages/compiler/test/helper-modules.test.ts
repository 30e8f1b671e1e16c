import { describe, expect, it } from "vitest";
import { createFixture } from "./compile-fixture.js";

const head = `import { workflow } from "@treadle/workflow";\n`;

const table = `
export enum Kind { A = "a", B = "b" }
export const DAY_MS = 24 * 60 * 60 * 1000;
export const RATE = Math.max(2, 3);
export const addDay = (n: number) => n + DAY_MS;
export const kindOf = (k: Kind) => (k === Kind.B ? 1 : 2);
export const rated = (n: number) => n * RATE;
`;

describe("functions of other modules", () => {
  it("are lowered with the constants of their module", async () => {
    const { compiler } = createFixture({
      "lib/table.ts": table,
      "workflows/w.ts": `${head}import { addDay, Kind, kindOf } from "../lib/table.js";
        export const w = workflow<{ n: number; k: Kind }>("W").return((s) => [addDay(s.input.n), kindOf(s.input.k)]);`,
    });
    const { diagnostics, workflows } = await compiler.compile();
    expect(diagnostics).toEqual([]);
    const definition = workflows[0]?.definition;
    expect(definition).toContain("$n + 86400000");
    expect(definition).toContain('$k = \\"b\\" ? 1 : 2');
  });

  it("are lowered with a computed constant that the lambda's module imports, though it does not use it itself", async () => {
    const { compiler } = createFixture({
      "lib/table.ts": table,
      "workflows/w.ts": `${head}import { RATE, rated } from "../lib/table.js";
        export const w = workflow<{ n: number }>("W").return((s) => rated(s.input.n));`,
    });
    const { diagnostics, workflows } = await compiler.compile();
    expect(diagnostics).toEqual([]);
    expect(workflows[0]?.definition).toContain("$n * 3");
  });

  it("are refused once, however many lambdas of however many modules call them", async () => {
    const workflowModule = (name: string) => `${head}import { rated } from "../lib/table.js";
      export const w = workflow<{ n: number }>("${name}")
        .pass("one", (s) => rated(s.input.n))
        .pass("two", (s) => rated(s.input.n + 1))
        .succeed();`;
    const { compiler } = createFixture({
      "lib/table.ts": table,
      "workflows/a.ts": workflowModule("A"),
      "workflows/b.ts": workflowModule("B"),
    });
    const { diagnostics } = await compiler.compile();
    expect(diagnostics.map(({ code, location }) => [code, location?.file, location?.line])).toEqual([
      ["expressions/captured-elsewhere", "lib/table.ts", 7],
    ]);
  });
});
