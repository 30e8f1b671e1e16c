import { expect, it } from "vitest";
import { describeCases, doneProcessor, lambda, pathState } from "../../../test/validation-cases.js";
import { validateDefinition } from "../validate-definition.js";

const done = { Type: "Succeed" };

describeCases([
  {
    title: "reports a StartAt that names no state, and the states that nothing then reaches",
    refused: { StartAt: "Nope", States: { A: { Type: "Pass", End: true } } },
    findings: ["missing-transition-target at /StartAt", "unreachable-state at /States/A"],
    accepted: { StartAt: "A", States: { A: { Type: "Pass", End: true } } },
  },
  {
    title: "reports a Next that names no state",
    refused: { StartAt: "A", States: { A: { Type: "Pass", Next: "Z" } } },
    findings: ["missing-transition-target at /States/A/Next", "missing-end-state at /States"],
    accepted: { StartAt: "A", States: { A: { Type: "Pass", Next: "Z" }, Z: done } },
  },
  {
    title: "reports a rule and a Default that name no state",
    refused: {
      StartAt: "C",
      States: {
        C: {
          Type: "Choice",
          Choices: [
            { Variable: "$.a", IsNull: true, Next: "Done" },
            { Variable: "$.b", IsNull: true, Next: "Dome" },
          ],
          Default: "Dine",
        },
        Done: done,
      },
    },
    findings: [
      "missing-transition-target at /States/C/Choices[1]/Next",
      "missing-transition-target at /States/C/Default",
    ],
    accepted: {
      StartAt: "C",
      States: { C: { Type: "Choice", Choices: [{ Variable: "$.a", IsNull: true, Next: "Done" }] }, Done: done },
    },
  },
  {
    title: "reports a catcher that names no state",
    refused: pathState({
      Type: "Task",
      Resource: lambda,
      Parameters: { FunctionName: "f" },
      Catch: [{ ErrorEquals: ["States.ALL"], Next: "Ghost" }],
    }),
    findings: ["missing-transition-target at /States/X/Catch[0]/Next"],
    accepted: pathState({
      Type: "Task",
      Resource: lambda,
      Parameters: { FunctionName: "f" },
      Catch: [{ ErrorEquals: ["States.ALL"], Next: "X" }],
    }),
  },
  {
    title: "reports a transition out of a branch",
    refused: {
      StartAt: "P",
      States: {
        P: { Type: "Parallel", Branches: [{ StartAt: "B", States: { B: { Type: "Pass", Next: "Z" } } }], Next: "Z" },
        Z: done,
      },
    },
    findings: [
      "missing-transition-target at /States/P/Branches[0]/States/B/Next",
      "endless-scope at /States/P/Branches/0/States",
    ],
    accepted: {
      StartAt: "P",
      States: {
        P: { Type: "Parallel", Branches: [{ StartAt: "B", States: { B: { Type: "Pass", End: true } } }], Next: "Z" },
        Z: done,
      },
    },
  },
  {
    title: "reports a StartAt inside a Map's processor",
    refused: pathState({ Type: "Map", ItemProcessor: { ...doneProcessor, StartAt: "Nope" } }),
    findings: [
      "missing-transition-target at /States/X/ItemProcessor/StartAt",
      "unreachable-state at /States/X/ItemProcessor/States/Item",
    ],
    accepted: pathState({ Type: "Map", ItemProcessor: doneProcessor }),
  },
  {
    title: "takes a name of Object's prototype for no state",
    refused: { StartAt: "constructor", States: { A: { Type: "Pass", End: true } } },
    findings: ["missing-transition-target at /StartAt", "unreachable-state at /States/A"],
    accepted: { StartAt: "constructor", States: { constructor: { Type: "Pass", End: true } } },
  },
]);

it("offers the nearest name, or says that the state lies in another scope", () => {
  const near = validateDefinition({ StartAt: "Shop", States: { Ship: done } })[0];
  expect(near?.message).toBe("Missing 'Next' target: Shop");
  expect(near?.help).toBe('Did you mean "Ship"?');
  const elsewhere = validateDefinition({
    StartAt: "P",
    States: {
      P: { Type: "Parallel", Branches: [{ StartAt: "Ending", States: { B: done } }], Next: "Ending" },
      Ending: done,
    },
  })[0];
  expect(elsewhere?.help).toContain("cannot leave or enter a branch");
});
