import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { simulate } from "./simulate.js";

const invoke = {
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Arguments: { FunctionName: "charge", Payload: "{% $states.input %}" },
  Output: "{% $states.result.Payload %}",
};

function machine(states: Record<string, object>, fields: object = {}) {
  return { QueryLanguage: "JSONata", StartAt: Object.keys(states)[0], States: states, ...fields };
}

describe("an execution", () => {
  it("runs from a text or a value to its output, with its path and variables", async () => {
    const definition = machine({
      First: {
        Type: "Pass",
        Assign: { doubled: "{% $states.input.n * 2 %}" },
        Output: "{% $states.input.n %}",
        Next: "Last",
      },
      Last: { Type: "Succeed", Output: { n: "{% $states.input %}", doubled: "{% $doubled %}" } },
    });
    const fromValue = await simulate(definition, { input: { n: 4 } });
    expect(fromValue).toMatchObject({
      status: "SUCCEEDED",
      output: { n: 4, doubled: 8 },
      path: ["First", "Last"],
      variables: { doubled: 8 },
      diagnostics: [],
    });
    expect(await simulate(JSON.stringify(definition), { input: { n: 4 } })).toEqual(fromValue);
  });

  it("tells its names, times and input by the context object", async () => {
    const execution = await simulate(machine({ Only: { Type: "Pass", Output: "{% $states.context %}", End: true } }), {
      input: { a: 1 },
      name: "run-1",
      machine: { name: "Shop", arn: "arn:aws:states:eu-west-1:111122223333:stateMachine:Shop" },
      roleArn: "arn:aws:iam::111122223333:role/shop",
      startTime: "2030-01-01T00:00:00Z",
    });
    expect(execution.output).toEqual({
      Execution: {
        Id: "arn:aws:states:eu-west-1:111122223333:execution:Shop:run-1",
        Input: { a: 1 },
        Name: "run-1",
        RedriveCount: 0,
        RoleArn: "arn:aws:iam::111122223333:role/shop",
        StartTime: "2030-01-01T00:00:00.000Z",
      },
      State: { EnteredTime: "2030-01-01T00:00:00.000Z", Name: "Only" },
      StateMachine: { Id: "arn:aws:states:eu-west-1:111122223333:stateMachine:Shop", Name: "Shop" },
    });
  });

  it("records the history that GetExecutionHistory would give", async () => {
    const { events } = await simulate(machine({ Only: { Type: "Pass", Assign: { v: [1] }, Output: 5, End: true } }), {
      input: 1,
      startTime: "2030-01-01T00:00:00Z",
    });
    const timestamp = new Date("2030-01-01T00:00:00Z");
    const outputDetails = { truncated: false };
    expect(events).toEqual([
      {
        timestamp,
        type: "ExecutionStarted",
        id: 1,
        previousEventId: 0,
        executionStartedEventDetails: {
          input: "1",
          inputDetails: { truncated: false },
          roleArn: "arn:aws:iam::123456789012:role/simulated",
        },
      },
      {
        timestamp,
        type: "PassStateEntered",
        id: 2,
        previousEventId: 0,
        stateEnteredEventDetails: { name: "Only", input: "1", inputDetails: { truncated: false } },
      },
      {
        timestamp,
        type: "PassStateExited",
        id: 3,
        previousEventId: 2,
        stateExitedEventDetails: {
          name: "Only",
          output: "5",
          outputDetails,
          assignedVariables: { v: "[1]" },
          assignedVariablesDetails: { truncated: false },
        },
      },
      {
        timestamp,
        type: "ExecutionSucceeded",
        id: 4,
        previousEventId: 3,
        executionSucceededEventDetails: { output: "5", outputDetails },
      },
    ]);
  });

  it("hands events on while it runs", async () => {
    const types: string[] = [];
    await simulate(machine({ Only: { Type: "Succeed" } }), { onEvent: ({ type }) => types.push(type) });
    expect(types).toEqual(["ExecutionStarted", "SucceedStateEntered", "SucceedStateExited", "ExecutionSucceeded"]);
  });

  it("times out as a whole", async () => {
    const execution = await simulate(
      machine({ Long: { Type: "Wait", Seconds: 100, End: true } }, { TimeoutSeconds: 30 }),
    );
    expect(execution).toMatchObject({ status: "TIMED_OUT", error: "States.Timeout" });
    expect(execution.events.map(({ type }) => type)).toEqual([
      "ExecutionStarted",
      "WaitStateEntered",
      "ExecutionTimedOut",
    ]);
    expect(execution.stopTime.getTime() - execution.startTime.getTime()).toBe(30_000);
  });

  it("gives an Express execution five minutes", async () => {
    const definition = machine({ Long: { Type: "Wait", Seconds: 301, End: true } });
    expect((await simulate(definition, { type: "EXPRESS" })).status).toBe("TIMED_OUT");
    expect((await simulate(definition)).status).toBe("SUCCEEDED");
  });

  it("is the same every time, jitter and UUIDs included, and differs by seed", async () => {
    const definition = machine({
      Flaky: {
        ...invoke,
        Output: "{% $uuid() %}",
        Retry: [{ ErrorEquals: ["Flaky"], JitterStrategy: "FULL" }],
        End: true,
      },
    });
    const mocks = { Flaky: { sequence: [{ error: "Flaky" }, { error: "Flaky" }, { output: null }] } };
    const first = await simulate(definition, { mocks });
    expect(await simulate(definition, { mocks })).toEqual(first);
    expect((await simulate(definition, { mocks, seed: 1 })).output).not.toBe(first.output);
  });

  it("puts values in for placeholders", async () => {
    const definition = machine({
      Only: { Type: "Pass", Output: `\${AWS::Partition}:\${Table}:\${Unknown}`, End: true },
    });
    expect((await simulate(definition, { substitutions: { Table: "orders" } })).output).toBe(`aws:orders:\${Unknown}`);
  });

  it("fails with States.DataLimitExceeded when a state's output passes 256 KiB", async () => {
    const definition = machine({ Big: { Type: "Pass", Output: "{% $join([1..60000].$string()) %}", End: true } });
    const execution = await simulate(definition);
    expect(execution).toMatchObject({
      status: "FAILED",
      error: "States.DataLimitExceeded",
      cause: "The state/task 'Big' returned a result with a size exceeding the maximum number of bytes service limit.",
    });
  });

  it("waits for real under the real clock", async () => {
    const before = Date.now();
    const execution = await simulate(machine({ Short: { Type: "Wait", Seconds: 1, End: true } }), { clock: "real" });
    expect(execution.status).toBe("SUCCEEDED");
    expect(Date.now() - before).toBeGreaterThanOrEqual(990);
  });
});

