import { describe, expect, it } from "vitest";
import type { MockRequest, SimulateOptions, TaskRequest } from "../options.js";
import { simulate } from "../simulate.js";

const invoke = {
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Arguments: { FunctionName: "charge", Payload: "{% $states.input %}" },
  Output: "{% $states.result.Payload %}",
  End: true,
};

function run(state: object, options: SimulateOptions = {}, others: object = {}) {
  return simulate({ QueryLanguage: "JSONata", StartAt: "Charge", States: { Charge: state, ...others } }, options);
}

describe("local functions", () => {
  const functions = { charge: async ({ amount }: { amount: number }) => ({ charged: amount }) };

  it("are called with the payload, and answer as lambda:invoke does", async () => {
    expect(await run(invoke, { input: { amount: 5 }, functions })).toMatchObject({
      status: "SUCCEEDED",
      output: { charged: 5 },
    });
    const whole = await run({ ...invoke, Output: "{% $states.result %}" }, { input: { amount: 5 }, functions });
    expect(whole.output).toMatchObject({ ExecutedVersion: "$LATEST", Payload: { charged: 5 }, StatusCode: 200 });
  });

  it.each([
    ["charge", "arn:aws:lambda:eu-west-1:111122223333:function:charge:live"],
    [
      "arn:aws:lambda:eu-west-1:111122223333:function:charge",
      "arn:aws:lambda:eu-west-1:111122223333:function:charge:live",
    ],
    ["arn:aws:lambda:eu-west-1:111122223333:function:charge", "charge"],
    ["charge", "charge:live"],
    ["ChargeFunction", `\${ChargeFunction}`],
    ["ChargeFunction", `arn:aws:lambda:eu-west-1:111122223333:function:\${ChargeFunction}:live`],
  ])("given as %s stand for %s", async (name, reference) => {
    const state = { ...invoke, Arguments: { ...invoke.Arguments, FunctionName: reference } };
    expect((await run(state, { functions: { [name]: () => "called" } })).output).toBe("called");
  });

  it("are found by the placeholder whose value they stand for", async () => {
    const options = { substitutions: { ChargeFunction: "charge-7Q2" }, functions: { ChargeFunction: () => "called" } };
    for (const FunctionName of [
      `\${ChargeFunction}`,
      `arn:aws:lambda:eu-west-1:111122223333:function:\${ChargeFunction}`,
    ]) {
      const state = { ...invoke, Arguments: { ...invoke.Arguments, FunctionName } };
      expect((await run(state, options)).output).toBe("called");
    }
  });

  it("are called directly by their ARN as Resource, with the whole input", async () => {
    const Resource = "arn:aws:lambda:eu-west-1:111122223333:function:charge";
    const execution = await run({ Type: "Task", Resource, End: true }, { input: { amount: 2 }, functions });
    expect(execution.output).toEqual({ charged: 2 });
    expect(execution.events.slice(2, 5)).toMatchObject([
      {
        type: "LambdaFunctionScheduled",
        lambdaFunctionScheduledEventDetails: { resource: Resource, input: '{"amount":2}' },
      },
      { type: "LambdaFunctionStarted" },
      { type: "LambdaFunctionSucceeded", lambdaFunctionSucceededEventDetails: { output: '{"charged":2}' } },
    ]);
  });

  it("fail the task by the name of what they throw", async () => {
    class CardDeclined extends Error {
      override name = "CardDeclined";
    }
    const execution = await run(invoke, {
      functions: {
        charge: () => {
          throw new CardDeclined("no money");
        },
      },
    });
    expect(execution.status).toBe("FAILED");
    expect(execution.error).toBe("CardDeclined");
    expect(JSON.parse(execution.cause ?? "")).toEqual({
      errorType: "CardDeclined",
      errorMessage: "no money",
      trace: ["CardDeclined: no money"],
    });
  });

  it("cannot change the execution's data", async () => {
    const spoil = (payload: { list: number[] }) => payload.list.push(2);
    const execution = await run(
      { ...invoke, Output: "{% $states.input %}" },
      { input: { list: [1] }, functions: { charge: spoil } },
    );
    expect(execution.output).toEqual({ list: [1] });
  });
});

