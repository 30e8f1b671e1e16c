import { describe, expect, it } from "vitest";
import { testState } from "./test-state.js";
import type { TestStateInput } from "./test-state-types.js";

const roleArn = "arn:aws:iam::111122223333:role/test";
const task = {
  Type: "Task",
  QueryLanguage: "JSONata",
  Resource: "arn:aws:states:::lambda:invoke",
  Arguments: { FunctionName: "f", Payload: "{% $states.input %}" },
  Output: "{% $states.result.Payload %}",
  Retry: [{ ErrorEquals: ["Busy"], IntervalSeconds: 2, MaxAttempts: 3 }],
  Catch: [{ ErrorEquals: ["States.ALL"], Next: "Saved" }],
  Next: "After",
};

function request(state: object, fields: Partial<TestStateInput> = {}): TestStateInput {
  return { definition: JSON.stringify(state), roleArn, ...fields };
}

describe("testState", () => {
  it("runs one state to its output and says what is next", async () => {
    const pass = { Type: "Pass", Parameters: { "a.$": "$.b" }, Next: "After" };
    expect(await testState(request(pass, { input: '{"b":1}' }))).toEqual({
      status: "SUCCEEDED",
      output: '{"a":1}',
      nextState: "After",
    });
  });

  it("shows what came before a ResultPath that does not fit, and no null Result", async () => {
    const inspect = async (state: object) =>
      (await testState(request({ Type: "Pass", End: true, ...state }, { input: "4", inspectionLevel: "DEBUG" })))
        .inspectionData;
    expect(await inspect({ Result: 99, ResultPath: "$.child" })).toEqual({
      input: "4",
      result: "99",
      afterResultSelector: "99",
    });
    expect(await inspect({ Result: null })).toEqual({
      input: "4",
      afterInputPath: "4",
      afterParameters: "4",
      afterResultSelector: "4",
      afterResultPath: "4",
    });
  });

  it("finds a state of a machine by its name, at any depth, and takes variables", async () => {
    const machine = {
      QueryLanguage: "JSONata",
      StartAt: "M",
      States: {
        M: {
          Type: "Map",
          ItemProcessor: { StartAt: "In", States: { In: { Type: "Pass", Output: "{% $v + 1 %}", End: true } } },
          End: true,
        },
      },
    };
    const answer = await testState(
      request(machine, { stateName: "In", variables: '{"v":2}', inspectionLevel: "TRACE" }),
    );
    expect(answer).toEqual({ status: "SUCCEEDED", output: "3", inspectionData: { input: "{}", variables: '{"v":2}' } });
  });

  it("takes a task's result from the mock, a local function or a resolver", async () => {
    expect((await testState(request(task, { mock: { result: '{"Payload":"7"}' } }))).output).toBe('"7"');
    expect((await testState(request(task, { input: "8" }), { functions: { f: (n: number) => n } })).output).toBe("8");
    expect((await testState(request(task), { task: () => ({ output: { Payload: 9 } }) })).output).toBe("9");
  });

  it("says whether an error would be retried, and after how long", async () => {
    const mock = { errorOutput: { error: "Busy", cause: "later" } };
    const answer = await testState(
      request(task, { mock, inspectionLevel: "DEBUG", stateConfiguration: { retrierRetryCount: 2 } }),
    );
    expect(answer).toMatchObject({
      status: "RETRIABLE",
      error: "Busy",
      cause: "later",
      inspectionData: { errorDetails: { retryIndex: 0, retryBackoffIntervalSeconds: 8 } },
    });
  });

  it("says which catcher takes an error once the retries are used up", async () => {
    const mock = { errorOutput: { error: "Busy", cause: "later" } };
    const answer = await testState(
      request(task, { mock, inspectionLevel: "DEBUG", stateConfiguration: { retrierRetryCount: 3 } }),
    );
    expect(answer).toMatchObject({
      status: "CAUGHT_ERROR",
      nextState: "Saved",
      output: '{"Error":"Busy","Cause":"later"}',
      inspectionData: { errorDetails: { retryIndex: 0, catchIndex: 0 } },
    });
  });

  it("fails without the sentence that names the event", async () => {
    const answer = await testState(
      request({ Type: "Pass", QueryLanguage: "JSONata", Output: "{% $gone %}", End: true }),
    );
    expect(answer).toEqual({
      status: "FAILED",
      error: "States.QueryEvaluationError",
      cause: "The JSONata expression '$gone' specified for the field 'Output' returned nothing (undefined).",
    });
  });

  it("shows what each field of a JSONPath task gave", async () => {
    const state = {
      Type: "Task",
      Resource: "arn:aws:states:::sns:publish",
      InputPath: "$.in",
      Parameters: { "Message.$": "$.m" },
      ResultSelector: { "id.$": "$.MessageId" },
      ResultPath: "$.sent",
      End: true,
    };
    const answer = await testState(
      request(state, { input: '{"in":{"m":"hi"}}', mock: { result: '{"MessageId":"1"}' }, inspectionLevel: "TRACE" }),
    );
    expect(answer.inspectionData).toEqual({
      input: '{"in":{"m":"hi"}}',
      afterInputPath: '{"m":"hi"}',
      afterParameters: '{"Message":"hi"}',
      result: '{"MessageId":"1"}',
      afterResultSelector: '{"id":"1"}',
      afterResultPath: '{"in":{"m":"hi"},"sent":{"id":"1"}}',
    });
  });

  it("shows what a catcher without a path to its result gives", async () => {
    const state = {
      Type: "Task",
      Resource: "arn:aws:states:::sns:publish",
      Parameters: { Message: "m", TopicArn: "arn" },
      Catch: [{ ErrorEquals: ["Busy"], ResultPath: "$.why", Next: "Saved" }],
      End: true,
    };
    const mock = { errorOutput: { error: "Busy", cause: "later" } };
    const answer = await testState(request(state, { mock, inspectionLevel: "DEBUG" }));
    expect(answer.inspectionData?.afterResultPath).toBe('{"why":{"Error":"Busy","Cause":"later"}}');
    expect(answer.output).toBe(answer.inspectionData?.afterResultPath);
  });

  it("shows the inputs of a Map state's iterations, and the batches that they make", async () => {
    const state = {
      Type: "Map",
      ItemsPath: "$.list",
      ItemSelector: { "n.$": "$$.Map.Item.Value" },
      ItemBatcher: { MaxItemsPerBatch: 2, BatchInput: { "all.$": "$.list" } },
      ItemProcessor: {
        ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
        StartAt: "P",
        States: { P: { Type: "Pass", End: true } },
      },
      End: true,
    };
    const answer = await testState(
      request(state, { input: '{"list":[1,2,3]}', mock: { result: "[4,5]" }, inspectionLevel: "DEBUG" }),
    );
    expect(answer.inspectionData).toEqual({
      input: '{"list":[1,2,3]}',
      afterInputPath: '{"list":[1,2,3]}',
      afterItemsPath: "[1, 2, 3]",
      afterItemSelector: '[{"n":1}, {"n":2}, {"n":3}]',
      afterItemBatcher:
        '[{"BatchInput":{"all":[1,2,3]},"Items":["{\\"n\\":1}","{\\"n\\":2}"]}, ' +
        '{"BatchInput":{"all":[1,2,3]},"Items":["{\\"n\\":3}"]}]',
      afterResultSelector: "[4,5]",
      afterResultPath: "[4,5]",
      maxConcurrency: 0,
    });
  });

  it("shows what a reader's pointer points to, but not in JSONata", async () => {
    const state = {
      Type: "Map",
      ItemReader: {
        Resource: "arn:aws:states:::s3:getObject",
        ReaderConfig: { InputType: "JSON", ItemsPointer: "/in" },
        Parameters: { Bucket: "b", Key: "k" },
      },
      ItemProcessor: {
        ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
        StartAt: "P",
        States: { P: { Type: "Pass", End: true } },
      },
      End: true,
    };
    const fields = {
      mock: { result: "[1,2]" },
      inspectionLevel: "DEBUG",
      stateConfiguration: { mapItemReaderData: '{"in":[4,5]}' },
    } as const;
    expect((await testState(request(state, fields))).inspectionData?.afterItemsPointer).toBe("[4,5]");
    const { Parameters, ...reader } = state.ItemReader;
    const jsonata = { ...state, QueryLanguage: "JSONata", ItemReader: { ...reader, Arguments: Parameters } };
    const { inspectionData, status } = await testState(request(jsonata, fields));
    expect(status).toBe("SUCCEEDED");
    expect(inspectionData).not.toHaveProperty("afterItemsPointer");
  });

  it("fails a mocked Map state whose items cannot be selected", async () => {
    const state = {
      Type: "Map",
      QueryLanguage: "JSONata",
      ItemSelector: { n: "{% $gone %}" },
      ItemProcessor: { StartAt: "P", States: { P: { Type: "Pass", End: true } } },
      End: true,
    };
    const answer = await testState(request(state, { input: "[1]", mock: { result: "[1]" } }));
    expect(answer).toMatchObject({ status: "FAILED", error: "States.QueryEvaluationError" });
  });

  it("shows the variables that the state assigns, and limits them", async () => {
    const pass = (value: string) => ({ Type: "Pass", QueryLanguage: "JSONata", Assign: { x: value }, End: true });
    const fields = { variables: '{"given":1}', inspectionLevel: "DEBUG" } as const;
    expect((await testState(request(pass("small"), fields))).inspectionData).toEqual({
      input: "{}",
      variables: '{"given":1,"x":"small"}',
    });
    expect(await testState(request(pass("{% $pad('', 262143) %}"), fields))).toMatchObject({
      status: "FAILED",
      error: "States.DataLimitExceeded",
      cause: "Variable size limit exceeded. Variable 'x' in state 'StateName' was assigned 262145 bytes.",
    });
  });

  it("takes a context object", async () => {
    const state = { ...task, Output: "{% $states.context.Execution.Name %}" };
    const answer = await testState(request(state, { context: '{"Execution":{"Name":"n"}}', mock: { result: "{}" } }));
    expect(answer.output).toBe('"n"');
  });

  it("runs mocked Map states and shows their limits", async () => {
    const state = {
      Type: "Map",
      ItemsPath: "$.list",
      MaxConcurrency: 3,
      ToleratedFailureCount: 1,
      ItemProcessor: {
        ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
        StartAt: "P",
        States: { P: { Type: "Pass", End: true } },
      },
      End: true,
    };
    const answer = await testState(
      request(state, { input: '{"list":[1]}', mock: { result: "[2]" }, inspectionLevel: "DEBUG" }),
    );
    expect(answer).toMatchObject({
      output: "[2]",
      inspectionData: { afterItemsPath: "[1]", maxConcurrency: 3, toleratedFailureCount: 1 },
    });
  });
});

