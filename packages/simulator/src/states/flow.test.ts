import { describe, expect, it } from "vitest";
import type { Json } from "../json.js";
import { simulate } from "../simulate.js";

const end = { Type: "Succeed" };

function runJsonata(state: object, input: Json = {}, others: object = {}) {
  return simulate({ QueryLanguage: "JSONata", StartAt: "S", States: { S: state, ...others } }, { input });
}

function runPaths(state: object, input: Json = {}, others: object = {}) {
  return simulate({ StartAt: "S", States: { S: state, ...others } }, { input });
}

describe("Pass", () => {
  it("shapes data with paths", async () => {
    const state = {
      Type: "Pass",
      InputPath: "$.order",
      Parameters: { "id.$": "$.id", fixed: { "$.x": 1 }, list: [{ "n.$": "States.MathAdd($.id, 1)" }] },
      ResultPath: "$.made",
      OutputPath: "$.made",
      End: true,
    };
    expect((await runPaths(state, { order: { id: 7 } })).output).toEqual({
      id: 7,
      fixed: { "$.x": 1 },
      list: [{ n: 8 }],
    });
  });

  it("gives {} for null paths, and the input for a null ResultPath", async () => {
    expect((await runPaths({ Type: "Pass", InputPath: null, End: true }, 1)).output).toEqual({});
    expect((await runPaths({ Type: "Pass", OutputPath: null, End: true }, 1)).output).toEqual({});
    expect((await runPaths({ Type: "Pass", Result: 2, ResultPath: null, End: true }, 1)).output).toBe(1);
  });

  it("takes a null Result for none", async () => {
    expect((await runPaths({ Type: "Pass", Parameters: { n: 4 }, Result: null, End: true }, 1)).output).toEqual({
      n: 4,
    });
  });

  it("shows the context object where a path into it finds nothing, members in Step Functions' order", async () => {
    const { cause } = await runPaths({ Type: "Pass", Parameters: { "x.$": "$$.State.Weight" }, End: true }, { n: 4 });
    const [, context = ""] = / could not be found in the input '(.*)'$/.exec(cause ?? "") ?? [];
    expect(Object.keys(JSON.parse(context))).toEqual(["Execution", "StateMachine", "State"]);
    const { Execution } = JSON.parse(context);
    expect(Object.keys(Execution)).toEqual(["Id", "Input", "StartTime", "Name", "RoleArn", "RedriveCount"]);
    expect(Execution.Input).toEqual({ n: 4 });
  });

  it("fails where ResultPath does not fit the input", async () => {
    const execution = await runPaths({ Type: "Pass", Result: 2, ResultPath: "$.made", End: true }, "pear");
    expect(execution).toMatchObject({
      error: "States.ReferencePathConflict",
      cause: 'Unable to apply ReferencePath $.made to input "pear"',
    });
  });

  it("assigns from its result with paths", async () => {
    const state = { Type: "Pass", Result: { a: 1 }, Assign: { "got.$": "$.a", n: 2 }, End: true };
    expect((await runPaths(state)).variables).toEqual({ got: 1, n: 2 });
  });

  it("evaluates Output and Assign on what was there before, so that variables can swap", async () => {
    const execution = await runJsonata(
      { Type: "Pass", Assign: { a: 1, b: 2 }, Next: "Swap" },
      {},
      { Swap: { Type: "Pass", Assign: { a: "{% $b %}", b: "{% $a %}" }, Output: "{% [$a, $b] %}", End: true } },
    );
    expect(execution.output).toEqual([1, 2]);
    expect(execution.variables).toEqual({ a: 2, b: 1 });
  });

  it("fails on a path that cannot be read", async () => {
    for (const fields of [{ ResultPath: "made" }, { InputPath: "$[" }]) {
      const execution = await runPaths({ Type: "Pass", ...fields, End: true });
      expect(execution).toMatchObject({ status: "FAILED", error: "States.Runtime" });
      expect(execution.cause).toContain("Invalid path");
    }
  });

  it("names the path that leads nowhere", async () => {
    const missing = await runPaths({ Type: "Pass", Parameters: { "x.$": "$.gone" }, End: true }, { a: 1 });
    expect(missing.error).toBe("States.Runtime");
    expect(missing.cause).toBe(
      "An error occurred while executing the state 'S' (entered at the event id #2). The JSONPath '$.gone' specified for the field 'x.$' could not be found in the input '{\"a\":1}'",
    );
    expect(missing.events.at(-1)).toMatchObject({ type: "ExecutionFailed", previousEventId: 2 });
  });

  it("gives null for what is behind an array's end, and takes no path into null", async () => {
    const state = { Type: "Pass", Parameters: { "x.$": "$.list[5]" }, End: true };
    expect((await runPaths(state, { list: [1] })).output).toEqual({ x: null });
    expect((await runPaths(state, { list: 1 })).error).toBe("States.Runtime");
    expect((await runPaths(state, null)).cause).toContain(
      "Unable to apply Path transformation to null or empty input.",
    );
    expect((await runPaths({ Type: "Pass", End: true }, null)).output).toBeNull();
    const sum = { Type: "Pass", Parameters: { "x.$": "$.list.sum()" }, End: true };
    expect((await runPaths(sum, { list: [1] })).cause).toContain("specified for the field 'x.$' could not be found");
  });

  it("records a failed expression as an event", async () => {
    const { events } = await runJsonata(
      { Type: "Pass", Next: "T" },
      {},
      { T: { Type: "Pass", Output: { a: "{% $gone %}" }, End: true } },
    );
    expect(events.slice(-2)).toMatchObject([
      {
        type: "EvaluationFailed",
        previousEventId: 4,
        evaluationFailedEventDetails: { error: "States.QueryEvaluationError", location: "Output/a", state: "T" },
      },
      { type: "ExecutionFailed", previousEventId: 5 },
    ]);
  });
});

