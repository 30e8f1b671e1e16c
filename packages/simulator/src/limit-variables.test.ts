import { describe, expect, it } from "vitest";
import { simulate } from "./simulate.js";

const text = (characters: number) => `{% $pad('', ${characters}, 'x') %}`;
const machine = (states: object, first: string) => ({ QueryLanguage: "JSONata", StartAt: first, States: states });

describe("variables", () => {
  it("fail a state whose Assign is larger than a payload", async () => {
    const assign = (half: number) =>
      machine({ A: { Type: "Pass", Assign: { a: text(half), b: text(half) }, End: true } }, "A");
    expect((await simulate(assign(131_070))).status).toBe("SUCCEEDED");
    expect(await simulate(assign(131_071))).toMatchObject({
      status: "FAILED",
      error: "States.DataLimitExceeded",
      cause:
        "State total variable size limit exceeded. Variable 'b' in state 'A' was assigned 131073 bytes, which caused the size of variables assigned in the state to exceed its limit by 2 bytes.",
    });
  });

  it("fail a state that assigns one larger than a payload, which the history tells of", async () => {
    const assign = (length: number) => machine({ A: { Type: "Pass", Assign: { a: text(length) }, End: true } }, "A");
    expect((await simulate(assign(262_142))).status).toBe("SUCCEEDED");
    const { cause, events } = await simulate(assign(262_143));
    expect(cause).toBe("Variable size limit exceeded. Variable 'a' in state 'A' was assigned 262145 bytes.");
    expect(events.slice(-2)).toMatchObject([
      {
        id: 3,
        previousEventId: 2,
        type: "EvaluationFailed",
        evaluationFailedEventDetails: { cause, error: "States.DataLimitExceeded", location: "Assign", state: "A" },
      },
      { id: 4, previousEventId: 3, type: "ExecutionFailed" },
    ]);
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
    const { cause, error, status } = await simulate(chain((i) => `v${i}`));
    expect({ error, status }).toEqual({ error: "States.DataLimitExceeded", status: "FAILED" });
    expect(cause).toBe(
      `Execution total variable size limit exceeded. State 'S40' assigned variables that exceed the total execution limit by ${41 * 262_002 - 10 * 1024 ** 2} bytes.`,
    );
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
