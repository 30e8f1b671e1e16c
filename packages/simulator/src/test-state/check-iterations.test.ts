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

  it("are counted against what the reader reads, and against batches of it", async () => {
    const read = {
      ItemsPath: undefined,
      ToleratedFailurePercentage: 25,
      ItemReader: {
        Resource: "arn:aws:states:::s3:getObject",
        ReaderConfig: { InputType: "JSONL" },
        Parameters: { Bucket: "depot", Key: "boxes.jsonl" },
      },
    };
    const four = { mapItemReaderData: "1\n2\n3\n4\n" };
    const eight = { mapItemReaderData: "1\n2\n3\n4\n5\n6\n7\n8\n" };
    expect((await test(1, read, four)).status).toBe("SUCCEEDED");
    expect((await test(2, read, four)).error).toBe(error);
    const batched = { ...read, ItemBatcher: { MaxItemsPerBatch: 2 } };
    expect((await test(1, batched, eight)).status).toBe("SUCCEEDED");
    expect((await test(2, batched, eight)).error).toBe(error);
  });
});

describe("the result of a mocked Map state", () => {
  it("has as many members as there are iterations, which is looked at after the failures", async () => {
    const refusal = {
      name: "ValidationException",
      message: "Input array does not equal the mocked result array's size",
    };
    const batched = { ItemBatcher: { MaxItemsPerBatch: 2 }, ToleratedFailureCount: 1 };
    await expect(test(1, batched)).rejects.toMatchObject(refusal);
    expect((await test(2, batched)).error).toBe(error);
    const definition = JSON.stringify({ Type: "Map", ItemProcessor: scope, End: true });
    await expect(testState({ definition, input: "[1]", mock: { result: "[1,2]" } })).rejects.toMatchObject(refusal);
  });
});