describe("mocks", () => {
  it("give outputs, errors and sequences, and the last outcome repeats", async () => {
    const state = {
      ...invoke,
      Output: "{% $states.result %}",
      Retry: [{ ErrorEquals: ["Busy"], MaxAttempts: 5, IntervalSeconds: 1, BackoffRate: 1 }],
    };
    const sequence = [{ error: "Busy", cause: "later" }, { error: "Busy" }, { output: "done" }];
    const execution = await run(state, { mocks: { Charge: { sequence } } });
    expect(execution.output).toBe("done");
    expect(execution.timeline[0]?.attempts).toEqual([
      { startedMs: 0, endedMs: 0, error: "Busy" },
      { startedMs: 1000, endedMs: 1000, error: "Busy" },
      { startedMs: 2000, endedMs: 2000 },
    ]);
    expect((await run(state, { mocks: { Charge: { error: "Busy", cause: "always" } } })).cause).toBe("always");
  });

  it("may be functions of the arguments, which see the request", async () => {
    const requests: MockRequest[] = [];
    const mock = (_: unknown, request: MockRequest) => requests.push(request);
    await run(invoke, { input: 1, mocks: { Charge: mock } });
    expect(requests).toMatchObject([
      { stateName: "Charge", attempt: 0, invocation: 0, arguments: { FunctionName: "charge", Payload: 1 } },
    ]);
  });

  it("come before local functions and the resolver, which comes last", async () => {
    const functions = { charge: () => "function" };
    const task = () => ({ output: { Payload: "resolver" } });
    expect((await run(invoke, { mocks: { Charge: { output: { Payload: "mock" } } }, functions, task })).output).toBe(
      "mock",
    );
    expect((await run(invoke, { functions, task })).output).toBe("function");
    expect((await run(invoke, { task })).output).toBe("resolver");
  });
});

describe("time limits", () => {
  it("end a task that takes longer, with an error and no cause", async () => {
    const execution = await run({ ...invoke, TimeoutSeconds: 3 }, { mocks: { Charge: { output: 1, delayMs: 3001 } } });
    expect(execution).toMatchObject({ status: "FAILED", error: "States.Timeout" });
    expect("cause" in execution).toBe(false);
    expect(execution.events.at(-2)).toMatchObject({
      type: "TaskTimedOut",
      taskTimedOutEventDetails: { resourceType: "lambda", resource: "invoke", error: "States.Timeout" },
    });
  });

  it("end a function that sleeps on the clock", async () => {
    const charge = (_: unknown, { sleep }: TaskRequest) => sleep(10_000);
    const execution = await run({ ...invoke, TimeoutSeconds: "{% 2 + 3 %}" }, { functions: { charge } });
    expect(execution.error).toBe("States.Timeout");
    expect(execution.stopTime.getTime() - execution.startTime.getTime()).toBe(5000);
  });

  it("do not touch a task that is in time", async () => {
    const execution = await run(
      { ...invoke, TimeoutSeconds: 3, Output: 1 },
      { mocks: { Charge: { output: 1, delayMs: 2999 } } },
    );
    expect(execution.status).toBe("SUCCEEDED");
  });

  it("start anew with each heartbeat", async () => {
    const charge = async (_: unknown, { heartbeat, sleep }: TaskRequest) => {
      for (let beat = 0; beat < 4; beat++) {
        await sleep(4000);
        heartbeat();
      }
      return "alive";
    };
    const execution = await run({ ...invoke, HeartbeatSeconds: 5 }, { functions: { charge } });
    expect(execution.output).toBe("alive");
    expect(execution.stopTime.getTime() - execution.startTime.getTime()).toBe(16_000);
    expect((await run({ ...invoke, HeartbeatSeconds: 3 }, { functions: { charge } })).error).toBe("States.Timeout");
  });

  it.each([
    ["States.Timeout", "heartbeat", "SUCCEEDED"],
    ["States.HeartbeatTimeout", "heartbeat", "SUCCEEDED"],
    ["States.Timeout", true, "SUCCEEDED"],
    ["States.HeartbeatTimeout", true, "FAILED"],
  ] as const)("are States.Timeout, and a catcher for %s of %s has %s", async (name, timeout, status) => {
    const Catch = [{ ErrorEquals: [name], Output: "{% $states.errorOutput %}", Next: "Late" }];
    const state = { ...invoke, TimeoutSeconds: timeout === true ? 4 : 60, HeartbeatSeconds: 5, Catch };
    const execution = await run(state, { mocks: { Charge: { timeout } } }, { Late: { Type: "Succeed" } });
    expect(execution.status).toBe(status);
    if (status === "SUCCEEDED") expect(execution.output).toEqual({ Error: "States.Timeout", Cause: "" });
  });
});

