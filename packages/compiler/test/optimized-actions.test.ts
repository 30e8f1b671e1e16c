import { validateDefinition } from "@treadle/asl";
import { derivePolicies } from "@treadle/iam";
import { describe, expect, it } from "vitest";
import { optimizedActions } from "../../aws/src/sdk/optimized-actions.js";

/** Three packages know the integrations, and none of them may import another: here they are held together. */
const resources = Object.entries(optimizedActions).flatMap(([action, row]) =>
  "sync" in row ? [action, `${action}.sync`] : [action],
);

const machine = (resource: string) => ({
  QueryLanguage: "JSONata" as const,
  StartAt: "step",
  States: {
    step: { Type: "Task" as const, Resource: `arn:aws:states:::${resource}`, Arguments: {}, End: true as const },
  },
});

const isRecognized = (resource: string) =>
  !validateDefinition(machine(resource)).some(({ message }) => message.includes("is not recognized"));

describe.each(resources)("%s", (resource) => {
  it("is an integration that the validator knows, with this pattern", () => {
    expect(isRecognized(resource)).toBe(true);
  });

  it("is an integration that policies are derived for, with this pattern", () => {
    const codes = derivePolicies(machine(resource), { name: "W" }).diagnostics.map(({ code }) => code);
    for (const code of ["unknown-integration", "unknown-action", "unsupported-pattern"])
      expect(codes).not.toContain(`iam/${code}`);
  });
});

it.each(Object.entries(optimizedActions).filter(([, row]) => !("sync" in row)))("%s cannot be awaited", (action) => {
  expect(isRecognized(`${action}.sync`)).toBe(false);
});
