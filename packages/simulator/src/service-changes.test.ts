import { describe, expect, it } from "vitest";
import { simulate } from "./simulate.js";

const definition = {
  StartAt: "Each",
  States: {
    Each: {
      Type: "Map",
      ItemProcessor: {
        ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "EXPRESS" },
        StartAt: "Take",
        States: { Take: { Type: "Pass", End: true } },
      },
      ResultPath: null,
      Next: "Look",
    },
    Look: { Type: "Pass", Parameters: { "count.$": "$$.Execution" }, End: true },
  },
};

async function run(asOf: string | undefined) {
  const { events, output } = await simulate(definition, { input: [1], ...(asOf && { asOf }) });
  const previous = (type: string) => events.find((event) => event.type === type)?.previousEventId;
  return {
    exit: previous("MapStateExited"),
    success: previous("MapStateSucceeded"),
    counts: "RedriveCount" in (output as { count: object }).count,
  };
}

describe("the day whose service is simulated", () => {
  it("is today: a distributed Map's exit links to the start of its Map Run, and redrives are counted", async () => {
    expect(await run(undefined)).toEqual({ exit: 4, success: 5, counts: true });
    expect(await run("2025-01-01")).toEqual({ exit: 4, success: 5, counts: true });
  });

  it("is today: a failed evaluation links to the entry of its state", async () => {
    const failing = {
      QueryLanguage: "JSONata",
      StartAt: "A",
      States: { A: { Type: "Pass", Output: "{% $gone %}", End: true } },
    };
    const link = async (asOf?: string) => {
      const { events } = await simulate(failing, asOf === undefined ? {} : { asOf });
      return events.find(({ type }) => type === "EvaluationFailed")?.previousEventId;
    };
    expect(await link()).toBe(2);
    expect(await link("2024-11-19")).toBe(0);
  });

  it("can be an earlier one, for comparisons with older recordings", async () => {
    expect(await run("2024-06-01")).toEqual({ exit: 5, success: 5, counts: true });
    expect(await run("2023-10-01")).toEqual({ exit: 5, success: 5, counts: false });
  });
});
