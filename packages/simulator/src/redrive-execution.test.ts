import { describe, expect, it } from "vitest";
import { redriveExecution } from "./redrive-execution.js";
import { simulate } from "./simulate.js";

const call = (name: string, more: object) => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Arguments: { FunctionName: name, Payload: "{% $states.input %}" },
  Output: "{% $states.result.Payload %}",
  ...more,
});
const machine = (states: object) => ({ QueryLanguage: "JSONata", StartAt: Object.keys(states)[0], States: states });
const fail = () => {
  throw new Error("down");
};

describe("a redrive", () => {
  it("goes on from the state that failed, with its input, variables and new retries", async () => {
    const definition = machine({
      First: { Type: "Pass", Assign: { kept: 7 }, Output: 5, Next: "Call" },
      Call: call("f", { Retry: [{ ErrorEquals: ["States.ALL"], MaxAttempts: 1 }], Next: "Last" }),
      Last: { Type: "Pass", Output: { got: "{% $states.input %}", kept: "{% $kept %}" }, Next: "Context" },
      Context: {
        Type: "Pass",
        Output: { last: "{% $states.input %}", execution: "{% $states.context.Execution %}" },
        End: true,
      },
    });
    const failed = await simulate(definition, { input: 1, functions: { f: fail } });
    expect(failed.status).toBe("FAILED");
    const again = await redriveExecution(failed, { functions: { f: (n: number) => n * 2 } });
    expect(again.output).toMatchObject({
      last: { got: 10, kept: 7 },
      execution: {
        RedriveCount: 1,
        RedriveTime: failed.stopTime.toISOString(),
        StartTime: failed.startTime.toISOString(),
      },
    });
    expect(again.path).toEqual(["Call", "Last", "Context"]);
    const added = again.events.slice(failed.events.length);
    expect(again.events.slice(0, failed.events.length)).toEqual(failed.events);
    expect(added.slice(0, 2)).toMatchObject([
      { type: "ExecutionRedriven", executionRedrivenEventDetails: { redriveCount: 1 } },
      { type: "TaskScheduled" },
    ]);
    expect(again.events.map(({ id }) => id)).toEqual(again.events.map((_, i) => i + 1));
  });

  it("runs only those branches and items again that have not succeeded, and can be repeated", async () => {
    const calls: string[] = [];
    const functions = (works: boolean) => ({
      good: () => {
        calls.push("good");
        return "good";
      },
      item: (n: number) => {
        calls.push(`item ${n}`);
        return n === 2 && !works ? fail() : n * 10;
      },
    });
    const definition = machine({
      Both: {
        Type: "Parallel",
        Branches: [
          machine({ Good: call("good", { End: true }) }),
          machine({
            Wait: { Type: "Wait", Seconds: 1, Next: "Items" },
            Items: {
              Type: "Map",
              Items: [1, 2, 3],
              MaxConcurrency: 1,
              ItemProcessor: machine({ Item: call("item", { End: true }) }),
              End: true,
            },
          }),
        ].map(({ QueryLanguage, ...branch }) => branch),
        End: true,
      },
    });
    const inner = definition.States as { Both: { Branches: { States: { Items?: { ItemProcessor: object } } }[] } };
    const processor = inner.Both.Branches[1]?.States.Items as { ItemProcessor: { QueryLanguage?: string } };
    delete processor.ItemProcessor.QueryLanguage;
    const first = await simulate(definition, { functions: functions(false) });
    const second = await redriveExecution(first, { functions: functions(false) });
    const third = await redriveExecution(second, { functions: functions(true) });
    expect(third.output).toEqual(["good", [10, 20, 30]]);
    expect(calls).toEqual(["good", "item 1", "item 2", "item 2", "item 2", "item 3"]);
    expect(third.events.filter(({ type }) => type === "ExecutionRedriven")).toHaveLength(2);
  });

  it("runs only those children of a Map Run again that have not succeeded", async () => {
    const calls: number[] = [];
    const item = (works: boolean) => (n: number) => {
      calls.push(n);
      return n > 1 && !works ? fail() : n;
    };
    const definition = machine({
      Each: {
        Type: "Map",
        Items: [1, 2, 3],
        MaxConcurrency: 1,
        ToleratedFailureCount: 1,
        ItemProcessor: {
          ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
          StartAt: "Item",
          States: { Item: call("item", { End: true }) },
        },
        End: true,
      },
    });
    const failed = await simulate(definition, { functions: { item: item(false) } });
    expect(failed.error).toBe("States.ExceedToleratedFailureThreshold");
    expect((await redriveExecution(failed, { functions: { item: item(true) } })).output).toEqual([1, 2, 3]);
    expect(calls).toEqual([1, 2, 3, 2, 3]);
  });

  it("links what follows to where its state was entered, and keeps the time of that", async () => {
    const seen: unknown[] = [];
    const look = (works: boolean) => (context: { State: unknown }) => {
      seen.push(context.State);
      return works ? 1 : fail();
    };
    const state = call("f", { Retry: [{ ErrorEquals: ["States.ALL"], MaxAttempts: 1 }], End: true });
    const definition = machine({
      Wait: { Type: "Wait", Seconds: 5, Next: "Call" },
      Call: { ...state, Arguments: { FunctionName: "f", Payload: "{% $states.context %}" } },
    });
    const failed = await simulate(definition, { functions: { f: look(false) } });
    const { events } = await redriveExecution(failed, { functions: { f: look(true) } });
    const enteredId = events.find(({ type }) => type === "TaskStateEntered")?.id;
    const redriven = events.findIndex(({ type }) => type === "ExecutionRedriven");
    expect(events[redriven]?.previousEventId).toBe(redriven);
    expect(events[redriven + 1]).toMatchObject({ previousEventId: enteredId, type: "TaskScheduled" });
    const EnteredTime = "2025-01-01T00:00:05.000Z";
    expect(seen).toEqual([
      { Name: "Call", EnteredTime, RetryCount: 0 },
      { Name: "Call", EnteredTime, RetryCount: 1 },
      { Name: "Call", EnteredTime, RetryCount: 0 },
    ]);
  });

  it("starts neither a Map state nor its failed iteration again", async () => {
    const item = (works: boolean) => (n: number) => (n > 1 && !works ? fail() : n);
    const definition = machine({
      Each: {
        Type: "Map",
        Items: [1, 2, 3],
        MaxConcurrency: 1,
        ItemProcessor: { StartAt: "Item", States: { Item: call("item", { End: true }) } },
        End: true,
      },
    });
    const failed = await simulate(definition, { functions: { item: item(false) } });
    const { events } = await redriveExecution(failed, { functions: { item: item(true) } });
    const entries = events.filter(({ type }) => type === "TaskStateEntered");
    const redriven = events.findIndex(({ type }) => type === "ExecutionRedriven");
    const id = redriven + 1;
    expect(events.slice(redriven).map(({ previousEventId, type }) => [type, previousEventId])).toEqual([
      ["ExecutionRedriven", id - 1],
      ["TaskScheduled", entries[1]?.id],
      ["TaskStarted", id + 1],
      ["TaskSucceeded", id + 2],
      ["TaskStateExited", id + 3],
      ["MapIterationSucceeded", id + 4],
      ["MapIterationStarted", id + 4],
      ["TaskStateEntered", id + 6],
      ["TaskScheduled", id + 7],
      ["TaskStarted", id + 8],
      ["TaskSucceeded", id + 9],
      ["TaskStateExited", id + 10],
      ["MapIterationSucceeded", id + 11],
      ["MapStateSucceeded", id + 12],
      ["MapStateExited", id + 12],
      ["ExecutionSucceeded", id + 14],
    ]);
  });

  it("does not start a Parallel state again", async () => {
    const definition = machine({
      Both: {
        Type: "Parallel",
        Branches: [
          { StartAt: "Good", States: { Good: { Type: "Pass", End: true } } },
          { StartAt: "Bad", States: { Bad: call("bad", { End: true }) } },
        ],
        End: true,
      },
    });
    const failed = await simulate(definition, { functions: { bad: fail } });
    const { events, status } = await redriveExecution(failed, { functions: { bad: () => 2 } });
    expect(status).toBe("SUCCEEDED");
    expect(events.filter(({ type }) => type === "ParallelStateStarted")).toHaveLength(1);
    const redriven = events.findIndex(({ type }) => type === "ExecutionRedriven");
    const entered = events.find(({ type }) => type === "TaskStateEntered");
    expect(events[redriven + 1]).toMatchObject({ previousEventId: entered?.id, type: "TaskScheduled" });
  });

  it("goes on with the Map Run, whose files of a redrive have a folder of their own", async () => {
    const item = (works: boolean) => (n: number) => (n > 1 && !works ? fail() : n);
    const definition = machine({
      Each: {
        Type: "Map",
        Items: [1, 2, 3],
        MaxConcurrency: 1,
        ItemProcessor: {
          ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
          StartAt: "Item",
          States: { Item: call("item", { End: true }) },
        },
        ResultWriter: { Resource: "arn:aws:states:::s3:putObject", Arguments: { Bucket: "out" } },
        End: true,
      },
    });
    const first = await simulate(definition, { functions: { item: item(false) } });
    const second = await redriveExecution(first, { functions: { item: item(false) } });
    const third = await redriveExecution(second, { functions: { item: item(true) } });
    const started = third.events.filter(({ type }) => type.startsWith("MapStateStarted") || type === "MapRunStarted");
    expect(started.map(({ type }) => type)).toEqual(["MapStateStarted", "MapRunStarted"]);
    const mapRunArn = String(started[1]?.mapRunStartedEventDetails?.mapRunArn);
    const redriven = third.events.filter(({ type }) => type === "MapRunRedriven");
    expect(redriven).toMatchObject([
      { previousEventId: started[0]?.id, mapRunRedrivenEventDetails: { mapRunArn, redriveCount: 1 } },
      { previousEventId: started[0]?.id, mapRunRedrivenEventDetails: { mapRunArn, redriveCount: 2 } },
    ]);
    const folder = mapRunArn.split(":").at(-1);
    expect(third.objects.map(({ key }) => key)).toEqual([
      `${folder}/FAILED_0.json`,
      `${folder}/PENDING_0.json`,
      `${folder}/SUCCEEDED_0.json`,
      `${folder}/manifest.json`,
      `${folder}/Redrive-1/FAILED_0.json`,
      `${folder}/Redrive-1/PENDING_0.json`,
      `${folder}/Redrive-1/manifest.json`,
      `${folder}/Redrive-2/SUCCEEDED_0.json`,
      `${folder}/Redrive-2/manifest.json`,
    ]);
    expect(third.output).toEqual({
      MapRunArn: mapRunArn,
      ResultWriterDetails: { Bucket: "out", Key: `${folder}/Redrive-2/manifest.json` },
    });
    expect(JSON.parse(third.objects.at(-1)?.body ?? "").ResultFiles).toMatchObject({
      FAILED: [],
      PENDING: [],
      SUCCEEDED: [{ Key: `${folder}/SUCCEEDED_0.json` }, { Key: `${folder}/Redrive-2/SUCCEEDED_0.json` }],
    });
    expect(JSON.parse(third.objects.at(-2)?.body ?? "")).toMatchObject([{ Output: "2" }, { Output: "3" }]);
  });

  it("is refused for executions that succeeded, and for Express ones", async () => {
    const done = await simulate(machine({ Done: { Type: "Succeed" } }));
    const express = await simulate(machine({ Bad: { Type: "Fail", Error: "Bad" } }), { type: "EXPRESS" });
    for (const execution of [done, express]) {
      const { diagnostics, status } = await redriveExecution(execution);
      expect(status).toBe("REFUSED");
      expect(diagnostics[0]).toMatchObject({
        code: "simulator/not-redrivable",
        message: `An execution that is ${execution.status} cannot be redriven.`,
      });
    }
  });
});
