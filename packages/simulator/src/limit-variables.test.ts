import { describe, expect, it } from "vitest";
import { simulate } from "./simulate.js";

const text = (characters: number) => `{% $pad('', ${characters}, 'x') %}`;
const machine = (states: object, first: string) => ({ QueryLanguage: "JSONata", StartAt: first, States: states });

describe("variables", () => {
  it("fail a state whose Assign is larger than a payload", async () => {
    const assign = (half: number) =>
      machine({ A: { Type: "Pass", Assign: { a: text(half), b: text(half) }, End: true } }, "A");
    expect((await simulate(assign(131_000))).status).toBe("SUCCEEDED");
    expect(await simulate(assign(131_100))).toMatchObject({ status: "FAILED", error: "States.DataLimitExceeded" });
  });

  const assignments = Array.from({ length: 41 }, (_, i) => i);
  const chain = (name: (i: number) => string) =>
    machine(
      Object.fromEntries(
        assignments.map((i) => [
          `S${i}`,
          {
            Type: "Pass",
            Assign: { [name(i)]: text(262_000) },
            ...(i < 40 ? { Next: `S${i + 1}` } : { End: true }),
          },
        ]),
      ),
      "S0",
    );

  it("fail an execution that holds more than 10 MiB of them", async () => {
    const { error, path, status } = await simulate(chain((i) => `v${i}`));
    expect({ error, status }).toEqual({ error: "States.DataLimitExceeded", status: "FAILED" });
    expect(path.at(-1)).toBe("S40");
  });

  it("count once when they are assigned again, and not at all when their iteration has ended", async () => {
    expect((await simulate(chain(() => "v"))).status).toBe("SUCCEEDED");
    const each = {
      Type: "Map",
      Items: assignments,
      ItemProcessor: {
        StartAt: "Hold",
        States: { Hold: { Type: "Pass", Assign: { held: text(262_000) }, Output: 1, End: true } },
      },
      MaxConcurrency: 1,
      End: true,
    };
    expect((await simulate(machine({ Each: each }, "Each"))).status).toBe("SUCCEEDED");
  });
});
