import { describe, expect, it } from "vitest";
import { lambda, pathState } from "../../test/validation-cases.js";
import { estimateHistory } from "./estimate-history.js";

const done = { Type: "Succeed" };
const task = { Type: "Task", Resource: lambda, Parameters: { FunctionName: "f" } };
const item = { StartAt: "Item", States: { Item: { Type: "Pass", End: true } } };

describe("estimateHistory", () => {
  it("counts two events for the execution and two for a state, five for a task, one for a Fail", () => {
    expect(estimateHistory(pathState({ Type: "Pass" })).events).toBe(4);
    expect(estimateHistory(pathState(task)).events).toBe(7);
    expect(estimateHistory(pathState({ ...task, Resource: `${lambda}.waitForTaskToken` })).events).toBe(8);
    expect(estimateHistory({ StartAt: "F", States: { F: { Type: "Fail" } } }).events).toBe(3);
  });

  it("takes the longest way, and a loop once", () => {
    const definition = {
      StartAt: "Poll",
      States: {
        Poll: { ...task, Next: "Choose" },
        Choose: {
          Type: "Choice",
          Choices: [
            { Variable: "$.a", IsNull: true, Next: "Wait" },
            { Variable: "$.b", IsNull: true, Next: "Done" },
          ],
          Default: "Last",
        },
        Wait: { Type: "Wait", Seconds: 1, Next: "Poll" },
        Last: { Type: "Pass", Next: "Done" },
        Done: done,
      },
    };
    expect(estimateHistory(definition)).toEqual({
      events: 2 + 5 + 2 + 2 + 2,
      loops: [{ pointer: "/States/Poll", eventsPerTurn: 9 }],
      iterations: [],
    });
  });

  it("adds up branches, and multiplies iterations by items that are constant", () => {
    const branches = { Type: "Parallel", Branches: [item, { StartAt: "T", States: { T: { ...task, End: true } } }] };
    expect(estimateHistory(pathState(branches)).events).toBe(2 + 4 + 2 + 5);
    const items = { QueryLanguage: "JSONata", Type: "Map", Items: [1, 2, 3], ItemProcessor: item };
    expect(estimateHistory(pathState(items)).events).toBe(2 + 4 + 3 * 4);
    const { events, iterations } = estimateHistory(pathState({ Type: "Map", ItemProcessor: item }));
    expect(events).toBe(2 + 4 + 4);
    expect(iterations).toEqual([{ pointer: "/States/X", eventsPerItem: 4 }]);
  });

  it("leaves the children of a distributed Map out, and ends on a chain of 20,000 states", () => {
    const distributed = { ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" }, ...item };
    expect(estimateHistory(pathState({ Type: "Map", ItemProcessor: distributed })).events).toBe(8);
    const chain = Array.from({ length: 20_000 }, (_, index) => [`S${index}`, { Type: "Pass", Next: `S${index + 1}` }]);
    expect(estimateHistory({ StartAt: "S0", States: Object.fromEntries(chain) }).events).toBe(40_002);
  });
});
