import { describe, expect, it } from "vitest";
import { simulate } from "../simulate.js";
import { TaskTokens } from "./task-tokens.js";

const ask = {
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
  Arguments: { FunctionName: "ask", Payload: { token: "{% $states.context.Task.Token %}" } },
  TimeoutSeconds: 60,
};
const machine = (states: object, first = "Ask") => ({ QueryLanguage: "JSONata", StartAt: first, States: states });

describe("tasks that wait for a token", () => {
  it("go on with what is sent with it, and record the first answer as submitted", async () => {
    const tokens = new TaskTokens();
    const functions = {
      ask: ({ token }: { token: string }) => {
        expect(tokens.pending).toEqual([token]);
        tokens.sendTaskSuccess({ taskToken: token, output: '{"approved":true}' });
        return { asked: 1 };
      },
    };
    const { events, output } = await simulate(machine({ Ask: { ...ask, End: true } }), { functions, tokens });
    expect(output).toEqual({ approved: true });
    const submitted = events.find(({ type }) => type === "TaskSubmitted")?.taskSubmittedEventDetails?.output ?? "";
    expect(JSON.parse(submitted)).toMatchObject({ Payload: { asked: 1 }, StatusCode: 200 });
    expect(tokens.pending).toEqual([]);
  });

  it("fail by the error that is sent, also without any", async () => {
    const tokens = new TaskTokens();
    const fail = (error?: string) => ({
      ask: ({ token }: { token: string }) =>
        tokens.sendTaskFailure({ taskToken: token, ...(error && { error, cause: "no" }) }),
    });
    const named = await simulate(machine({ Ask: { ...ask, End: true } }), { functions: fail("Denied"), tokens });
    expect(named).toMatchObject({ status: "FAILED", error: "Denied", cause: "no" });
    const caught = { ...ask, Catch: [{ ErrorEquals: ["States.ALL"], Next: "Done" }], End: true };
    const unnamed = machine({ Ask: caught, Done: { Type: "Succeed" } });
    expect((await simulate(unnamed, { functions: fail(), tokens })).output).toEqual({ Error: null, Cause: null });
  });

  it("time out under the virtual clock when nothing is sent", async () => {
    const execution = await simulate(machine({ Ask: { ...ask, End: true } }), {
      functions: { ask: () => null },
      tokens: new TaskTokens(),
    });
    expect(execution).toMatchObject({ status: "FAILED", error: "States.Timeout" });
    expect(execution.stopTime.getTime() - execution.startTime.getTime()).toBe(60_000);
  });

  it("are answered by states of another branch, after heartbeats", async () => {
    const tokens = new TaskTokens();
    let sent = "";
    const send = (action: string, more: object) => ({
      Type: "Task",
      Resource: `arn:aws:states:::aws-sdk:sfn:${action}`,
      ...more,
    });
    const taskToken = { FunctionName: "token" };
    const other = {
      StartAt: "Later",
      States: {
        Later: { Type: "Wait", Seconds: 8, Next: "Token" },
        Token: {
          Type: "Task",
          Resource: "arn:aws:states:::lambda:invoke",
          Arguments: taskToken,
          Assign: { token: "{% $states.result.Payload %}" },
          Next: "Beat",
        },
        Beat: send("sendTaskHeartbeat", { Arguments: { TaskToken: "{% $token %}" }, Next: "Again" }),
        Again: { Type: "Wait", Seconds: 8, Next: "Send" },
        Send: send("sendTaskSuccess", {
          Arguments: { TaskToken: "{% $token %}", Output: '{"n":5}' },
          Next: "Twice",
        }),
        Twice: send("sendTaskSuccess", {
          Arguments: { TaskToken: "{% $token %}", Output: "{}" },
          Catch: [{ ErrorEquals: ["Sfn.TaskTimedOutException"], Next: "Known" }],
          End: true,
        }),
        Known: { Type: "Pass", Output: "{% $states.input.Cause %}", End: true },
      },
    };
    const waiting = { StartAt: "Ask", States: { Ask: { ...ask, HeartbeatSeconds: 10, End: true } } };
    const { output } = await simulate(
      machine({ Both: { Type: "Parallel", Branches: [waiting, other], End: true } }, "Both"),
      {
        tokens,
        functions: {
          ask: ({ token }: { token: string }) => {
            sent = token;
          },
          token: () => sent,
        },
      },
    );
    const refusal =
      /^Task Timed Out: 'Provided task does not exist anymore' \(Service: Sfn, Status Code: 400, Request ID: [-0-9a-f]{36}\) \(SDK Attempt Count: 1\)$/;
    expect(output).toEqual([{ n: 5 }, expect.stringMatching(refusal)]);
  });

  it("include activities, whose worker asks for what is pending", async () => {
    const tokens = new TaskTokens();
    const activity = { Type: "Task", Resource: "arn:aws:states:us-east-1:123456789012:activity:pack", End: true };
    const running = simulate(machine({ Pack: activity }, "Pack"), {
      tokens,
      clock: "real",
    });
    while (tokens.pending.length === 0) await new Promise(setImmediate);
    tokens.sendTaskSuccess({ taskToken: tokens.pending[0] as string, output: '"packed"' });
    expect((await running).output).toBe("packed");
  });

  describe("of tasks that wait for a job", () => {
    const job = {
      Type: "Task",
      Resource: "arn:aws:states:::glue:startJobRun.sync",
      Arguments: { JobName: "count", Arguments: { token: "{% $states.context.Task.Token %}" } },
      End: true,
    };
    const taskToken = (request: { readonly arguments: unknown }) =>
      (request.arguments as { Arguments: { token: string } }).Arguments.token;

    it("exist without being needed, in both query languages", async () => {
      const seen: unknown[] = [];
      const task = (request: { readonly arguments: unknown; readonly taskToken?: string }) => {
        seen.push(request.arguments, request.taskToken);
        return { output: "counted" };
      };
      const { JobName } = job.Arguments;
      const paths = { ...job, Arguments: undefined, Parameters: { JobName, "Arguments.$": "$$.Task" } };
      for (const Job of [job, { ...paths, QueryLanguage: "JSONPath" }]) {
        const definition = { StartAt: "Job", States: { Job: { QueryLanguage: "JSONata", ...Job } } };
        for (const options of [{}, { tokens: new TaskTokens() }]) {
          expect((await simulate(definition, { task, ...options })).output).toBe("counted");
          const [given, token] = seen.splice(0) as [typeof job.Arguments, string];
          expect(Object.values(given.Arguments)).toEqual([token]);
        }
      }
    });

    it("end them early, in the middle of the work or of its time", async () => {
      const tokens = new TaskTokens();
      const waiting = { ...job, Assign: { n: "{% $states.result.n %}" } };
      const midway = await simulate(machine({ Job: waiting }, "Job"), {
        tokens,
        task: async (request) => {
          await request.sleep(30_000);
          tokens.sendTaskSuccess({ taskToken: taskToken(request), output: '{"n":7}' });
          await request.sleep(30_000);
          return { error: "TooLate" };
        },
      });
      expect(midway).toMatchObject({ status: "SUCCEEDED", output: { n: 7 }, variables: { n: 7 } });
      expect(midway.stopTime.getTime() - midway.startTime.getTime()).toBe(30_000);
      expect(midway.events.map(({ type }) => type)).toEqual([
        "ExecutionStarted",
        "TaskStateEntered",
        "TaskScheduled",
        "TaskStarted",
        "TaskSubmitted",
        "TaskSucceeded",
        "TaskStateExited",
        "ExecutionSucceeded",
      ]);
      expect(tokens.pending).toEqual([]);
      const delayed = await simulate(machine({ Job: job }, "Job"), {
        tokens,
        task: (request) => {
          tokens.sendTaskFailure({ taskToken: taskToken(request), error: "Stopped", cause: "by hand" });
          return { output: 1, delayMs: 60_000 };
        },
      });
      expect(delayed).toMatchObject({ status: "FAILED", error: "Stopped", cause: "by hand" });
      expect(delayed.stopTime).toEqual(delayed.startTime);
    });

    it("do not stand for the job", async () => {
      const refused = await simulate(machine({ Job: job }, "Job"), { tokens: new TaskTokens() });
      expect(refused.status).toBe("REFUSED");
    });
  });

  it("are refused for tokens that never were, outputs that are no JSON, and tasks that have ended", () => {
    const tokens = new TaskTokens();
    const refuse = (output: string, name: string, message: string) =>
      expect(() => tokens.sendTaskSuccess({ taskToken: "x", output })).toThrow(
        expect.objectContaining({ name, message }),
      );
    refuse("{", "InvalidToken", "Invalid Token: 'Invalid token'");
    const arn = "arn:aws:states:us-east-1:123456789012:activity:pack";
    tokens.open("x", { kind: "activity", arn, activityName: "pack" }, () => undefined);
    refuse("{", "InvalidOutput", "Invalid Output: '{' is not valid JSON.");
    tokens.sendTaskHeartbeat({ taskToken: "x" });
    tokens.sendTaskSuccess({ taskToken: "x", output: "{}" });
    refuse("{", "InvalidOutput", "Invalid Output: '{' is not valid JSON.");
    refuse("{}", "TaskTimedOut", `Task Timed Out: '${arn}'`);
    expect(() => tokens.sendTaskHeartbeat({ taskToken: "x" })).toThrow(
      expect.objectContaining({ name: "TaskTimedOut" }),
    );
  });
});
