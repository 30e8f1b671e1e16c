import { describe, expect, it } from "vitest";
import { simulate } from "../simulate.js";

const processor = {
  ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
  StartAt: "Check",
  States: {
    Check: {
      Type: "Choice",
      Choices: [{ Condition: "{% $states.input < 0 %}", Next: "Negative" }],
      Default: "Double",
    },
    Double: { Type: "Pass", Output: "{% [$states.input, $states.input * 2] %}", End: true },
    Negative: { Type: "Fail", Error: "Negative", Cause: "below zero" },
  },
};

interface MapFields {
  readonly Items?: readonly number[];
  readonly ItemProcessor?: object;
  readonly MaxConcurrency?: number;
  readonly ToleratedFailureCount?: number;
  readonly [writerField: string]: unknown;
}

/** Runs a Map state with a writer; fields of the state itself are `Items` and those after it. */
async function run(
  { Items = [1, -1, 3], ItemProcessor = processor, MaxConcurrency, ToleratedFailureCount = 1, ...writer }: MapFields,
  next: object = { End: true },
  more: object = {},
) {
  return simulate(
    {
      QueryLanguage: "JSONata",
      StartAt: "Each",
      States: {
        Each: {
          Type: "Map",
          Label: "Each",
          Items,
          ItemProcessor,
          MaxConcurrency,
          ToleratedFailureCount,
          ResultWriter: {
            Resource: "arn:aws:states:::s3:putObject",
            Arguments: { Bucket: "{% 'out' %}", Prefix: "runs" },
            ...writer,
          },
          ...next,
        },
        ...more,
      },
    },
    { startTime: "2030-01-01T00:00:00Z" },
  );
}

