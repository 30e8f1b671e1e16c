import { describe, expect, it } from "vitest";
import type { Json } from "../json.js";
import type { SimulateOptions } from "../options.js";
import { simulate } from "../simulate.js";
import { TaskTokens } from "./task-tokens.js";

const arn = "arn:aws:states:eu-west-1:111122223333:stateMachine:Inner";

const inner = {
  QueryLanguage: "JSONata",
  StartAt: "Pause",
  States: {
    Pause: { Type: "Wait", Seconds: 60, Next: "Decide" },
    Decide: { Type: "Choice", Choices: [{ Condition: "{% $states.input.n < 0 %}", Next: "Boom" }], Default: "Done" },
    Boom: { Type: "Fail", Error: "Boom", Cause: "below zero" },
    Done: { Type: "Succeed", Output: "{% $states.input.n * 2 %}" },
  },
};

function run(Input: Json, options: SimulateOptions = {}, fields: object = {}) {
  const Start = {
    Type: "Task",
    Resource: "arn:aws:states:::states:startExecution.sync:2",
    Arguments: { StateMachineArn: arn, Input, Name: "child" },
    End: true,
    ...fields,
  };
  return simulate(
    { QueryLanguage: "JSONata", StartAt: "Start", States: { Start, Late: { Type: "Succeed" } } },
    { machines: { Inner: inner }, ...options },
  );
}