describe("catchers", () => {
  const late = { Type: "Succeed" };

  it("go on with the error, or with what their Output makes of it, and assign", async () => {
    const mocks = { Charge: { error: "Declined", cause: "no money" } };
    const plain = { ...invoke, Catch: [{ ErrorEquals: ["Declined"], Next: "Late" }] };
    expect((await run(plain, { mocks }, { Late: late })).output).toEqual({ Error: "Declined", Cause: "no money" });
    const shaped = {
      ...invoke,
      Assign: { paid: true },
      Catch: [
        {
          ErrorEquals: ["Declined"],
          Assign: { reason: "{% $states.errorOutput.Cause %}" },
          Output: { error: "{% $states.errorOutput.Error %}", input: "{% $states.input %}" },
          Next: "Late",
        },
      ],
    };
    const execution = await run(shaped, { input: 1, mocks }, { Late: late });
    expect(execution.output).toEqual({ error: "Declined", input: 1 });
    expect(execution.variables).toEqual({ reason: "no money" });
    expect(execution.timeline[0]).toMatchObject({ error: "Declined", cause: "no money", caughtBy: "Late" });
  });

  it("are asked in order, after the retriers have given up", async () => {
    const state = {
      ...invoke,
      Retry: [{ ErrorEquals: ["Declined"], MaxAttempts: 1 }],
      Catch: [
        { ErrorEquals: ["Other"], Next: "Other" },
        { ErrorEquals: ["States.TaskFailed"], Next: "Late" },
      ],
    };
    const execution = await run(state, { mocks: { Charge: { error: "Declined" } } }, { Late: late, Other: late });
    expect(execution.path).toEqual(["Charge", "Late"]);
    expect(execution.timeline[0]?.attempts).toHaveLength(2);
  });

  it("take an expression's failure, but never States.Runtime", async () => {
    const Catch = [{ ErrorEquals: ["States.ALL"], Next: "Late" }];
    const bad = await run(
      { ...invoke, Output: "{% $nothing %}", Catch },
      { mocks: { Charge: { output: 1 } } },
      { Late: late },
    );
    expect(bad.path).toEqual(["Charge", "Late"]);
    const runtime = await simulate({
      StartAt: "Charge",
      States: {
        Charge: { Type: "Task", Resource: "arn:aws:states:::sns:publish", InputPath: "$.gone", Catch, End: true },
        Late: late,
      },
    });
    expect(runtime).toMatchObject({
      status: "FAILED",
      error: "States.Runtime",
      cause:
        "An error occurred while executing the state 'Charge' (entered at the event id #2). Invalid path '$.gone' : No results for path: $['gone']",
    });
  });

  it("take a result that is too large", async () => {
    const state = { ...invoke, Catch: [{ ErrorEquals: ["States.DataLimitExceeded"], Next: "Late" }] };
    const execution = await run(state, { functions: { charge: () => "x".repeat(300_000) } }, { Late: late });
    expect(execution.output).toEqual({
      Error: "States.DataLimitExceeded",
      Cause:
        "The state/task 'lambda' returned a result with a size exceeding the maximum number of bytes service limit.",
    });
  });
});

