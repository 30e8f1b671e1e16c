import { expect, it } from "vitest";
import { describeCases, pathState } from "../../../test/validation-cases.js";
import { validateDefinition } from "../validate-definition.js";

const loop = { A: { Type: "Pass", Next: "B" }, B: { Type: "Pass", Next: "A" } };

describeCases([
  {
    title: "reports a machine that cannot end, and then no unreachable states",
    refused: { StartAt: "A", States: { ...loop, Unused: { Type: "Pass", Next: "A" } } },
    findings: ["missing-end-state at /States"],
    accepted: { StartAt: "A", States: { A: { Type: "Pass", Next: "B" }, B: { Type: "Fail" } } },
  },
  {
    title: "warns of a Map's processor that cannot end, which AWS accepts",
    refused: pathState({ Type: "Map", ItemProcessor: { StartAt: "A", States: loop } }),
    findings: ["endless-scope at /States/X/ItemProcessor/States"],
    accepted: pathState({
      Type: "Map",
      ItemProcessor: { StartAt: "A", States: { A: { Type: "Pass", Next: "B" }, B: { Type: "Succeed" } } },
    }),
  },
]);

it("gives a missing end no location, as AWS does, and endless branches only a warning", () => {
  const [end] = validateDefinition({ StartAt: "A", States: loop });
  expect(end).toMatchObject({ code: "MISSING_END_STATE", message: "Workflow has no terminal state" });
  expect(end).not.toHaveProperty("location");
  const [endless] = validateDefinition(pathState({ Type: "Parallel", Branches: [{ StartAt: "A", States: loop }] }));
  expect(endless?.severity).toBe("warning");
});
