import { describe, expect, it } from "vitest";
import { testState } from "./test-state.js";
import type { TestStateInput } from "./test-state-types.js";

const scope = { StartAt: "Pack", States: { Pack: { Type: "Pass", End: true } } };
const distributed = { ...scope, ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" } };
const error = "States.ExceedToleratedFailureThreshold";
const cause = "The specified tolerated failure threshold was exceeded";

function test(failed: number, fields: object, configuration: TestStateInput["stateConfiguration"] = {}) {
  const state = { Type: "Map", ItemsPath: "$.boxes", ItemProcessor: distributed, Next: "Load", ...fields };
  return testState({
    definition: JSON.stringify(state),
    input: '{"boxes":["a","b","c","d"]}',
    inspectionLevel: "DEBUG",
    mock: { result: "[1,2,3,4]" },
    stateConfiguration: { ...configuration, mapIterationFailureCount: failed },
  });
}

describe("failed iterations of a mocked Map state", () => {
  it.each([
    ["a count", { ToleratedFailureCount: 2 }, 2],
    ["a share", { ToleratedFailurePercentage: 75 }, 3],
    ["the lesser of both", { ToleratedFailureCount: 3, ToleratedFailurePercentage: 25 }, 1],
    ["none at all", { ToleratedFailureCount: 0 }, 0],
    ["a count of an inline Map", { ToleratedFailureCount: 1, ItemProcessor: scope }, 1],
  ])("may come to %s, and not to more", async (_, fields, most) => {
    expect(await test(most, fields)).toMatchObject({ status: "SUCCEEDED", output: "[1,2,3,4]", nextState: "Load" });
    expect(await test(most + 1, fields)).toMatchObject({ status: "FAILED", error, cause });
  });

  it("do not matter where the state has no limit", async () => {
    expect(await test(4, {})).toMatchObject({ status: "SUCCEEDED" });
  });

  it("are retried and caught as any error", async () => {
    const handled = {
      ToleratedFailureCount: 1,
      Retry: [
        { ErrorEquals: ["Late"] },
        { ErrorEquals: ["States.ExceedToleratedFailureThreshold"], IntervalSeconds: 5, MaxAttempts: 1 },
      ],
      Catch: [{ ErrorEquals: ["States.ExceedToleratedFailureThreshold"], Next: "Unload", ResultPath: "$.why" }],
    };
    expect(await test(2, handled)).toMatchObject({
      status: "RETRIABLE",
      error,
      inspectionData: {
        toleratedFailureCount: 1,
        errorDetails: { retryIndex: 1, retryBackoffIntervalSeconds: 5 },
      },
    });
    const caught = await test(2, handled, { retrierRetryCount: 1 });
    expect(caught).toMatchObject({
      status: "CAUGHT_ERROR",
      nextState: "Unload",
      inspectionData: { errorDetails: { catchIndex: 0 } },
    });
    expect(JSON.parse(caught.output ?? "").why).toEqual({ Error: error, Cause: cause });
  });

  it("are counted against what the reader reads, else against the result", async () => {
    const read = {
      ItemsPath: undefined,
      ToleratedFailurePercentage: 20,
      ItemReader: {
        Resource: "arn:aws:states:::s3:getObject",
        ReaderConfig: { InputType: "JSONL" },
        Parameters: { Bucket: "depot", Key: "boxes.jsonl" },
      },
    };
    const mapItemReaderData = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";
    expect((await test(2, read, { mapItemReaderData })).status).toBe("SUCCEEDED");
    expect((await test(3, read, { mapItemReaderData })).error).toBe(error);
    expect((await test(1, read)).error).toBe(error);
  });
});