describe("tokens, credentials and services", () => {
  it("gives a token to what answers later, and records the submission", async () => {
    const tokens: unknown[] = [];
    const state = {
      Type: "Task",
      Resource: "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
      Arguments: { QueueUrl: "q", MessageBody: { token: "{% $states.context.Task.Token %}" } },
      End: true,
    };
    const execution = await run(state, {
      task: ({ arguments: args, taskToken }) => {
        tokens.push((args as { MessageBody: { token: string } }).MessageBody.token, taskToken);
        return { output: "approved", submitted: { MessageId: "m" } };
      },
    });
    expect(tokens[0]).toBe(tokens[1]);
    expect(execution.output).toBe("approved");
    expect(execution.events.map(({ type }) => type).slice(2, 6)).toEqual([
      "TaskScheduled",
      "TaskStarted",
      "TaskSubmitted",
      "TaskSucceeded",
    ]);
    expect(execution.events[4]).toMatchObject({ taskSubmittedEventDetails: { output: '{"MessageId":"m"}' } });
  });

  it("runs activities as their workers do", async () => {
    const Resource = "arn:aws:states:eu-west-1:111122223333:activity:approve";
    const execution = await run(
      { Type: "Task", Resource, TimeoutSeconds: 9, End: true },
      {
        mocks: { Charge: { output: "yes", workerName: "ann" } },
      },
    );
    expect(execution.events.slice(2, 5)).toMatchObject([
      { type: "ActivityScheduled", activityScheduledEventDetails: { resource: Resource, timeoutInSeconds: 9 } },
      { type: "ActivityStarted", activityStartedEventDetails: { workerName: "ann" } },
      { type: "ActivitySucceeded", activitySucceededEventDetails: { output: '"yes"' } },
    ]);
  });

  it("hands credentials on and shows the role in the history", async () => {
    const RoleArn = "arn:aws:iam::111122223333:role/charge";
    const seen: unknown[] = [];
    const execution = await run(
      { ...invoke, Credentials: { RoleArn: `{% '${RoleArn}' %}` } },
      {
        mocks: { Charge: (_, { credentials }) => ({ Payload: seen.push(credentials) }) },
      },
    );
    expect(seen).toEqual([{ RoleArn }]);
    expect(execution.events[2]).toMatchObject({ taskScheduledEventDetails: { taskCredentials: { roleArn: RoleArn } } });
  });

  it("refuses header values of API Gateway that are no lists", async () => {
    const state = {
      Type: "Task",
      Resource: "arn:aws:states:::apigateway:invoke",
      Arguments: { ApiEndpoint: "e", Method: "GET", Headers: { a: "b" } },
      End: true,
    };
    expect((await run(state)).cause).toContain("[The value of the field 'Headers' has an invalid format]");
  });

  it("counts retries in the context object", async () => {
    const counts: unknown[] = [];
    await run(
      { ...invoke, Retry: [{ ErrorEquals: ["States.ALL"] }] },
      {
        task: ({ context }) => {
          counts.push(context.State.RetryCount);
          return { error: "Again" };
        },
      },
    );
    expect(counts).toEqual([0, 1, 2, 3]);
  });

  it("fails for an activity that does not exist, where it is said which do", async () => {
    const arn = "arn:aws:states:us-east-1:123456789012:activity:pack";
    const state = { Type: "Task", Resource: arn, End: true };
    const task = () => ({ output: "packed" });
    const refused = await run(state, { activities: ["send"], task });
    expect(refused).toMatchObject({ status: "FAILED", error: "States.Runtime" });
    expect(refused.cause).toContain(`The activity ${arn} does not exist.`);
    for (const known of ["pack", arn]) expect((await run(state, { activities: [known], task })).output).toBe("packed");
    expect((await run(state, { task })).output).toBe("packed");
  });

  it("puts Lambda's answer around the value of a mock, and nothing around that of other services", async () => {
    const functionState = {
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke",
      Arguments: { FunctionName: "f" },
      End: true,
    };
    const value = { at: new Date(0), n: 1 };
    const answered = await run(functionState, { mocks: { Charge: { value } } });
    expect(answered.output).toMatchObject({ Payload: { at: "1970-01-01T00:00:00.000Z", n: 1 }, StatusCode: 200 });
    const sent = { ...functionState, Resource: "arn:aws:states:::sqs:sendMessage" };
    expect((await run(sent, { mocks: { Charge: { value: { MessageId: "m" } } } })).output).toEqual({ MessageId: "m" });
    expect((await run(sent, { task: () => ({ value: 5, delayMs: 10 }) })).output).toBe(5);
  });

  it("tells which statements of data sources were asked for, and puts a kept session around a mock's value", async () => {
    const state = (params: object) => ({
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke",
      Arguments: {
        FunctionName: "shop-bridge",
        Payload: { statement: "orderById", params, trace: { state: "Charge" } },
      },
      Retry: [{ ErrorEquals: ["Busy"] }],
      Output: "{% $states.result.Payload %}",
      End: true,
    });
    const mocks = { Charge: { sequence: [{ error: "Busy" }, { value: { id: "o-1" } }] } };
    const plain = await run(state({ id: "o-1" }), { mocks });
    expect(plain.output).toEqual({ id: "o-1" });
    const statement = {
      state: "Charge",
      function: "shop-bridge",
      statement: "orderById",
      params: { id: "o-1" },
    };
    expect(plain.statements).toEqual([
      { ...statement, attempt: 0 },
      { ...statement, attempt: 1 },
    ]);
    const kept = await run(state({ id: "o-1", $session: null }), { mocks });
    expect(kept.output).toEqual({ value: { id: "o-1" }, session: null });
  });
});
