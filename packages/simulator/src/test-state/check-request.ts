import type { StateDefinition } from "../definition.js";
import { isJsonObject, type Json } from "../json.js";
import { hasTaskToken, parseResource } from "../tasks/resource.js";
import { checkMockShape } from "./mock-shapes.js";
import { type TestStateInput, TestStateRefused } from "./test-state-types.js";

const contextFields: Readonly<Record<string, Readonly<Record<string, "string" | "number" | "any">>>> = {
  Execution: {
    Id: "string",
    Input: "any",
    Name: "string",
    RedriveCount: "number",
    RedriveTime: "string",
    RoleArn: "string",
    StartTime: "string",
  },
  State: { EnteredTime: "string", Name: "string", RetryCount: "number" },
  StateMachine: { Id: "string", Name: "string" },
  Task: { Token: "string" },
};

function refuse(message: string): never {
  throw new TestStateRefused("ValidationException", message);
}

/** Refuses what TestState refuses of a request, in its words. @throws TestStateRefused */
export async function checkRequest(
  request: TestStateInput,
  state: StateDefinition,
  context: Json | undefined,
): Promise<void> {
  const { mock, stateConfiguration: configuration = {} } = request;
  if (mock !== undefined && request.revealSecrets) {
    refuse("TestState does not support RevealSecrets when a mock is specified.");
  }
  if (configuration.mapIterationFailureCount !== undefined) {
    if (mock === undefined) refuse("TestState does not support MapIterationFailureCount when a mock is not specified.");
    if (state.Type !== "Map") refuse("MapIterationFailureCount is only supported when testing a Map state.");
  }
  if (mock === undefined) checkWithoutMock(request, state);
  else await checkMock(request, state, mock);
  if (context !== undefined) checkContext(context, state);
}

function checkWithoutMock(request: TestStateInput, { Type }: StateDefinition): void {
  if (Type === "Map" || Type === "Parallel") {
    throw new TestStateRefused(
      "InvalidDefinition",
      "TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]",
    );
  }
  if (Type === "Task" && request.roleArn === undefined) refuse("RoleArn must be specified when testing a Task state");
}

async function checkMock(
  request: TestStateInput,
  state: StateDefinition,
  mock: NonNullable<TestStateInput["mock"]>,
): Promise<void> {
  const { Type } = state;
  if (mock.result === undefined && mock.errorOutput === undefined) {
    refuse("One of the following fields is required for a test mock: [result, errorOutput].");
  }
  if (mock.result !== undefined && mock.errorOutput !== undefined) {
    refuse("A test mock should have only one of the following fields: [result, errorOutput].");
  }
  if (Type !== "Task" && Type !== "Map" && Type !== "Parallel") {
    refuse(`State type '${Type}' is not supported when a mock is specified`);
  }
  if (mock.errorOutput !== undefined && mock.errorOutput.error === undefined) {
    refuse("An error was not specified in the mocked error output.");
  }
  if (Type === "Map" && state.ItemReader && request.stateConfiguration?.mapItemReaderData === undefined) {
    refuse("ItemReader data must be specified when testing a Map state with ItemReader specified.");
  }
  if (mock.result === undefined) return;
  const result = parseMockedResult(mock.result);
  if (Type === "Task") {
    await checkMockShape(parseResource(state.Resource ?? ""), result, mock.fieldValidationMode ?? "STRICT", refuse);
  } else if (Type === "Map" && state.ResultWriter?.Resource !== undefined) {
    if (!isJsonObject(result)) refuse("Mocked result must be a JSON object.");
  } else {
    if (!Array.isArray(result)) refuse("Mocked result must be an array.");
    if (Type === "Parallel" && result.length !== state.Branches?.length) {
      refuse("Mocked result must contain the same number of items as number of Parallel branches.");
    }
    if ((request.stateConfiguration?.mapIterationFailureCount ?? 0) > result.length) {
      refuse("Map iteration failure count must be less than or equal to the number of Map iterations");
    }
  }
}

function parseMockedResult(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return refuse("Mocked result must be valid JSON");
  }
}

function checkContext(context: Json, state: StateDefinition): void {
  const fail = (problem: string): never => refuse(`Invalid Context object provided: ${problem}`);
  if (!isJsonObject(context)) {
    fail("Context object must be a JSON object");
    return;
  }
  for (const [name, value] of Object.entries(context)) {
    if (name === "Map") fail("'Map' field is not supported when mocking a Context object");
    const fields = contextFields[name] ?? fail(`Field '${name}' is not allowed`);
    if (name === "Task" && !answersLater(state)) {
      fail(
        "Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service integration pattern",
      );
    }
    if (!isJsonObject(value)) fail(`${name} must be an object`);
    for (const [field, inner] of Object.entries(value as object)) {
      const type = fields[field] ?? fail(`Field '${field}' is not allowed`);
      if (type !== "any" && typeof inner !== type) fail(`${name}.${field} must be a ${type}`);
    }
  }
}

function answersLater({ Resource, Type }: StateDefinition): boolean {
  const resource = Type === "Task" ? parseResource(Resource ?? "") : undefined;
  return resource !== undefined && hasTaskToken(resource);
}

/** @throws TestStateRefused naming the field. */
export function parseJson(text: string, field: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return refuse(`The field '${field}' must be valid JSON`);
  }
}
