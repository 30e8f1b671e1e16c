import { describe, expect, it } from "vitest";
import { simulate } from "../simulate.js";
import "./index.js";

const definition = {
  StartAt: "Count",
  States: {
    Count: { Type: "Pass", Next: "Ship" },
    Ship: {
      Type: "Task",
      Resource: "arn:aws:states:::sqs:sendMessage",
      Retry: [{ ErrorEquals: ["Busy"], IntervalSeconds: 2, MaxAttempts: 1 }],
      Next: "Done",
    },
    Done: { Type: "Succeed" },
  },
};
const sourceMap = { Ship: { file: "workflows/order.ts", line: 12, column: 4 } };
const good = await simulate(definition, { mocks: { Ship: { output: { id: "m-1", tags: ["a", "b"] } } }, sourceMap });
const bad = await simulate(definition, { mocks: { Ship: { error: "Busy", cause: "too many" } }, sourceMap });
const late = await simulate({ ...definition, TimeoutSeconds: 1 }, { mocks: { Ship: { delayMs: 5000, output: 1 } } });

function failureOf(check: () => void): string {
  try {
    check();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("The matcher should have failed.");
}

describe("matchers", () => {
  it("accept an execution that ended as is expected", () => {
    expect(good).toSucceed();
    expect(good).toHaveOutput({ id: "m-1", tags: ["a", "b"] });
    expect(good).toHaveOutput({ id: expect.stringMatching(/^m-/), tags: expect.arrayContaining(["b"]) });
    expect(good).toHaveVisited("Count", "Done");
    expect(bad).toFailWith("Busy");
    expect(bad).toFailWith("Busy", "too many");
    expect(bad).toFailWith(expect.stringContaining("us"), expect.stringMatching("many"));
    expect(late).toFailWith("States.Timeout");
  });

  it("compare a failure with a part of it by regular expressions", () => {
    expect(bad).toFailWith("Busy", /many$/);
    expect(bad).toFailWith(/^Bus/, "too many");
    expect(bad).not.toFailWith("Busy", /few/);
    expect(bad).not.toFailWith(/late/i);
    expect(bad).not.toFailWith("us", "many");
    expect(good).not.toFailWith(/.*/);
    const failed = { ...bad, cause: undefined };
    expect(failed).not.toFailWith("Busy", /undefined/);
    const global = /Busy/g;
    for (const _ of [1, 2]) expect(bad).toFailWith(global);
    expect(failureOf(() => expect(bad).toFailWith("Busy", /no money/))).toContain(
      'The execution should have failed with "Busy" by the cause /no money/.\n',
    );
  });

  it("take part in negation and in promises", async () => {
    expect(bad).not.toSucceed();
    expect(bad).not.toHaveOutput({ id: "m-1", tags: ["a", "b"] });
    expect(bad).not.toFailWith("Late");
    expect(bad).not.toHaveVisited("Done");
    expect(good).not.toHaveVisited("Done", "Count");
    await expect(simulate(definition, { mocks: { Ship: { output: 1 } } })).resolves.toHaveOutput(1);
  });

  it("print the timeline with the places in the source when they fail", () => {
    expect(failureOf(() => expect(bad).toSucceed())).toMatch(
      /^The execution should have SUCCEEDED\.\n\n.*Ship .* Busy {2}workflows\/order\.ts:12:4\n.*attempt 2 at 2 s: Busy.*\nFAILED after 2 s: Busy: too many\n$/s,
    );
    expect(failureOf(() => expect(good).not.toSucceed())).toContain("The execution should not have SUCCEEDED.");
    expect(failureOf(() => expect(bad).toFailWith("Late", "late"))).toContain(
      'The execution should have failed with "Late" by the cause "late".\n',
    );
  });

  it("show the difference of outputs", () => {
    expect(() => expect(good).toHaveOutput({ id: "m-2", tags: [] })).toThrow(
      expect.objectContaining({ actual: good.output, expected: { id: "m-2", tags: [] } }),
    );
  });

  it("offer the nearest name of a state that was not visited", () => {
    expect(failureOf(() => expect(good).toHaveVisited("Count", "Shipp"))).toContain(
      'The execution should have visited "Count", then "Shipp". Did you mean "Ship"?',
    );
  });

  it("refuse what is no execution", () => {
    const pending = simulate(definition, { mocks: { Ship: { output: 1 } } });
    expect(failureOf(() => expect(pending).toSucceed())).toContain("An await is missing.");
    expect(failureOf(() => expect(1).toSucceed())).toBe("This matcher takes an execution, as simulate() gives it.");
  });
});