describe("what cannot be simulated", () => {
  it("refuses a definition that is none", async () => {
    for (const [definition, problem] of [
      ["{", "its text is no JSON"],
      [{}, "it needs StartAt and States."],
      [{ StartAt: "A", States: { A: { Type: "Passs" } } }, 'state "A" has the Type "Passs".'],
      [{ StartAt: "A", States: { A: { Type: "Map" } } }, 'the processor of "A" needs StartAt and States.'],
      [{ StartAt: "A", States: { A: { Type: "Parallel", Branches: [{}] } } }, 'a branch of "A" is incomplete.'],
      [{ StartAt: "B", States: { A: { Type: "Succeed" } } }, 'no state is called "B"'],
      [{ StartAt: "A", States: { A: { Type: "Task", Resource: "charge", End: true } } }, 'has the Resource "charge"'],
    ] as const) {
      const execution = await simulate(definition);
      expect(execution.status).toBe("REFUSED");
      expect(execution.diagnostics[0]).toMatchObject({ code: "simulator/invalid-definition", severity: "error" });
      expect(execution.diagnostics[0]?.message).toContain(problem);
    }
  });

  it("refuses a task that nothing stands for, even inside a Catch, and names what would do", async () => {
    const execution = await simulate(
      machine({
        Charge: { ...invoke, Catch: [{ ErrorEquals: ["States.ALL"], Next: "Done" }], Next: "Done" },
        Done: { Type: "Succeed" },
      }),
    );
    expect(execution).toMatchObject({
      status: "REFUSED",
      path: ["Charge"],
      diagnostics: [
        {
          code: "simulator/unresolved-task",
          message: 'State "Charge" runs charge, and nothing here stands for it.',
          help: 'Give mocks: { "Charge": { output: … } }, or functions: { "charge": async (payload) => … }, or a resolver: task: (request) => …',
        },
      ],
    });
  });

  it("refuses a mock for a state that does not exist", async () => {
    const execution = await simulate(machine({ Charge: { ...invoke, End: true } }), {
      mocks: { Chrage: { output: 1 } },
    });
    expect(execution.diagnostics).toMatchObject([
      {
        code: "simulator/unknown-mock-state",
        message: 'There is a mock for "Chrage", but no Task state has that name. Did you mean "Charge"?',
      },
    ]);
  });

  it("refuses a loop that has no end", async () => {
    const execution = await simulate(machine({ A: { Type: "Pass", Next: "B" }, B: { Type: "Pass", Next: "A" } }), {
      maxTransitions: 10,
    });
    expect(execution.status).toBe("REFUSED");
    expect(execution.path).toHaveLength(10);
    expect(execution.diagnostics).toMatchObject([{ code: "simulator/too-many-transitions" }]);
  });

  it("runs an artifact by its URL", async () => {
    const folder = mkdtempSync(join(tmpdir(), "artifact-"));
    const file = join(folder, "Shop.asl.json");
    writeFileSync(file, JSON.stringify(machine({ Only: { Type: "Succeed" } })));
    expect((await simulate(pathToFileURL(file), { input: 5 })).output).toBe(5);
    rmSync(folder, { recursive: true });
  });
});

it("refuses to go to what only looks like a state", async () => {
  const { diagnostics, status } = await simulate(machine({ First: { Type: "Pass", Next: "constructor" } }));
  expect(status).toBe("REFUSED");
  expect(diagnostics[0]?.message).toContain('no state is called "constructor"');
});
