import { describe, expect, it } from "vitest";
import type { JsonObject } from "./json.js";
import type { TaskRequest } from "./options.js";
import { redriveExecution } from "./redrive-execution.js";
import { simulate } from "./simulate.js";
import type { SimulatedExecution } from "./simulated-execution.js";

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
/** A function that fails for items after 1 unless it works. */
const passItem = (works: boolean) => (n: number) => (n > 1 && !works ? fail() : n);

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
    const definition = machine({
      Each: {
        Type: "Map",
        Items: [1, 2, 3],
        MaxConcurrency: 1,
        ItemProcessor: { StartAt: "Item", States: { Item: call("item", { End: true }) } },
        End: true,
      },
    });
    const failed = await simulate(definition, { functions: { item: passItem(false) } });
    const { events } = await redriveExecution(failed, { functions: { item: passItem(true) } });
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
    const first = await simulate(definition, { functions: { item: passItem(false) } });
    const second = await redriveExecution(first, { functions: { item: passItem(false) } });
    const third = await redriveExecution(second, { functions: { item: passItem(true) } });
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

  describe("of a Map Run's children", () => {
    /** Each item waits as long as it says, and the second one fails at first, with the event that tells of its state. */
    const runTwice = async (ExecutionType: "STANDARD" | "EXPRESS") => {
      const calls: string[] = [];
      const task = (works: boolean) => (request: TaskRequest) => {
        const { fruit } = request.arguments as { fruit: string };
        calls.push(fruit);
        return fruit === "plum" && !works ? { error: "Rotten" } : { output: {} };
      };
      const definition = {
        StartAt: "Each",
        States: {
          Each: {
            Type: "Map",
            Label: "Fruit",
            MaxConcurrency: 3,
            ItemProcessor: {
              ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType },
              StartAt: "Before",
              States: {
                Before: {
                  Type: "Pass",
                  Parameters: { "count.$": "$$.Execution.RedriveCount" },
                  ResultPath: "$.before",
                  Next: "Ripen",
                },
                Ripen: { Type: "Wait", SecondsPath: "$.days", Next: "Eat" },
                Eat: {
                  Type: "Task",
                  Resource: "arn:aws:states:::aws-sdk:ecs:runTask",
                  ResultPath: null,
                  Next: "After",
                },
                After: {
                  Type: "Pass",
                  Parameters: { "before.$": "$.before.count", "after.$": "$$.Execution" },
                  End: true,
                },
              },
            },
            ResultWriter: { Resource: "arn:aws:states:::s3:putObject", Parameters: { Bucket: "out" } },
            End: true,
          },
        },
      };
      const input = ["pear", "plum", "fig", "date"].map((fruit, i) => ({ fruit, days: [1, 8, 30, 90][i] as number }));
      const first = await simulate(definition, { input, task: task(false) });
      const second = await redriveExecution(first, { task: task(true) });
      const read = ({ objects }: SimulatedExecution) =>
        objects
          .filter(({ key }) => !key.endsWith("manifest.json"))
          .flatMap(({ body }) => JSON.parse(body) as JsonObject[])
          .map((child): JsonObject => ({ ...child, fruit: JSON.parse(String(child.Input)).fruit }));
      const rows = read({ ...second, objects: second.objects.slice(first.objects.length) });
      return { before: read(first), calls, first, rows };
    };
    const find = (rows: readonly object[], fruit: string) => rows.find((row) => "fruit" in row && row.fruit === fruit);

    it("goes on with Standard ones where they ended, under their names", async () => {
      const { before, calls, first, rows } = await runTwice("STANDARD");
      const mapRunArn = first.events.find(({ type }) => type === "MapRunStarted")?.mapRunStartedEventDetails?.mapRunArn;
      expect(find(before, "fig")).toMatchObject({
        Status: "ABORTED",
        Cause: `The map run execution [${mapRunArn}] which was managing this resource was aborted`,
        RedriveCount: 0,
      });
      expect(calls).toEqual(["pear", "plum", "plum", "fig", "date"]);
      expect(rows.map(({ fruit }) => fruit)).toEqual(["plum", "fig", "date"]);
      const redriven = first.stopTime.toISOString();
      for (const fruit of ["plum", "fig"]) {
        const { ExecutionArn, Name, StartDate } = find(before, fruit) as JsonObject;
        const row = find(rows, fruit) as JsonObject;
        expect(row).toMatchObject({ ExecutionArn, Name, StartDate, RedriveCount: 1, RedriveDate: redriven });
        expect(JSON.parse(String(row.Output))).toMatchObject({
          before: 0,
          after: { Id: ExecutionArn, RedriveCount: 1, RedriveTime: redriven, StartTime: StartDate },
        });
      }
      const waited = Date.parse(String((find(rows, "fig") as JsonObject).StopDate)) - first.stopTime.getTime();
      expect(waited).toBe(30_000);
    });

    it("lets Express ones come to their end, and begins failed ones anew under their names", async () => {
      const { before, calls, first, rows } = await runTwice("EXPRESS");
      expect(find(before, "fig")).toMatchObject({ Status: "SUCCEEDED", RedriveCount: 0 });
      expect(calls).toEqual(["pear", "plum", "fig", "date", "plum"]);
      const { ExecutionArn, StartDate } = find(before, "plum") as JsonObject;
      const [row] = rows as [JsonObject];
      expect(rows).toHaveLength(1);
      expect(row).toMatchObject({ ExecutionArn, RedriveCount: 1, StartDate: first.stopTime.toISOString() });
      expect(row.StartDate).not.toBe(StartDate);
      expect(row).not.toHaveProperty("RedriveDate");
      const { after, before: count } = JSON.parse(String(row.Output));
      expect(count).toBe(1);
      expect(after).toMatchObject({ Id: ExecutionArn, RedriveCount: 1, StartTime: row.StartDate });
      expect(after).not.toHaveProperty("RedriveTime");
    });

    it("redrives none that had not begun", async () => {
      const definition = machine({
        Each: {
          Type: "Map",
          Items: [1, 2],
          MaxConcurrency: 1,
          ItemProcessor: {
            ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
            StartAt: "Item",
            States: { Item: call("item", { Output: "{% $states.context.Execution %}", End: true }) },
          },
          End: true,
        },
      });
      const failed = await simulate(definition, { functions: { item: fail } });
      const { output } = await redriveExecution(failed, { functions: { item: () => null } });
      expect(output).toMatchObject([{ RedriveCount: 1 }, { RedriveCount: 0 }]);
      const [former, fresh] = output as { Name: string }[];
      expect(former?.Name).not.toBe(fresh?.Name);
    });

    it("goes on with those of a Map Run that something else aborted", async () => {
      const child = { StartAt: "Item", States: { Item: { Type: "Wait", Seconds: "{% $states.input %}", End: true } } };
      const each = {
        Type: "Map",
        Items: [1, 9],
        ItemProcessor: { ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" }, ...child },
        End: true,
      };
      const other = {
        StartAt: "Later",
        States: { Later: { Type: "Wait", Seconds: 4, Next: "Bad" }, Bad: call("bad", { End: true }) },
      };
      const definition = machine({
        Both: { Type: "Parallel", Branches: [{ StartAt: "Each", States: { Each: each } }, other], End: true },
      });
      const failed = await simulate(definition, { functions: { bad: fail } });
      expect((await redriveExecution(failed, { functions: { bad: () => 3 } })).output).toEqual([[1, 9], 3]);
    });
  });

  it("names in a child's cause the event that a redrive keeps", async () => {
    const definition = {
      StartAt: "Each",
      States: {
        Each: {
          Type: "Map",
          ItemProcessor: {
            ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
            StartAt: "Pick",
            States: { Pick: { Type: "Pass", InputPath: "$.gone", End: true } },
          },
          ResultWriter: { Resource: "arn:aws:states:::s3:putObject", Parameters: { Bucket: "out" } },
          End: true,
        },
      },
    };
    const failed = await simulate(definition, { input: [{}] });
    const { objects } = await redriveExecution(failed);
    const causes = objects.filter(({ key }) => key.includes("FAILED")).map(({ body }) => JSON.parse(body)[0].Cause);
    expect(causes[0]).toContain("(entered at the event id #2)");
    // Started, entered, failed, redriven: a Pass state is entered again.
    expect(causes[1]).toContain("(entered at the event id #5)");
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
