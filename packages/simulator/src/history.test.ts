import { describe, expect, it } from "vitest";
import { simulate } from "./simulate.js";

const loop = {
  StartAt: "A",
  States: { A: { Type: "Pass", Next: "B" }, B: { Type: "Pass", Next: "A" } },
};

describe("the history", () => {
  it("ends a Standard execution at 25,000 events, whatever catches", async () => {
    const { error, events, status } = await simulate({
      StartAt: "Both",
      States: {
        Both: {
          Type: "Parallel",
          Branches: [loop, { StartAt: "W", States: { W: { Type: "Wait", Seconds: 9, End: true } } }],
          Catch: [{ ErrorEquals: ["States.ALL"], Next: "Caught" }],
          End: true,
        },
        Caught: { Type: "Succeed" },
      },
    });
    expect({ error, status }).toEqual({ error: "States.Runtime", status: "FAILED" });
    expect(events).toHaveLength(25_000);
    expect(events.at(-1)).toMatchObject({
      id: 25_000,
      type: "ExecutionFailed",
      executionFailedEventDetails: {
        cause: "The execution reached the maximum number of history events (25000).",
      },
    });
  });

  it("does not limit an Express execution, which ends by its budget of states", async () => {
    const { diagnostics, status } = await simulate(loop, { type: "EXPRESS", maxTransitions: 30_000 });
    expect(status).toBe("REFUSED");
    expect(diagnostics[0]?.code).toBe("simulator/too-many-transitions");
  });

  it("can be left out: the end, with the event ids in its cause, is the same", async () => {
    const definition = {
      StartAt: "Items",
      States: {
        Items: {
          Type: "Map",
          ItemProcessor: { StartAt: "Take", States: { Take: { Type: "Pass", End: true } } },
          Next: "Wrong",
        },
        Wrong: { Type: "Pass", InputPath: "$.none", End: true },
      },
    };
    const recorded = await simulate(definition, { input: [1, 2, 3] });
    const without = await simulate(definition, { input: [1, 2, 3], history: false });
    expect(recorded.cause).toMatch(/entered at the event id #18/);
    expect(without).toEqual({ ...recorded, events: [], path: [], timeline: [] });
  });

  it("is recorded all the same where somebody listens", async () => {
    const types: string[] = [];
    await simulate(
      { StartAt: "A", States: { A: { Type: "Succeed" } } },
      { history: false, onEvent: (event) => types.push(event.type) },
    );
    expect(types).toEqual(["ExecutionStarted", "SucceedStateEntered", "SucceedStateExited", "ExecutionSucceeded"]);
  });
});
