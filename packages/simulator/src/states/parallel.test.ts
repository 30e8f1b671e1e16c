import { describe, expect, it } from "vitest";
import type { SimulateOptions } from "../options.js";
import { simulate } from "../simulate.js";

function branch(name: string, state: object) {
  return { StartAt: name, States: { [name]: state } };
}

function run(state: object, options: SimulateOptions = {}, others: object = {}) {
  return simulate(
    { QueryLanguage: "JSONata", StartAt: "Both", States: { Both: { Type: "Parallel", ...state }, ...others } },
    options,
  );
}

describe("Parallel", () => {
  it("runs its branches side by side and gives their outputs in their order", async () => {
    const execution = await run(
      {
        Branches: [
          branch("Slow", { Type: "Wait", Seconds: 60, Output: "slow", End: true }),
          branch("Fast", { Type: "Wait", Seconds: 1, Output: "{% $states.input %}", End: true }),
        ],
        Arguments: { a: "{% $states.input %}" },
        Output: "{% $states.result %}",
        End: true,
      },
      { input: 5 },
    );
    expect(execution.output).toEqual(["slow", { a: 5 }]);
    expect(execution.stopTime.getTime() - execution.startTime.getTime()).toBe(60_000);
    expect(
      execution.timeline.map(({ state, within, enteredMs, exitedMs }) => [state, within, enteredMs, exitedMs]),
    ).toEqual([
      ["Both", [], 0, 60_000],
      ["Slow", ["Both[0]"], 0, 60_000],
      ["Fast", ["Both[1]"], 0, 1000],
    ]);
  });

  it("keeps a branch's variables inside, and shows it the outer ones", async () => {
    const execution = await simulate({
      QueryLanguage: "JSONata",
      StartAt: "Set",
      States: {
        Set: { Type: "Pass", Assign: { outer: 1 }, Next: "Both" },
        Both: {
          Type: "Parallel",
          Branches: [
            branch("A", { Type: "Pass", Assign: { inner: "{% $outer + 1 %}" }, End: true }),
            branch("B", { Type: "Pass", Output: "{% $exists($inner) %}", End: true }),
          ],
          Assign: { got: "{% $states.result[1] %}" },
          End: true,
        },
      },
    });
    expect(execution.variables).toEqual({ outer: 1, got: false });
  });

  it("links its events as Step Functions does", async () => {
    const { events } = await run({ Branches: [branch("A", { Type: "Pass", End: true })], End: true });
    expect(events.map(({ id, previousEventId, type }) => [id, previousEventId, type])).toEqual([
      [1, 0, "ExecutionStarted"],
      [2, 0, "ParallelStateEntered"],
      [3, 2, "ParallelStateStarted"],
      [4, 3, "PassStateEntered"],
      [5, 4, "PassStateExited"],
      [6, 5, "ParallelStateSucceeded"],
      [7, 5, "ParallelStateExited"],
      [8, 7, "ExecutionSucceeded"],
    ]);
  });

  it("fails with its first failing branch and aborts the others, at any depth", async () => {
    const inner = {
      Type: "Parallel",
      Branches: [branch("Deep", { Type: "Wait", Seconds: 500, End: true })],
      End: true,
    };
    const failing = {
      StartAt: "Soon",
      States: { Soon: { Type: "Wait", Seconds: 5, Next: "Boom" }, Boom: { Type: "Fail", Error: "Boom", Cause: "why" } },
    };
    const execution = await run({ Branches: [branch("Inner", inner), failing], End: true });
    expect(execution).toMatchObject({ status: "FAILED", error: "Boom", cause: "why" });
    expect(execution.stopTime.getTime() - execution.startTime.getTime()).toBe(5000);
    expect(execution.events.slice(7).map(({ type }) => type)).toEqual([
      "WaitStateExited",
      "FailStateEntered",
      "WaitStateAborted",
      "ParallelStateAborted",
      "ParallelStateFailed",
      "ExecutionFailed",
    ]);
    const failed = execution.events.find(({ type }) => type === "ParallelStateFailed");
    expect(execution.events[(failed?.previousEventId ?? 0) - 1]?.type).toBe("FailStateEntered");
  });

  it("says of a task that ends its branch badly that it was aborted", async () => {
    const task = { Type: "Task", Resource: "arn:aws:states:::sns:publish", Arguments: {}, End: true };
    const branches = [branch("A", task), branch("B", { Type: "Wait", Seconds: 9, End: true })];
    const { events } = await run({ Branches: branches, End: true }, { mocks: { A: { error: "Busy", delayMs: 10 } } });
    expect(events.slice(-5).map(({ id, previousEventId, type }) => [id, previousEventId, type])).toEqual([
      [8, 7, "TaskFailed"],
      [9, 8, "TaskStateAborted"],
      [10, 8, "WaitStateAborted"],
      [11, 8, "ParallelStateFailed"],
      [12, 11, "ExecutionFailed"],
    ]);
  });

  it("fails anew where its catcher's own Output fails", async () => {
    const { events } = await run({
      Branches: [branch("A", { Type: "Fail", Error: "Boom" })],
      Catch: [{ ErrorEquals: ["States.ALL"], Output: "{% $gone %}", Next: "Both" }],
      End: true,
    });
    expect(events.slice(-5).map(({ id, previousEventId, type }) => [id, previousEventId, type])).toEqual([
      [4, 3, "FailStateEntered"],
      [5, 4, "ParallelStateFailed"],
      [6, 4, "EvaluationFailed"],
      [7, 6, "ParallelStateFailed"],
      [8, 7, "ExecutionFailed"],
    ]);
  });

  it("retries all its branches", async () => {
    const task = { Type: "Task", Resource: "arn:aws:states:::sns:publish", Arguments: {}, End: true };
    const execution = await run(
      { Branches: [branch("A", task), branch("B", task)], Retry: [{ ErrorEquals: ["Busy"] }], End: true },
      { mocks: { A: { output: "a" }, B: { sequence: [{ error: "Busy", delayMs: 10 }, { output: "b" }] } } },
    );
    expect(execution.output).toEqual(["a", "b"]);
    expect(execution.path).toEqual(["Both", "A", "B", "A", "B"]);
  });

  it("catches what a branch failed with", async () => {
    const execution = await run(
      {
        Branches: [branch("A", { Type: "Fail", Error: "Boom" })],
        Catch: [{ ErrorEquals: ["Boom"], Next: "Saved" }],
        End: true,
      },
      {},
      { Saved: { Type: "Succeed" } },
    );
    expect(execution).toMatchObject({ status: "SUCCEEDED", output: { Error: "Boom", Cause: "" } });
  });

  it("can be mocked as a whole", async () => {
    const state = { Branches: [branch("A", { Type: "Fail" })], End: true };
    const execution = await run(state, { mocks: { Both: { output: [1] } } });
    expect(execution).toMatchObject({ output: [1], path: ["Both"] });
    expect(await run(state, { mocks: { Both: { error: "Boom", cause: "c" } } })).toMatchObject({
      error: "Boom",
      cause: "c",
    });
  });

  it("interleaves branches the same way every time", async () => {
    const flaky = {
      Type: "Task",
      Resource: "arn:aws:states:::sns:publish",
      Arguments: {},
      Retry: [{ ErrorEquals: ["Busy"], MaxAttempts: 9, JitterStrategy: "FULL" }],
      End: true,
    };
    const state = { Branches: [branch("A", flaky), branch("B", flaky), branch("C", flaky)], End: true };
    const sequence = [{ error: "Busy" }, { error: "Busy" }, { output: 1 }];
    const mocks = { A: { sequence }, B: { sequence }, C: { sequence } };
    const first = await run(state, { mocks });
    for (let round = 0; round < 3; round++) expect(await run(state, { mocks })).toEqual(first);
  });
});