describe("refusals", () => {
  const map = { Type: "Map", ItemProcessor: { StartAt: "P", States: { P: { Type: "Pass", End: true } } }, End: true };
  const branch = { StartAt: "Q", States: { Q: { Type: "Pass", End: true } } };
  const parallel = { Type: "Parallel", Branches: [map.ItemProcessor, branch], End: true };
  const writer = { Resource: "arn:aws:states:::s3:putObject", Parameters: { Bucket: "b" } };
  const mocked = { mock: { result: "{}" } };

  it.each([
    [map, {}, "InvalidDefinition", "TestState API does not support Map or Parallel states."],
    ["no object", {}, "InvalidDefinition", "The definition must be a JSON object"],
    [task, { roleArn: undefined }, "ValidationException", "RoleArn must be specified"],
    [
      { StartAt: "A", States: { A: { Type: "Succeed" } } },
      { stateName: "B" },
      "ValidationException",
      "State not found in definition",
    ],
    [
      { Type: "Pass", End: true },
      mocked,
      "ValidationException",
      "State type 'Pass' is not supported when a mock is specified",
    ],
    [task, { mock: { result: "{}", errorOutput: {} } }, "ValidationException", "only one of the following fields"],
    [task, { mock: { result: "{" } }, "ValidationException", "must be valid JSON"],
    [parallel, { mock: { result: "[1]" } }, "ValidationException", "number of Parallel branches."],
    [task, { stateConfiguration: { mapIterationFailureCount: 1 } }, "ValidationException", "MapIterationFailureCount"],
    [map, { mock: { result: "{}" } }, "ValidationException", "Mocked result must be an array."],
    [
      { ...map, ResultWriter: writer },
      { mock: { result: "[]" } },
      "ValidationException",
      "Mocked result must be a JSON object.",
    ],
    [
      map,
      { mock: { result: "[1]" }, stateConfiguration: { mapIterationFailureCount: 2 } },
      "ValidationException",
      "Map iteration failure count",
    ],
    [task, { ...mocked, context: "[]" }, "ValidationException", "Context object must be a JSON object"],
    [task, { ...mocked, context: '{"Map":{}}' }, "ValidationException", "'Map' field is not supported"],
    [task, { ...mocked, context: '{"Task":{}}' }, "ValidationException", "Context object contains 'Task'"],
    [task, { ...mocked, context: '{"X":{}}' }, "ValidationException", "Field 'X' is not allowed"],
    [task, { ...mocked, context: '{"State":1}' }, "ValidationException", "State must be an object"],
    [task, { ...mocked, context: '{"State":{"Y":1}}' }, "ValidationException", "Field 'Y' is not allowed"],
    [task, { ...mocked, context: '{"State":{"Name":1}}' }, "ValidationException", "State.Name must be a string"],
    [task, { mock: { result: '{"StatusCode":"200"}' } }, "ValidationException", "Field 'StatusCode' must be a number"],
    [
      { ...task, Resource: "arn:aws:states:::events:putEvents", Arguments: { Entries: [] } },
      { mock: { result: '{"Entries":[{"EventId":1}]}' } },
      "ValidationException",
      "Field 'EventId' must be a string",
    ],
    [
      { ...task, Resource: "arn:aws:states:::events:putEvents", Arguments: { Entries: [] } },
      { mock: { result: '{"Entries":1}' } },
      "ValidationException",
      "Field 'Entries' must be an array",
    ],
    [
      { ...task, Resource: "arn:aws:states:::states:startExecution", Arguments: { StateMachineArn: "arn" } },
      { mock: { result: '{"ExecutionArn":"arn"}' } },
      "ValidationException",
      "Required field 'StartDate' is missing",
    ],
    [
      { ...task, Resource: "arn:aws:states:::aws-sdk:dynamodb:describeTable" },
      { mock: { result: '{"Table":{"TableStatus":"GONE"}}' } },
      "ValidationException",
      "Field 'TableStatus' is not an expected value",
    ],
    [
      { ...task, Resource: "arn:aws:states:::aws-sdk:dynamodb:getItem" },
      { mock: { result: '{"Item":{"a":1}}' } },
      "ValidationException",
      "Field 'Item' must be an object",
    ],
    [
      { ...task, Resource: "arn:aws:states:::aws-sdk:kms:encrypt" },
      { mock: { result: '{"CiphertextBlob":""}' } },
      "ValidationException",
      "Field 'CiphertextBlob' is smaller than the minimum length",
    ],
    [
      { ...task, Resource: "arn:aws:states:::aws-sdk:lambda:getFunctionConfiguration" },
      { mock: { result: '{"Timeout":0}' } },
      "ValidationException",
      "Field 'Timeout' is less than the minimum value",
    ],
    [
      { ...task, Resource: "arn:aws:states:::aws-sdk:lambda:getFunctionConfiguration" },
      { mock: { result: '{"EphemeralStorage":{"Size":999999}}' } },
      "ValidationException",
      "Field 'Size' exceeds the maximum value",
    ],
    [task, { mock: { result: "1" }, revealSecrets: true }, "ValidationException", "does not support RevealSecrets"],
    [
      { ...task, Resource: "arn:aws:states:::sns:publish", Arguments: { Message: "m", TopicArn: "arn" } },
      { mock: { result: "1" } },
      "ValidationException",
      "Mocked result must be a valid JSON object.",
    ],
    [task, { mock: {} }, "ValidationException", "One of the following fields is required for a test mock"],
    [
      task,
      { mock: { errorOutput: {} } },
      "ValidationException",
      "An error was not specified in the mocked error output.",
    ],
    [
      task,
      { ...mocked, stateConfiguration: { mapIterationFailureCount: 1 } },
      "ValidationException",
      "MapIterationFailureCount is only supported when testing a Map state.",
    ],
    [task, { mock: { result: '{"Payload":{"n":1}}' } }, "ValidationException", "Field 'Payload' must be a string"],
    [
      {
        ...map,
        ItemProcessor: { ...map.ItemProcessor, ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" } },
        ItemReader: { Resource: "arn:aws:states:::s3:getObject", Parameters: { Bucket: "b", Key: "k" } },
      },
      { mock: { result: "[]" } },
      "ValidationException",
      "ItemReader data must be specified when testing a Map state with ItemReader specified.",
    ],
    [
      { ...task, Resource: "arn:aws:states:::states:startExecution.sync:2", Arguments: { StateMachineArn: "arn" } },
      { mock: { result: '{"Status":"SUCCEEDED"}' } },
      "ValidationException",
      "Required field 'ExecutionArn' is missing",
    ],
    [
      { ...task, Resource: "arn:aws:states:::athena:startQueryExecution.sync", Arguments: { QueryString: "q" } },
      { mock: { result: '{"QueryExecution":{"Status":{"State":"GONE"}}}' } },
      "ValidationException",
      "Field 'State' is not an expected value",
    ],
  ])("%#: %j", async (state, fields, name, message) => {
    await expect(testState(request(state as object, fields))).rejects.toMatchObject({
      name,
      message: expect.stringContaining(message),
    });
  });

  it("asks for no required members with the mode PRESENT, and lets unknown members and services pass", async () => {
    const start = {
      Type: "Task",
      Resource: "arn:aws:states:::states:startExecution",
      Parameters: { StateMachineArn: "arn" },
      End: true,
    };
    const present = { result: '{"Other":1}', fieldValidationMode: "PRESENT" as const };
    expect((await testState(request(start, { mock: present }))).status).toBe("SUCCEEDED");
    const unknown = { ...start, Resource: "arn:aws:states:::aws-sdk:unheardof:getThing" };
    expect((await testState(request(unknown, { mock: { result: "{}" } }))).status).toBe("SUCCEEDED");
  });

  it("checks no mock with the mode NONE", async () => {
    const mock = { result: '{"StatusCode":"200","Payload":1}', fieldValidationMode: "NONE" as const };
    expect((await testState(request(task, { mock }))).status).toBe("SUCCEEDED");
  });
});