describe("a ResultWriter", () => {
  it("writes a manifest and the descriptions of children by status", async () => {
    const { objects, output } = await run({});
    const { MapRunArn, ResultWriterDetails } = output as {
      MapRunArn: string;
      ResultWriterDetails: { Bucket: string; Key: string };
    };
    expect(objects.map(({ key }) => key.split("/").at(-1))).toEqual([
      "FAILED_0.json",
      "SUCCEEDED_0.json",
      "manifest.json",
    ]);
    expect(objects.every(({ bucket, key }) => bucket === "out" && key.startsWith("runs/"))).toBe(true);
    expect(ResultWriterDetails).toEqual({ Bucket: "out", Key: objects[2]?.key });
    const manifest = JSON.parse(objects[2]?.body ?? "");
    expect(manifest).toEqual({
      DestinationBucket: "out",
      MapRunArn,
      ResultFiles: {
        FAILED: [{ Key: objects[0]?.key, Size: objects[0]?.body.length }],
        PENDING: [],
        SUCCEEDED: [{ Key: objects[1]?.key, Size: objects[1]?.body.length }],
      },
    });
    expect(JSON.parse(objects[0]?.body ?? "")).toEqual([
      {
        Cause: "below zero",
        Error: "Negative",
        ExecutionArn: expect.stringContaining(":execution:Simulated/Each:"),
        Input: "-1",
        InputDetails: { Included: true },
        Name: expect.stringMatching(/^[0-9a-f-]{36}$/),
        OutputDetails: { Included: true },
        RedriveCount: 0,
        RedriveStatus: "REDRIVABLE_BY_MAP_RUN",
        StartDate: "2030-01-01T00:00:00.000Z",
        StateMachineArn: "arn:aws:states:us-east-1:123456789012:stateMachine:Simulated/Each",
        Status: "FAILED",
        StopDate: "2030-01-01T00:00:00.000Z",
      },
    ]);
    expect(JSON.parse(objects[1]?.body ?? "")).toMatchObject([
      { Input: "1", Output: "[1,2]", StartDate: "2030-01-01T00:00:00.000Z", Status: "SUCCEEDED" },
      { Input: "3", Output: "[3,6]", Status: "SUCCEEDED" },
    ]);
  });

  it("writes outputs alone, flat, or one a line, as WriterConfig says", async () => {
    const succeeded = async (WriterConfig: object) =>
      (await run({ WriterConfig })).objects.find(({ key }) => key.includes("SUCCEEDED"))?.body;
    expect(await succeeded({ OutputType: "JSON", Transformation: "COMPACT" })).toBe("[[1,2],[3,6]]");
    expect(await succeeded({ OutputType: "JSON", Transformation: "FLATTEN" })).toBe("[1,2,3,6]");
    expect(await succeeded({ OutputType: "JSONL", Transformation: "FLATTEN" })).toBe("1\n2\n3\n6\n");
  });

  it("says how results look that are written nowhere", async () => {
    const output = async (WriterConfig: object) =>
      (await run({ Resource: undefined, Arguments: undefined, WriterConfig })).output;
    const failed = expect.objectContaining({ Cause: "below zero", Error: "Negative", Input: "-1", Status: "FAILED" });
    expect(await output({ OutputType: "JSON" })).toEqual([[1, 2], failed, [3, 6]]);
    expect(await output({ OutputType: "JSON", Transformation: "FLATTEN" })).toEqual([1, 2, failed, 3, 6]);
    expect(await output({ OutputType: "JSON", Transformation: "NONE" })).toMatchObject([
      { Input: "1", Output: "[1,2]", Status: "SUCCEEDED" },
      failed,
      { Input: "3", Output: "[3,6]", Status: "SUCCEEDED" },
    ]);
  });

  it("tells of failed children whole, whatever WriterConfig says", async () => {
    const { objects } = await run({ WriterConfig: { OutputType: "JSONL", Transformation: "FLATTEN" } });
    const file = objects.find(({ key }) => key.endsWith("/FAILED_0.jsonl"));
    expect(JSON.parse(file?.body ?? "")).toMatchObject({ Error: "Negative", Status: "FAILED" });
  });

  it("writes files of a Map Run that fails, with the inputs that were not begun and the children it stopped", async () => {
    const waiting = {
      ...processor,
      StartAt: "Wait",
      States: { Wait: { Type: "Wait", Seconds: "{% $states.input + 1 %}", Next: "Check" }, ...processor.States },
    };
    const { cause, error, objects } = await run({
      Items: [0, -1, 9, 4],
      ItemProcessor: waiting,
      MaxConcurrency: 3,
      ToleratedFailureCount: 0,
    });
    expect({ cause, error }).toEqual({
      cause: "The specified tolerated failure threshold was exceeded",
      error: "States.ExceedToleratedFailureThreshold",
    });
    const files = new Map(objects.map(({ body, key }) => [key.split("/").at(-1), JSON.parse(body)]));
    expect([...files.keys()]).toEqual(["FAILED_0.json", "PENDING_0.json", "manifest.json"]);
    expect(files.get("FAILED_0.json")).toMatchObject([
      { Input: "0", RedriveStatus: "REDRIVABLE_BY_MAP_RUN", Status: "ABORTED" },
      { Error: "Negative", Input: "-1", Status: "FAILED" },
      { Input: "9", Status: "ABORTED" },
    ]);
    expect(files.get("PENDING_0.json")).toEqual([{ Input: "4", InputDetails: { Included: true }, Status: "PENDING" }]);
    expect(files.get("manifest.json").ResultFiles).toMatchObject({ PENDING: [{ Size: 67 }], SUCCEEDED: [] });
  });

  it("leaves files that a later reader finds", async () => {
    const reader = {
      Type: "Map",
      ItemReader: {
        Resource: "arn:aws:states:::s3:listObjectsV2",
        ReaderConfig: { InputType: "JSONL", Transformation: "LOAD_AND_FLATTEN" },
        Arguments: {
          Bucket: "out",
          Prefix: "{% $states.input.ResultWriterDetails.Key ~> $replace('manifest.json', 'SUCCEEDED') %}",
        },
      },
      ItemProcessor: { ...processor, States: { ...processor.States, Double: { Type: "Pass", End: true } } },
      End: true,
    };
    const { output } = await run(
      { WriterConfig: { OutputType: "JSONL", Transformation: "FLATTEN" } },
      { Next: "Read" },
      { Read: reader },
    );
    expect(output).toEqual([1, 2, 3, 6]);
  });
});
