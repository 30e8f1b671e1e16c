import { describe, expect, it } from "vitest";
import { compileDefinition, compileModule, createFixture } from "./compile-fixture.js";

const statesOf = async (text: string): Promise<unknown> => (await compileDefinition(text)).States;

describe("the scope's own values", () => {
  it("are paths of the context object and calls", async () => {
    const states = await statesOf(`export const it = workflow<{ a: string }>("W")
      .return((s) => ({
        id: s.execution.id,
        at: s.execution.startTime,
        retry: s.state.retryCount,
        machine: s.machine.name,
        hash: s.hash(s.input.a, "SHA-256"),
        pick: s.random(7),
      }));`);
    expect(states).toMatchObject({
      return: {
        Output: {
          id: "{% $states.context.Execution.Id %}",
          at: "{% $states.context.Execution.StartTime %}",
          retry: "{% $states.context.State.RetryCount %}",
          machine: "{% $states.context.StateMachine.Name %}",
          hash: '{% $hash($states.context.Execution.Input.a, "SHA-256") %}',
          pick: "{% $random(7) %}",
        },
      },
    });
  });

  it("are evaluated once where they are named and read twice", async () => {
    const states = JSON.stringify(
      await statesOf(`export const it = workflow<{ a: string }>("W")
      .pass("key", (s) => s.uuid())
      .pass("attempt", (s) => s.state.retryCount)
      .return((s) => ({ a: s.key, b: s.key, c: s.attempt, d: s.attempt }));`),
    );
    expect(states.match(/\$uuid\(\)/g)).toHaveLength(1);
    expect(states.match(/RetryCount/g)).toHaveLength(1);
  });
});

describe("functions of the project", () => {
  it("are lowered from other modules, with the constants of these", async () => {
    const { compiler } = createFixture({
      "workflows/prices.ts": `const RATE = 1.5;
export function gross(net: number): number { return net * RATE; }
export const isLarge = (line: { readonly qty: number }): boolean => line.qty > 10;
`,
      "workflows/sample.ts": `import { workflow } from "@treadle/workflow";
import { gross, isLarge } from "./prices.js";
export const it = workflow<{ net: number; lines: { qty: number; sku: string }[] }>("W")
  .return((s) => ({ total: gross(s.input.net), large: s.input.lines.filter(isLarge).map((line) => line.sku) }));
`,
    });
    const { workflows, diagnostics } = await compiler.compile();
    expect(diagnostics).toEqual([]);
    expect(JSON.parse(workflows[0]!.definition)).toMatchObject({
      States: {
        return: {
          Output: {
            total: "{% ($gross := function($net) { $net * 1.5 }; $gross($states.context.Execution.Input.net)) %}",
            large: "{% [$states.context.Execution.Input.lines[qty > 10].sku] %}",
          },
        },
      },
    });
  });
});

it("reports an expression that is nested deeper than Step Functions evaluates", async () => {
  const sum = Array.from({ length: 120 }, () => "s.input.a").join(" + ");
  const { diagnostics } = await compileModule(`export const it = workflow<{ a: number }>("W").return((s) => ${sum});`);
  expect(diagnostics.map(({ code }) => code)).toEqual(["asl/jsonata-too-deep"]);
});
