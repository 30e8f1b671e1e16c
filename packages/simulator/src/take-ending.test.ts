import { describe, expect, it } from "vitest";
import { simulate } from "./simulate.js";
import { takeFailure, takeOutput } from "./take-ending.js";

const good = await simulate({ StartAt: "Done", States: { Done: { Type: "Succeed" } } }, { input: { n: 1 } });
const bad = await simulate(
  { StartAt: "Give up", States: { "Give up": { Type: "Fail", Error: "Late", Cause: "too late" } } },
  { sourceMap: { "Give up": { file: "workflows/order.ts", line: 12, column: 4 } } },
);

describe("the end of an execution", () => {
  it("gives the output of one that succeeded, and the failure of one that failed", () => {
    expect(takeOutput(good)).toEqual({ n: 1 });
    expect(takeFailure(bad)).toEqual({ error: "Late", cause: "too late" });
    expect(takeFailure(bad, "Late").cause).toBe("too late");
  });

  it("throws with the timeline and the places in the source where it is another", () => {
    expect(() => takeOutput(bad)).toThrow(
      /^The execution should have SUCCEEDED, but FAILED\.\n\n.*Give up.*workflows\/order\.ts:12:4\nFAILED after 0 ms: Late: too late\n$/s,
    );
    expect(() => takeFailure(good)).toThrow(/should have FAILED, but SUCCEEDED/);
    expect(() => takeFailure(bad, "Early")).toThrow(/should have FAILED by Early, but FAILED/);
  });
});
