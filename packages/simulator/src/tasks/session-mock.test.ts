import { describe, expect, it } from "vitest";
import { simulate } from "../simulate.js";

function machine(params: string) {
  return {
    QueryLanguage: "JSONata",
    StartAt: "Read",
    States: {
      Read: {
        Type: "Task",
        Resource: "arn:aws:states:::lambda:invoke",
        Arguments: { FunctionName: "carts", Payload: { statement: "read", params: JSON.parse(params) } },
        Output: "{% $states.result.Payload %}",
        End: true,
      },
    },
  };
}

describe("a mocked value of a bridge", () => {
  it("comes with a session where the call was given one", async () => {
    const mocks = { Read: { value: { id: "a" } } };
    const inSession = await simulate(machine('{ "id": "a", "$session": null }'), { mocks });
    expect(inSession.output).toEqual({ value: { id: "a" }, session: null });
    const alone = await simulate(machine('{ "id": "a" }'), { mocks });
    expect(alone.output).toEqual({ id: "a" });
  });

  it("stands for the values of a whole Map whose ends give sessions beside them", async () => {
    const definition = {
      QueryLanguage: "JSONata",
      StartAt: "Each",
      States: {
        Each: {
          Type: "Map",
          Items: [1, 2],
          ItemProcessor: {
            StartAt: "Inner",
            States: { Inner: { Type: "Pass", Output: { value: 1, sessions: { carts: null } }, End: true } },
          },
          End: true,
        },
      },
    };
    const mocked = await simulate(definition, { mocks: { Each: { value: ["a", "b"] } } });
    expect(mocked.output).toEqual([
      { value: "a", sessions: {} },
      { value: "b", sessions: {} },
    ]);
  });
});