describe("Choice", () => {
  const targets = { A: end, B: end };

  it("takes the first rule that matches, with the rule's own Output and Assign", async () => {
    const state = {
      Type: "Choice",
      Choices: [
        { Condition: false, Next: "B" },
        { Condition: "{% $states.input.n > 1 %}", Next: "A", Output: "rule", Assign: { by: "rule" } },
        { Condition: true, Next: "B" },
      ],
      Output: "state",
      Assign: { by: "state" },
      Default: "B",
    };
    expect(await runJsonata(state, { n: 2 }, targets)).toMatchObject({
      path: ["S", "A"],
      output: "rule",
      variables: { by: "rule" },
    });
  });

  it("uses the state's Output and Assign on Default only", async () => {
    const state = {
      Type: "Choice",
      Choices: [{ Condition: "{% $states.input %}", Next: "A" }],
      Output: "state",
      Assign: { by: "state" },
      Default: "B",
    };
    expect(await runJsonata(state, false, targets)).toMatchObject({
      path: ["S", "B"],
      output: "state",
      variables: { by: "state" },
    });
    expect(await runJsonata(state, true, targets)).toMatchObject({ path: ["S", "A"], output: true, variables: {} });
  });

  it("fails where a condition is no boolean", async () => {
    const state = { Type: "Choice", Choices: [{ Condition: "{% 1 %}", Next: "A" }] };
    expect((await runJsonata(state, {}, targets)).cause).toContain(
      "The JSONata expression '1' specified for the field 'Choices[0]/Condition' returned an unexpected result type. Expected 'boolean', but was 'number' for value: 1",
    );
  });

  it("fails where no rule matches and there is no Default", async () => {
    const byPath = { Type: "Choice", Choices: [{ Variable: "$.n", NumericEquals: 1, Next: "A" }] };
    expect((await runPaths(byPath, { n: 2 }, targets)).error).toBe("States.Runtime");
    const byExpression = { Type: "Choice", Choices: [{ Condition: false, Next: "A" }] };
    expect((await runJsonata(byExpression, {}, targets)).error).toBe("States.Runtime");
  });

  it("reads variables with paths", async () => {
    const states = {
      Set: { Type: "Pass", Assign: { limit: 5 }, Next: "S" },
      S: { Type: "Choice", Choices: [{ Variable: "$.n", NumericLessThanPath: "$limit", Next: "A" }], Default: "B" },
      ...targets,
    };
    const execution = await simulate({ StartAt: "Set", States: states }, { input: { n: 3 } });
    expect(execution.path).toEqual(["Set", "S", "A"]);
  });
});

