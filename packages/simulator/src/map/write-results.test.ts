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

async function run(writerConfig: object, next: object = { End: true }, more: object = {}) {
  return simulate(
    {
      QueryLanguage: "JSONata",
      StartAt: "Each",
      States: {
        Each: {
          Type: "Map",
          Items: [1, -1, 3],
          ItemProcessor: processor,
          ToleratedFailureCount: 1,
          ResultWriter: {
            Resource: "arn:aws:states:::s3:putObject",
            Arguments: { Bucket: "{% 'out' %}", Prefix: "runs" },
            ...writerConfig,
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
    expect(JSON.parse(objects[0]?.body ?? "")).toMatchObject([
      { Cause: "below zero", Error: "Negative", Input: "-1", RedriveStatus: "REDRIVABLE", Status: "FAILED" },
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
    expect(await output({ OutputType: "JSON" })).toEqual([
      [1, 2],
      [3, 6],
    ]);
    expect(await output({ OutputType: "JSON", Transformation: "FLATTEN" })).toEqual([1, 2, 3, 6]);
    expect(await output({ OutputType: "JSON", Transformation: "NONE" })).toMatchObject([
      { Input: "1", Output: "[1,2]", Status: "SUCCEEDED" },
      { Input: "3", Output: "[3,6]", Status: "SUCCEEDED" },
    ]);
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
