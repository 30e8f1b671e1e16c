import { describe, expect, it } from "vitest";
import type { SimulateOptions } from "../options.js";
import { simulate } from "../simulate.js";

const double = {
  StartAt: "Double",
  States: { Double: { Type: "Pass", Output: "{% $states.input * 2 %}", End: true } },
};
const same = { StartAt: "Same", States: { Same: { Type: "Pass", End: true } } };
const distributed = { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" };

function run(state: object, options: SimulateOptions = {}, others: object = {}) {
  return simulate(
    { QueryLanguage: "JSONata", StartAt: "Each", States: { Each: { Type: "Map", End: true, ...state }, ...others } },
    options,
  );
}

function runPaths(state: object, options: SimulateOptions = {}) {
  return simulate({ StartAt: "Each", States: { Each: { Type: "Map", End: true, ...state } } }, options);
}

describe("an inline Map", () => {
  it("runs its processor per item and keeps the items' order", async () => {
    const processor = { StartAt: "W", States: { W: { Type: "Wait", Seconds: "{% 10 - $states.input %}", End: true } } };
    const execution = await run({ Items: "{% $states.input %}", ItemProcessor: processor }, { input: [1, 3, 2] });
    expect(execution.output).toEqual([1, 3, 2]);
    expect(execution.stopTime.getTime() - execution.startTime.getTime()).toBe(9000);
  });

  it("runs at most MaxConcurrency iterations at a time, and 40 where that is 0", async () => {
    const processor = { StartAt: "W", States: { W: { Type: "Wait", Seconds: 1, End: true } } };
    const input = Array.from({ length: 81 }, (_, i) => i);
    for (const [MaxConcurrency, seconds] of [
      [1, 81],
      ["{% 27 %}", 3],
      [0, 3],
    ]) {
      const execution = await run(
        { Items: "{% $states.input %}", ItemProcessor: processor, MaxConcurrency },
        { input },
      );
      expect(execution.stopTime.getTime() - execution.startTime.getTime()).toBe(Number(seconds) * 1000);
    }
  });

  it("makes an iteration's input with ItemSelector, which sees item and index", async () => {
    const ItemSelector = {
      index: "{% $states.context.Map.Item.Index %}",
      value: "{% $states.context.Map.Item.Value %}",
      all: "{% $count($states.input.list) %}",
    };
    const execution = await run(
      { Items: "{% $states.input.list %}", ItemSelector, ItemProcessor: same },
      { input: { list: ["a", "b"] } },
    );
    expect(execution.output).toEqual([
      { index: 0, value: "a", all: 2 },
      { index: 1, value: "b", all: 2 },
    ]);
  });

  it("works with paths, under the older names too", async () => {
    const selector = { "v.$": "$$.Map.Item.Value", "all.$": "States.ArrayLength($.list)" };
    const input = { list: [1, 2] };
    const expected = [
      { v: 1, all: 2 },
      { v: 2, all: 2 },
    ];
    expect(
      (await runPaths({ ItemsPath: "$.list", ItemSelector: selector, ItemProcessor: same }, { input })).output,
    ).toEqual(expected);
    expect((await runPaths({ ItemsPath: "$.list", Parameters: selector, Iterator: same }, { input })).output).toEqual(
      expected,
    );
    const kept = { ItemsPath: "$.list", ItemProcessor: same, ResultSelector: { "n.$": "$[*]" }, ResultPath: "$.made" };
    expect((await runPaths(kept, { input })).output).toEqual({ list: [1, 2], made: { n: [1, 2] } });
  });

  it("links its events as Step Functions does", async () => {
    const { events } = await run({ Items: [1, 2], MaxConcurrency: 1, ItemProcessor: same });
    expect(events.slice(2, 13).map(({ id, previousEventId, type }) => [id, previousEventId, type])).toEqual([
      [3, 2, "MapStateStarted"],
      [4, 3, "MapIterationStarted"],
      [5, 4, "PassStateEntered"],
      [6, 5, "PassStateExited"],
      [7, 6, "MapIterationSucceeded"],
      [8, 6, "MapIterationStarted"],
      [9, 8, "PassStateEntered"],
      [10, 9, "PassStateExited"],
      [11, 10, "MapIterationSucceeded"],
      [12, 11, "MapStateSucceeded"],
      [13, 11, "MapStateExited"],
    ]);
  });

  it("gives [] for no items", async () => {
    expect((await run({ Items: [], ItemProcessor: double })).output).toEqual([]);
  });

  it("fails with its first failing iteration, aborts the others, and can retry as a whole", async () => {
    const processor = {
      StartAt: "T",
      States: {
        T: { Type: "Task", Resource: "arn:aws:states:::sns:publish", Arguments: "{% $states.input %}", End: true },
      },
    };
    const mock = (item: unknown, { invocation }: { invocation: number }) => {
      if (item !== 2 || invocation > 3) return item;
      const error = new Error("two");
      error.name = "Boom";
      throw error;
    };
    const state = { Items: [1, 2, 3], ItemProcessor: processor };
    expect(await run(state, { mocks: { T: mock } })).toMatchObject({ status: "FAILED", error: "Boom", cause: "two" });
    const retried = await run({ ...state, Retry: [{ ErrorEquals: ["Boom"] }] }, { mocks: { T: mock } });
    expect(retried.output).toEqual([1, 2, 3]);
    expect(retried.path).toHaveLength(7);
  });

  it("marks the iterations that were aborted", async () => {
    const processor = {
      StartAt: "Check",
      States: {
        Check: { Type: "Choice", Choices: [{ Condition: "{% $states.input = 1 %}", Next: "Boom" }], Default: "Wait" },
        Boom: { Type: "Fail", Error: "Boom" },
        Wait: { Type: "Wait", Seconds: 9, End: true },
      },
    };
    const { events } = await run({ Items: [0, 1], ItemProcessor: processor });
    expect(events.slice(-6).map(({ id, previousEventId, type }) => [id, previousEventId, type])).toEqual([
      [11, 9, "FailStateEntered"],
      [12, 11, "MapIterationFailed"],
      [13, 11, "MapIterationAborted"],
      [14, 11, "WaitStateAborted"],
      [15, 11, "MapStateFailed"],
      [16, 15, "ExecutionFailed"],
    ]);
  });

  it("marks a failed iteration and its task before the iterations that are aborted, each with its task", async () => {
    const sell = { Type: "Task", Resource: "arn:aws:states:::sqs:sendMessage", Arguments: {}, End: true };
    const processor = {
      StartAt: "Sell",
      States: { Sell: { ...sell, TimeoutSeconds: "{% $states.input %}" } },
    };
    const { events } = await run(
      { Items: [8, 3, 5], ItemProcessor: processor },
      { mocks: { Sell: { output: null, delayMs: 9000 } } },
    );
    const failedId = events.find(({ type }) => type === "TaskTimedOut")?.id;
    const last = events.slice(-8, -1);
    expect(last.map(({ type }) => type)).toEqual([
      "MapIterationFailed",
      "TaskStateAborted",
      "MapIterationAborted",
      "TaskStateAborted",
      "MapIterationAborted",
      "TaskStateAborted",
      "MapStateFailed",
    ]);
    expect(last.map(({ previousEventId }) => previousEventId)).toEqual(last.map(() => failedId));
    expect(last[0]).toMatchObject({ mapIterationFailedEventDetails: { name: "Each", index: 1 } });
    expect(last[2]).toMatchObject({ mapIterationAbortedEventDetails: { name: "Each", index: 0 } });
    expect(last[4]).toMatchObject({ mapIterationAbortedEventDetails: { name: "Each", index: 2 } });
  });

  it("aborts iterations whose tasks fail in the same moment as the first", async () => {
    const processor = {
      StartAt: "Sell",
      States: { Sell: { Type: "Task", Resource: "arn:aws:states:::sqs:sendMessage", Arguments: {}, End: true } },
    };
    const { events } = await run({ Items: [7, 7], ItemProcessor: processor }, { mocks: { Sell: { error: "Sold" } } });
    expect(events.slice(-8).map(({ type }) => type)).toEqual([
      "TaskFailed",
      "TaskFailed",
      "MapIterationFailed",
      "TaskStateAborted",
      "MapIterationAborted",
      "TaskStateAborted",
      "MapStateFailed",
      "ExecutionFailed",
    ]);
    const [firstFailure] = events.filter(({ type }) => type === "TaskFailed");
    expect(new Set(events.slice(-6, -1).map(({ previousEventId }) => previousEventId))).toEqual(
      new Set([firstFailure?.id]),
    );
  });

  it("records all tasks that time out in one moment before the first of them aborts the others", async () => {
    const processor = {
      StartAt: "Sell",
      States: {
        Sell: {
          Type: "Task",
          Resource: "arn:aws:states:::sqs:sendMessage",
          Arguments: {},
          TimeoutSeconds: 4,
          End: true,
        },
      },
    };
    const { error, events } = await run(
      { Items: [7, 8, 9], ItemProcessor: processor },
      { mocks: { Sell: { output: null, delayMs: 4001 } } },
    );
    expect(error).toBe("States.Timeout");
    expect(events.slice(-11).map(({ type }) => type)).toEqual([
      "TaskTimedOut",
      "TaskTimedOut",
      "TaskTimedOut",
      "MapIterationFailed",
      "TaskStateAborted",
      "MapIterationAborted",
      "TaskStateAborted",
      "MapIterationAborted",
      "TaskStateAborted",
      "MapStateFailed",
      "ExecutionFailed",
    ]);
    expect(events.at(-8)).toMatchObject({ mapIterationFailedEventDetails: { index: 0 } });
  });

  it("schedules the tasks of all iterations, each with its state's entry, before the first of them starts", async () => {
    const processor = {
      StartAt: "Send",
      States: { Send: { Type: "Task", Resource: "arn:aws:states:::sqs:sendMessage", End: true } },
    };
    const { events } = await runPaths({ ItemProcessor: processor }, { input: [1, 2], mocks: { Send: {} } });
    expect(events.slice(5, 11).map(({ type, previousEventId }) => [type, previousEventId])).toEqual([
      ["TaskStateEntered", 4],
      ["TaskScheduled", 6],
      ["TaskStateEntered", 5],
      ["TaskScheduled", 8],
      ["TaskStarted", 7],
      ["TaskStarted", 9],
    ]);
  });

  it("tells nothing of its iterations where one ends the execution at once", async () => {
    const processor = {
      StartAt: "Check",
      States: {
        Check: { Type: "Choice", Choices: [{ Condition: "{% $states.input = 0 %}", Next: "Wait" }] },
        Wait: { Type: "Wait", Seconds: 9, End: true },
      },
    };
    const { events } = await run({ Items: [0, 1], ItemProcessor: processor });
    expect(events.slice(-2).map(({ type }) => type)).toEqual(["WaitStateEntered", "ExecutionFailed"]);
  });

  it("links a failure of its own end to its success", async () => {
    const { events } = await run({ Items: [], ItemProcessor: same, Output: "{% $gone %}" });
    expect(events.slice(-4).map(({ id, previousEventId, type }) => [id, previousEventId, type])).toEqual([
      [4, 3, "MapStateSucceeded"],
      [5, 4, "EvaluationFailed"],
      [6, 5, "MapStateFailed"],
      [7, 6, "ExecutionFailed"],
    ]);
  });

  it("does not say where an item comes from", async () => {
    const ItemSelector = { item: "{% $states.context.Map.Item %}" };
    const { output } = await run({ Items: [5], ItemSelector, ItemProcessor: same });
    expect(output).toEqual([{ item: { Index: 0, Value: 5 } }]);
  });

  it.each([
    ["{% 1 %}", "number", "1"],
    ["{% null %}", "null", "null"],
    ["{% 'x' %}", "string", '"x"'],
    ["{% {'pear': 2} %}", "object", '{"pear":2}'],
  ])("fails where Items is %s", async (Items, type, value) => {
    const execution = await run({ Items, ItemProcessor: same });
    expect(execution.cause).toContain(
      `returned an unexpected result type. Expected 'array', but was '${type}' for value: ${value}`,
    );
    expect(execution.events.slice(2).map((event) => event.type)).toEqual([
      "EvaluationFailed",
      "MapStateFailed",
      "ExecutionFailed",
    ]);
  });

  it("fails where the input or a path gives no array", async () => {
    expect((await run({ ItemProcessor: same }, { input: 1 })).cause).toContain(
      "Map state input must be an array but was: 1",
    );
  });

  it.each([
    ["$.n", { n: 1 }, "$.n"],
    ["$.fruit", { fruit: { pear: 2 } }, "$.fruit"],
    ["$$.Execution.Input", { pear: 2 }, "$.Execution.Input"],
    [undefined, { pear: 2 }, "$"],
  ])("fails where ItemsPath %s gives no array but %j", async (ItemsPath, input, named) => {
    const execution = await runPaths({ ...(ItemsPath && { ItemsPath }), ItemProcessor: same }, { input });
    expect(execution).toMatchObject({
      error: "States.Runtime",
      cause: `Reference path "${named}" must point to array.`,
    });
  });

  it.each([
    ["$.fruit.pears", { fruit: { plums: [] } }, 'step "pears" to input {"fruit":{"plums":[]}}'],
    ["$.fruit[1]", { fruit: [[]] }, 'step "[1]" to input {"fruit":[[]]}'],
    ["$.fruit", 7, "ReferencePath $.fruit to input 7"],
  ])("fails where ItemsPath %s leads nowhere in %j", async (ItemsPath, input, applied) => {
    const execution = await runPaths({ ItemsPath, ItemProcessor: same }, { input });
    expect(execution).toMatchObject({
      error: "States.ReferencePathConflict",
      cause: `Unable to apply ${applied}`,
    });
  });

  it("fails before an iteration begins where its input cannot be selected", async () => {
    const ItemProcessor = same;
    const byPath = await runPaths({ ItemSelector: { "a.$": "$$.Map.Item.Weight" }, ItemProcessor }, { input: [5, 6] });
    expect(byPath.events.slice(2).map(({ previousEventId, type }) => [type, previousEventId])).toEqual([
      ["MapStateStarted", 2],
      ["ExecutionFailed", 3],
    ]);
    expect(byPath.cause).toContain('"Map":{"Item":{"Index":0,"Value":5}}}');
    const byExpression = await run({ Items: [5, 6], ItemSelector: "{% $states.input.gone %}", ItemProcessor });
    expect(byExpression.error).toBe("States.QueryEvaluationError");
    expect(byExpression.events.map(({ type }) => type)).not.toContain("MapIterationStarted");
    expect(byExpression.events.map(({ type }) => type)).not.toContain("MapIterationFailed");
  });

  it("tells of a failed evaluation without a location where no field names the items", async () => {
    const location = async (state: object): Promise<object> => {
      const { events } = await run({ ...state, ItemProcessor: same }, { input: "pear" });
      return events.find(({ type }) => type === "EvaluationFailed")?.evaluationFailedEventDetails ?? {};
    };
    expect(await location({ Items: "{% $states.input %}" })).toHaveProperty("location", "Items");
    expect(await location({})).toEqual({
      cause: expect.stringContaining('Map state input must be an array but was: "pear"'),
      error: "States.QueryEvaluationError",
      state: "Each",
    });
  });

  it.each([
    ["many", 'The MaxConcurrencyPath field refers to value "many" which is not a valid integer: $.n'],
    [-1, "field MaxConcurrency must be positive"],
  ])("fails where MaxConcurrencyPath leads to %j", async (n, cause) => {
    const state = { ItemsPath: "$.list", MaxConcurrencyPath: "$.n", ItemProcessor: same };
    expect((await runPaths(state, { input: { list: [], n } })).cause).toContain(cause);
  });
});

describe("a distributed Map", () => {
  const processor = { ...same, ProcessorConfig: distributed };
  const failing = {
    ProcessorConfig: distributed,
    StartAt: "Check",
    States: {
      Check: { Type: "Choice", Choices: [{ Condition: "{% $states.input < 0 %}", Next: "Boom" }], Default: "Fine" },
      Boom: { Type: "Fail", Error: "Boom" },
      Fine: { Type: "Succeed" },
    },
  };

  it("runs children with contexts and histories of their own and without outer variables", async () => {
    const child = {
      ProcessorConfig: distributed,
      StartAt: "Look",
      States: {
        Look: {
          Type: "Pass",
          Output: { input: "{% $states.context.Execution.Input %}", outer: "{% $exists($outer) %}" },
          End: true,
        },
      },
    };
    const execution = await simulate({
      QueryLanguage: "JSONata",
      StartAt: "Set",
      States: {
        Set: { Type: "Pass", Assign: { outer: 1 }, Output: ["a", "b"], Next: "Each" },
        Each: { Type: "Map", ItemProcessor: child, Label: "Letters", End: true },
      },
    });
    expect(execution.output).toEqual([
      { input: "a", outer: false },
      { input: "b", outer: false },
    ]);
    expect(execution.events.slice(4, 8).map(({ type }) => type)).toEqual([
      "MapStateStarted",
      "MapRunStarted",
      "MapRunSucceeded",
      "MapStateSucceeded",
    ]);
    expect(execution.events[5]).toMatchObject({
      mapRunStartedEventDetails: { mapRunArn: expect.stringMatching(/:mapRun:Simulated\/Letters:[0-9a-f-]{36}$/) },
    });
  });

  it("says since September 2025 where an item comes from", async () => {
    const ItemSelector = { item: "{% $states.context.Map.Item %}" };
    const state = { Items: [5], ItemSelector, ItemProcessor: processor };
    expect((await run(state)).output).toEqual([{ item: { Index: 0, Source: "STATE_DATA", Value: 5 } }]);
    expect((await run(state, { asOf: "2025-06-01" })).output).toEqual([{ item: { Index: 0, Value: 5 } }]);
  });

  it("iterates over the pairs of an object, as the service has done since September 2025", async () => {
    const Items = "{% {'pear': 5, 'plum': 6} %}";
    const ItemSelector = { item: "{% $states.context.Map.Item %}" };
    const pairs = [
      { Key: "pear", Value: 5 },
      { Key: "plum", Value: 6 },
    ];
    expect((await run({ Items, ItemProcessor: processor })).output).toEqual(pairs);
    expect((await run({ ItemProcessor: processor }, { input: { pear: 5, plum: 6 } })).output).toEqual(pairs);
    expect(
      (await runPaths({ ItemsPath: "$.fruit", ItemProcessor: processor }, { input: { fruit: { pear: 5, plum: 6 } } }))
        .output,
    ).toEqual(pairs);
    expect((await run({ Items, ItemBatcher: { MaxItemsPerBatch: 2 }, ItemProcessor: processor })).output).toEqual([
      { Items: pairs },
    ]);
    expect((await run({ Items, ItemSelector, ItemProcessor: processor })).output).toEqual([
      { item: { Index: 0, Key: "pear", Source: "STATE_DATA", Value: 5 } },
      { item: { Index: 1, Key: "plum", Source: "STATE_DATA", Value: 6 } },
    ]);
    expect((await run({ Items, ItemProcessor: processor }, { asOf: "2025-06-01" })).cause).toContain(
      "but was 'object'",
    );
  });

  it("tolerates failures up to the limit, and tells of them in place of their outputs", async () => {
    const input = [1, -2, 3, -4];
    const failed = (item: number) =>
      expect.objectContaining({
        Error: "Boom",
        Input: String(item),
        OutputDetails: { Included: true },
        Status: "FAILED",
      });
    const results = [1, failed(-2), 3, failed(-4)];
    for (const limit of [{ ToleratedFailureCount: 2 }, { ToleratedFailurePercentage: "{% 50 %}" }]) {
      expect((await run({ ItemProcessor: failing, ...limit }, { input })).output).toEqual(results);
    }
    const none = [{}, { ToleratedFailureCount: 0 }, { ToleratedFailurePercentage: 0 }];
    for (const limit of [...none, { ToleratedFailureCount: 1 }, { ToleratedFailurePercentage: 49.9 }]) {
      const execution = await run({ ItemProcessor: failing, ...limit }, { input });
      expect(execution).toMatchObject({
        status: "FAILED",
        error: "States.ExceedToleratedFailureThreshold",
        cause: "The specified tolerated failure threshold was exceeded",
      });
      expect(execution.events.slice(-3).map(({ type }) => type)).toEqual([
        "MapRunFailed",
        "MapStateFailed",
        "ExecutionFailed",
      ]);
    }
  });

  it.each([
    ["ToleratedFailurePercentagePath", 101, "ToleratedFailurePercentage must be between 0 and 100."],
    ["ToleratedFailureCountPath", -1, "ToleratedFailureCount cannot be negative."],
    ["ToleratedFailurePercentagePath", "x", 'field refers to value "x" which is not a valid float: $.n'],
    ["ToleratedFailureCountPath", 1.5, 'field refers to value "1.5" which is not a valid integer: $.n'],
  ])("fails where %s leads to %j", async (field, n, cause) => {
    const state = { ItemsPath: "$.list", [field]: "$.n", ItemProcessor: processor };
    expect((await runPaths(state, { input: { list: [], n } })).cause).toContain(cause);
  });

  it("puts items into batches", async () => {
    const ItemBatcher = { MaxItemsPerBatch: 2, BatchInput: { n: "{% $count($states.input) %}" } };
    expect((await run({ ItemProcessor: processor, ItemBatcher }, { input: [1, 2, 3] })).output).toEqual([
      { BatchInput: { n: 3 }, Items: [1, 2] },
      { BatchInput: { n: 3 }, Items: [3] },
    ]);
    const byBytes = { MaxInputBytesPerBatch: 12 };
    expect(
      (await run({ ItemProcessor: processor, ItemBatcher: byBytes }, { input: ["abc", "def", "g"] })).output,
    ).toEqual([{ Items: ["abc", "def"] }, { Items: ["g"] }]);
  });

  it.each([
    [{ ToleratedFailureCount: 2 }, "FAILED"],
    [{ ToleratedFailureCount: 3 }, "SUCCEEDED"],
    [{ ToleratedFailurePercentage: 59 }, "FAILED"],
    [{ ToleratedFailurePercentage: 60 }, "SUCCEEDED"],
  ])("counts each item of a failed batch: with %j it has %s", async (limit, status) => {
    const ItemProcessor = {
      ProcessorConfig: distributed,
      StartAt: "Weigh",
      States: {
        Weigh: {
          Type: "Choice",
          Choices: [{ Condition: "{% 'rotten' in $states.input.Items %}", Next: "Toss" }],
          Default: "Keep",
        },
        Toss: { Type: "Fail", Error: "Rotten" },
        Keep: { Type: "Succeed" },
      },
    };
    const input = ["pear", "rotten", "plum", "fig", "kiwi"];
    const execution = await run({ ItemProcessor, ItemBatcher: { MaxItemsPerBatch: 3 }, ...limit }, { input });
    expect(execution.status).toBe(status);
  });

  it("says where results would go that a ResultWriter exports", async () => {
    const ResultWriter = { Resource: "arn:aws:states:::s3:putObject", Arguments: { Bucket: "out", Prefix: "runs/" } };
    expect((await run({ ItemProcessor: processor, ResultWriter }, { input: [1] })).output).toMatchObject({
      ResultWriterDetails: { Bucket: "out", Key: expect.stringMatching(/^runs\/[0-9a-f-]{36}\/manifest\.json$/) },
    });
  });
});

describe("item readers", () => {
  const ItemProcessor = { ...same, ProcessorConfig: distributed };

  function read(body: string, config: object, reader: object = {}) {
    const ItemReader = {
      Resource: "arn:aws:states:::s3:getObject",
      Arguments: { Bucket: "b", Key: "k" },
      ReaderConfig: config,
      ...reader,
    };
    return run({ ItemProcessor, ItemReader }, { objects: [{ bucket: "b", key: "k", body }] });
  }

  it("read JSON arrays, JSON lines and what a pointer names", async () => {
    expect((await read("[1, {}]", { InputType: "JSON" })).output).toEqual([1, {}]);
    expect((await read('{"x":1,"y":2}', { InputType: "JSON", MaxItems: 1 })).output).toEqual([{ Key: "x", Value: 1 }]);
    expect((await read('{"a":1}\n\n2\n', { InputType: "JSONL" })).output).toEqual([{ a: 1 }, 2]);
    expect((await read('{"x/y":{"list":[3]}}', { InputType: "JSON", ItemsPointer: "/x~1y/list" })).output).toEqual([3]);
  });

  it("read CSV: extra columns dropped, missing ones empty, quotes and other delimiters understood", async () => {
    const first = await read('a,b\n1,2,3\n"x,""y",\n4\n', { InputType: "CSV", CSVHeaderLocation: "FIRST_ROW" });
    expect(first.output).toEqual([
      { a: "1", b: "2" },
      { a: 'x,"y', b: "" },
      { a: "4", b: "" },
    ]);
    const given = await read("1|2\r\n", {
      InputType: "CSV",
      CSVHeaderLocation: "GIVEN",
      CSVHeaders: ["p", "q"],
      CSVDelimiter: "PIPE",
    });
    expect(given.output).toEqual([{ p: "1", q: "2" }]);
  });

  it("stop at MaxItems, and read everything for 0", async () => {
    for (const [MaxItems, count] of [
      [2, 2],
      [0, 3],
      ["{% 1 %}", 1],
      [100_000_001, 3],
    ]) {
      expect((await read("[1,2,3]", { InputType: "JSON", MaxItems })).output).toHaveLength(Number(count));
    }
  });

  const getObject = { Resource: "arn:aws:states:::s3:getObject", Parameters: { Bucket: "shop", Key: "fruit" } };
  const readerOf = (ReaderConfig: object) => ({ ItemReader: { ...getObject, ReaderConfig } });

  it.each([
    [
      readerOf({ InputType: "JSON", MaxItemsPath: "$.most" }),
      2.5,
      ["MapStateStarted", "ExecutionFailed"],
      'The MaxItemsPath field refers to value "2.5" which is not a valid integer: $.most',
    ],
    [
      readerOf({ InputType: "JSON", MaxItemsPath: "$.most" }),
      -2,
      ["MapStateStarted", "MapRunStarted", "MapRunFailed", "MapStateFailed", "ExecutionFailed"],
      "field MaxItems must be positive",
    ],
    [
      { ...readerOf({ InputType: "JSON" }), ItemBatcher: { MaxItemsPerBatchPath: "$.most" } },
      "few",
      ["MapStateStarted", "ExecutionFailed"],
      'The MaxItemsPerBatchPath field refers to value "few" which is not a valid integer: $.most',
    ],
    [
      { ItemsPath: "$.list", ItemBatcher: { MaxInputBytesPerBatchPath: "$.most" } },
      0.5,
      ["MapStateStarted", "ExecutionFailed"],
      'The MaxInputBytesPerBatchPath field refers to value "0.5" which is not a valid integer: $.most',
    ],
  ])("take their limits before the Map Run starts: %j with %j", async (state, most, types, cause) => {
    const execution = await runPaths(
      { ...state, ItemProcessor },
      { input: { list: [], most }, objects: [{ bucket: "shop", key: "fruit", body: "[3]" }] },
    );
    expect(execution.events.slice(2).map(({ type }) => type)).toEqual(types);
    expect(execution.cause).toContain(cause);
  });

  it("list objects under a prefix, by their keys", async () => {
    const ItemReader = { Resource: "arn:aws:states:::s3:listObjectsV2", Arguments: { Bucket: "b", Prefix: "in/" } };
    const objects = [
      { bucket: "b", key: "in/b", body: new Uint8Array([1, 2]) },
      { bucket: "b", key: "in/a", body: "abc" },
      { bucket: "b", key: "out/1", body: "" },
    ];
    expect((await run({ ItemProcessor, ItemReader }, { objects })).output).toMatchObject([
      { Key: "in/a", Size: 3 },
      { Key: "in/b", Size: 2 },
    ]);
  });

  it("read and flatten the objects under a prefix", async () => {
    const ItemReader = {
      Resource: "arn:aws:states:::s3:listObjectsV2",
      Arguments: { Bucket: "b" },
      ReaderConfig: { InputType: "JSONL", Transformation: "LOAD_AND_FLATTEN" },
    };
    const objects = [
      { bucket: "b", key: "1", body: "1\n2" },
      { bucket: "b", key: "2", body: "3" },
    ];
    expect((await run({ ItemProcessor, ItemReader }, { objects })).output).toEqual([1, 2, 3]);
  });

  it.each([
    ["5", { InputType: "JSON" }, "Attempting to map over non-iterable node."],
    ["[1", { InputType: "JSON" }, "Attempting to parse invalid JSON."],
    [
      "{}",
      { InputType: "JSON", ItemsPointer: "/a" },
      "The provided ReaderConfig.ItemsPointer does not match any valid path in the JSON structure.",
    ],
    ["a,a\n1,2", { InputType: "CSV", CSVHeaderLocation: "FIRST_ROW" }, "CSV headers cannot contain duplicates."],
    ["[]", { InputType: "JSON", MaxItems: -1 }, "field MaxItems must be positive"],
  ])("fail on %s with %j", async (body, config, cause) => {
    expect(await read(body, config)).toMatchObject({ status: "FAILED", error: "States.ItemReaderFailed", cause });
  });

  it("refuse objects that are not there", async () => {
    const gone = await read("", { InputType: "JSON" }, { Arguments: { Bucket: "b", Key: "other" } });
    expect(gone.diagnostics[0]?.message).toContain("s3://b/other");
  });
});