describe("nested executions", () => {
  it("run on the same clock, and give their output parsed or as text", async () => {
    const execution = await run({ n: 4 });
    expect(execution.output).toMatchObject({
      ExecutionArn: "arn:aws:states:eu-west-1:111122223333:execution:Inner:child",
      Input: { n: 4 },
      Name: "child",
      Output: 8,
      RedriveCount: 0,
      RedriveStatus: "NOT_REDRIVABLE",
      StateMachineArn: arn,
      Status: "SUCCEEDED",
    });
    expect(execution.stopTime.getTime() - execution.startTime.getTime()).toBe(60_000);
    const asText = await run('{"n":4}', {}, { Resource: "arn:aws:states:::states:startExecution.sync" });
    expect(asText.output).toMatchObject({ Input: '{"n":4}', Output: "8" });
  });

  it("are found by ARN, name and placeholder", async () => {
    for (const machines of [{ [arn]: inner }, { Inner: JSON.stringify(inner) }]) {
      expect((await run({ n: 1 }, { machines })).status).toBe("SUCCEEDED");
    }
    const byPlaceholder = { Arguments: { StateMachineArn: `\${InnerArn}`, Input: { n: 1 } } };
    expect((await run({}, { machines: { InnerArn: inner } }, byPlaceholder)).status).toBe("SUCCEEDED");
    const byName = { Arguments: { StateMachineArn: "Inner", Input: { n: 1 } } };
    expect((await run({}, {}, byName)).output).toMatchObject({
      StateMachineArn: "arn:aws:states:us-east-1:123456789012:stateMachine:Inner",
    });
    const substituted = { machines: { InnerArn: inner }, substitutions: { InnerArn: arn } };
    expect((await run({}, substituted, byPlaceholder)).output).toMatchObject({ StateMachineArn: arn });
  });

  it("fail the task with the whole description", async () => {
    const execution = await run({ n: -1 });
    expect(execution.error).toBe("States.TaskFailed");
    expect(JSON.parse(execution.cause ?? "")).toMatchObject({
      Cause: "below zero",
      Error: "Boom",
      Input: '{"n":-1}',
      Name: "child",
      RedriveStatus: "REDRIVABLE",
      Status: "FAILED",
    });
    const late = await run({ n: 1 }, { machines: { Inner: { ...inner, TimeoutSeconds: 5 } } });
    expect(JSON.parse(late.cause ?? "")).not.toHaveProperty("Error");
    expect(JSON.parse(late.cause ?? "")).toMatchObject({ Status: "TIMED_OUT" });
  });

  it("are submitted when they start, beside what goes on meanwhile", async () => {
    const start = {
      Type: "Task",
      Resource: "arn:aws:states:::states:startExecution.sync",
      Arguments: { StateMachineArn: arn, Input: { n: 1 } },
      End: true,
    };
    const later = { Type: "Wait", Seconds: 20, Next: "Start" };
    const other = { Type: "Wait", Seconds: 30, End: true };
    const branches = [
      { StartAt: "Later", States: { Later: later, Start: start } },
      { StartAt: "Other", States: { Other: other } },
    ];
    const { events, output } = await simulate(
      {
        QueryLanguage: "JSONata",
        StartAt: "Both",
        States: { Both: { Type: "Parallel", Branches: branches, End: true } },
      },
      { machines: { Inner: inner } },
    );
    const told = events.filter(({ type }) => /^Task(Sub|Suc)|^WaitStateExited/.test(type));
    expect(told.map(({ type, timestamp }) => [type, timestamp.toISOString().slice(11, 19)])).toEqual([
      ["WaitStateExited", "00:00:20"],
      ["TaskSubmitted", "00:00:20"],
      ["WaitStateExited", "00:00:30"],
      ["TaskSucceeded", "00:01:20"],
    ]);
    const [{ ExecutionArn, StartDate }] = output as [{ ExecutionArn: string; StartDate: number }];
    expect(JSON.parse(told[1]?.taskSubmittedEventDetails?.output ?? "")).toMatchObject({ ExecutionArn, StartDate });
  });

  it("go on by themselves when their task's token is sent", async () => {
    const send = {
      Type: "Task",
      Resource: "arn:aws:states:::aws-sdk:sfn:sendTaskSuccess",
      Arguments: { TaskToken: "{% $states.input.token %}", Output: '"enough"' },
      Next: "Rest",
    };
    const rest = { Type: "Wait", Seconds: 60, End: true };
    const machines = {
      Inner: {
        QueryLanguage: "JSONata",
        StartAt: "Wait",
        States: { Wait: { Type: "Wait", Seconds: 5, Next: "Send" }, Send: send, Rest: rest },
      },
    };
    const execution = await run(
      {},
      { machines, tokens: new TaskTokens() },
      { Arguments: { StateMachineArn: arn, Input: { token: "{% $states.context.Task.Token %}" }, Name: "child" } },
    );
    expect(execution).toMatchObject({ status: "SUCCEEDED", output: "enough" });
    expect(execution.stopTime).toEqual(new Date("2025-01-01T00:00:05Z"));
    expect(execution.started).toMatchObject([
      { name: "child", status: "SUCCEEDED", stopTime: new Date("2025-01-01T00:01:05Z") },
    ]);
  });

  it("end with a task that times out", async () => {
    const execution = await run(
      { n: 1 },
      {},
      { TimeoutSeconds: 5, Catch: [{ ErrorEquals: ["States.Timeout"], Next: "Late" }] },
    );
    expect(execution.path).toEqual(["Start", "Late"]);
    expect(execution.stopTime.getTime() - execution.startTime.getTime()).toBe(5000);
  });

  it("refuse the whole run where they cannot go on", async () => {
    const task = { Type: "Task", Resource: "arn:aws:states:::sns:publish", Arguments: {}, End: true };
    const machines = { Inner: { QueryLanguage: "JSONata", StartAt: "Tell", States: { Tell: task } } };
    expect(await run({}, { machines })).toMatchObject({
      status: "REFUSED",
      diagnostics: [{ code: "simulator/unresolved-task", message: expect.stringContaining('"Tell"') }],
    });
  });

  it("do not start with input that is no JSON", async () => {
    expect((await run("{")).error).toBe("StepFunctions.InvalidExecutionInputException");
  });

  it("are only started where nobody waits, and run to their end beside the one that goes on", async () => {
    const fields = { Resource: "arn:aws:states:::states:startExecution" };
    const execution = await run({ n: 4 }, {}, fields);
    expect(execution.output).toEqual({
      ExecutionArn: "arn:aws:states:eu-west-1:111122223333:execution:Inner:child",
      StartDate: execution.startTime.getTime(),
      SdkHttpMetadata: expect.objectContaining({ HttpStatusCode: 200 }),
      SdkResponseMetadata: { RequestId: expect.any(String) },
    });
    expect(execution.stopTime).toEqual(execution.startTime);
    expect(execution.started).toMatchObject([
      { name: "child", status: "SUCCEEDED", output: 8, stopTime: new Date("2025-01-01T00:01:00Z") },
    ]);
    const refused = await run({ n: 4 }, { machines: { Inner: { StartAt: "X", States: {} } } }, fields);
    expect(refused.status).toBe("SUCCEEDED");
    expect(refused.diagnostics[0]?.code).toBe("simulator/invalid-definition");
  });
});
