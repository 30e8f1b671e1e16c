import { expectTypeOf, test } from "vitest";
import type { ChoiceRule, State, StateMachineDefinition, StateType, TaskState } from "./index.js";

test("accepts a definition in each query language", () => {
  expectTypeOf({
    QueryLanguage: "JSONata",
    StartAt: "Load",
    States: {
      Load: {
        Type: "Task",
        Resource: "arn:aws:states:::lambda:invoke",
        Arguments: { FunctionName: "load", Payload: "{% $states.input %}" },
        TimeoutSeconds: "{% $states.input.seconds %}",
        Next: "Each",
      },
      Each: {
        Type: "Map",
        ItemProcessor: { StartAt: "Line", States: { Line: { Type: "Pass", Output: 1, End: true } } },
        End: true,
      },
    },
  } as const).toExtend<StateMachineDefinition>();
  expectTypeOf({
    StartAt: "Choose",
    States: {
      Choose: { Type: "Choice", Choices: [{ Variable: "$.paid", BooleanEquals: true, Next: "Done" }] },
      Done: { Type: "Succeed", InputPath: null },
    },
  } as const).toExtend<StateMachineDefinition>();
});

test("names the eight types of state", () => {
  expectTypeOf<StateType>().toEqualTypeOf<
    "Task" | "Pass" | "Wait" | "Choice" | "Succeed" | "Fail" | "Parallel" | "Map"
  >();
  expectTypeOf<Extract<State, { Type: "Task" }>>().toEqualTypeOf<TaskState>();
});

test("refuses what no definition holds", () => {
  const state: TaskState = { Type: "Task", Resource: "arn" };
  // @ts-expect-error: definitions are not changed in place.
  state.Resource = "other";
  // @ts-expect-error: a Task has a Resource.
  const missing: TaskState = { Type: "Task" };
  // @ts-expect-error: text is a number only as an expression.
  const seconds: TaskState = { Type: "Task", Resource: "arn", TimeoutSeconds: "5" };
  // @ts-expect-error: End is true or absent.
  const end: TaskState = { Type: "Task", Resource: "arn", End: false };
  // @ts-expect-error: a rule goes somewhere.
  const rule: ChoiceRule = { Condition: true };
  expectTypeOf([missing, seconds, end, rule]).not.toBeAny();
});