describe("Wait", () => {
  const start = Date.UTC(2025, 0, 1);

  it.each([
    [{ Seconds: 90 }, 90],
    [{ Timestamp: "2025-01-01T00:01:00Z" }, 60],
    [{ Timestamp: "2024-01-01T00:00:00Z" }, 0],
    [{ SecondsPath: "$.s" }, 5],
    [{ SecondsPath: "$.text" }, 70],
    [{ TimestampPath: "$.t" }, 3600],
  ])("with paths %j", async (fields, seconds) => {
    const input = { s: 5, text: "70", t: "2025-01-01T01:00:00Z" };
    const execution = await runPaths({ Type: "Wait", ...fields, End: true }, input);
    expect(execution.stopTime.getTime() - start).toBe(seconds * 1000);
  });

  it.each([
    [{ Seconds: "{% $states.input.s * 2 %}" }, 10],
    [{ Timestamp: "{% $states.input.t %}" }, 3600],
  ])("with expressions %j", async (fields, seconds) => {
    const execution = await runJsonata({ Type: "Wait", ...fields, End: true }, { s: 5, t: "2025-01-01T01:00:00Z" });
    expect(execution.stopTime.getTime() - start).toBe(seconds * 1000);
  });

  it.each([
    [{ SecondsPath: "$.gone" }, "The SecondsPath parameter does not reference an input value: $.gone"],
    [{ SecondsPath: "$.t" }, "The SecondsPath parameter cannot be parsed as a long value: $.t == soon"],
    [{ SecondsPath: "$.half" }, "The SecondsPath parameter cannot be parsed as a long value: $.half == 0.5"],
    [{ SecondsPath: "$.s" }, "The SecondsPath parameter references a negative value: $.s == -5"],
    [
      { TimestampPath: "$.t" },
      "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: $.t == soon",
    ],
    [{ Seconds: 2 ** 31 }, "Wait state delay is too long."],
  ])("fails with paths %j", async (fields, cause) => {
    const execution = await runPaths({ Type: "Wait", ...fields, End: true }, { s: -5, t: "soon", half: "0.5" });
    expect(execution.error).toBe("States.Runtime");
    expect(execution.cause).toBe(
      `An error occurred while executing the state 'S' (entered at the event id #2). ${cause}`,
    );
  });

  it.each([{ Seconds: "{% 1.5 %}" }, { Seconds: "{% '1' %}" }, { Timestamp: "{% 'soon' %}" }])(
    "fails with expressions %j",
    async (fields) => {
      expect((await runJsonata({ Type: "Wait", ...fields, End: true })).error).toBe("States.QueryEvaluationError");
    },
  );

  it("names the value that an expression gave for a time", async () => {
    const state = { Type: "Wait", Timestamp: "{% $states.input.due & ' noon' %}", End: true };
    expect((await runJsonata(state, { due: "monday" })).cause).toContain(
      "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: monday noon",
    );
  });

  it("gives variables and output when it ends", async () => {
    const state = { Type: "Wait", Seconds: 1, Assign: { a: 1 }, Output: "waited", End: true };
    expect(await runJsonata(state)).toMatchObject({ output: "waited", variables: { a: 1 } });
  });
});

describe("Fail and Succeed", () => {
  it("fails with what the state says, and leaves out what it does not say", async () => {
    const execution = await runPaths({ Type: "Fail", Error: "E" });
    expect(execution).toMatchObject({ status: "FAILED", error: "E" });
    expect("cause" in execution).toBe(false);
    expect(execution.events.map(({ type }) => type)).toEqual([
      "ExecutionStarted",
      "FailStateEntered",
      "ExecutionFailed",
    ]);
    expect("executionFailedEventDetails" in ((await runPaths({ Type: "Fail" })).events[2] ?? {})).toBe(false);
  });

  it("takes error and cause from paths, intrinsic functions and expressions", async () => {
    const byPath = { Type: "Fail", ErrorPath: "$.e", CausePath: "States.Format('{}!', $.c)" };
    expect(await runPaths(byPath, { e: "E", c: 1 })).toMatchObject({ error: "E", cause: "1!" });
    expect(await runJsonata({ Type: "Fail", Error: "{% $states.input.e %}", Cause: "c" }, { e: "E" })).toMatchObject({
      error: "E",
      cause: "c",
    });
    expect((await runPaths({ Type: "Fail", ErrorPath: "$.gone" })).cause).toContain(
      "The JSONPath '$.gone' specified for the field 'ErrorPath' could not be found in the input '{}'",
    );
  });

  it("ends with Output or OutputPath", async () => {
    expect((await runJsonata({ Type: "Succeed", Output: "{% $states.input.a %}" }, { a: 1 })).output).toBe(1);
    expect((await runPaths({ Type: "Succeed", OutputPath: "$.a" }, { a: 1 })).output).toBe(1);
  });

  it("lets a JSONPath machine hold JSONata states", async () => {
    const state = { Type: "Pass", QueryLanguage: "JSONata", Output: "{% $states.input.a + 1 %}", Next: "T" };
    expect((await runPaths(state, { a: 1 }, { T: { Type: "Pass", ResultPath: "$", End: true } })).output).toBe(2);
  });
});
