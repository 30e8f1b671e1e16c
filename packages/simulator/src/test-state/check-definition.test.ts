import { describe, expect, it } from "vitest";
import { testState } from "./test-state.js";

const scope = { StartAt: "P", States: { P: { Type: "Pass", End: true } } };
const types = "[Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map]";

function test(definition: object, stateName?: string) {
  return testState({ definition: JSON.stringify(definition), ...(stateName !== undefined && { stateName }) });
}

describe("definitions", () => {
  it.each([
    [
      { Type: "Jump" },
      `SCHEMA_VALIDATION_FAILED: The field 'Type' should have one of these values: ${types} at /States/StateName/Type`,
    ],
    [
      { Type: "Parallel", Branches: [], End: true },
      "SCHEMA_VALIDATION_FAILED: Value cannot be empty at /States/StateName/Branches",
    ],
    [{}, "SCHEMA_VALIDATION_FAILED: These fields are required: [Type] at /States/StateName"],
    [
      { Type: "Pass", Colour: "red", InputPath: "in", Next: "After" },
      "SCHEMA_VALIDATION_FAILED: Field 'Colour' is not supported at /States/StateName, " +
        "SCHEMA_VALIDATION_FAILED: Value must be a valid JSONPath. at /States/StateName/InputPath",
    ],
    [
      { Type: "Map", ItemProcessor: { StartAt: "P", States: { P: { Type: "Pass", Next: "Gone" } } }, Next: "After" },
      "MISSING_TRANSITION_TARGET: Missing 'Next' target: Gone at /States/StateName/ItemProcessor/States/P/Next",
    ],
  ])("of one state %j are refused", async (state, faults) => {
    await expect(test(state)).rejects.toMatchObject({
      name: "InvalidDefinition",
      message: `Invalid State Machine Definition: '${faults}'`,
    });
  });

  it("of one state may lead anywhere", async () => {
    const choice = { Type: "Choice", Choices: [{ Variable: "$.n", IsPresent: true, Next: "Some" }], Default: "None" };
    expect(await test(choice)).toMatchObject({ status: "SUCCEEDED", nextState: "None" });
    expect(await test({ Type: "Pass", Next: "StateName" })).toMatchObject({ nextState: "StateName" });
  });

  it("of a machine are refused for a fault in any state, under its name", async () => {
    const machine = { StartAt: "A", States: { A: { Type: "Pass", Next: "B" }, B: { Type: "Jump" } } };
    for (const name of ["A", "B"]) {
      await expect(test(machine, name)).rejects.toMatchObject({
        name: "InvalidDefinition",
        message: expect.stringMatching(/ at \/States\/B\/Type'$/),
      });
    }
  });

  it("of a machine must lead to its states and to an end", async () => {
    const machine = { StartAt: "A", States: { A: { Type: "Pass", Next: "B" } } };
    await expect(test(machine, "A")).rejects.toMatchObject({
      message:
        "Invalid State Machine Definition: 'MISSING_TRANSITION_TARGET: Missing 'Next' target: B at /States/A/Next, " +
        "MISSING_END_STATE: Workflow has no terminal state'",
    });
  });

  it("whose States are no object are refused", async () => {
    await expect(test({ StartAt: "A", States: 1 }, "A")).rejects.toMatchObject({ name: "InvalidDefinition" });
    expect(await test({ ...scope }, "P")).toMatchObject({ status: "SUCCEEDED" });
  });
});
