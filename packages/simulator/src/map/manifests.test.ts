import { describe, expect, it } from "vitest";
import { simulate } from "../simulate.js";

function read(ReaderConfig: object, bodies: Readonly<Record<string, string>>) {
  const Each = {
    Type: "Map",
    ItemReader: {
      Resource: "arn:aws:states:::s3:getObject",
      Arguments: { Bucket: "b", Key: "manifest" },
      ReaderConfig,
    },
    ItemProcessor: {
      ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "EXPRESS" },
      StartAt: "Same",
      States: { Same: { Type: "Pass", End: true } },
    },
    End: true,
  };
  const objects = Object.entries(bodies).map(([key, body]) => ({ bucket: "b", key, body }));
  return simulate({ QueryLanguage: "JSONata", StartAt: "Each", States: { Each } }, { objects });
}

describe("manifests", () => {
  it("of Athena lead to the files that it has unloaded", async () => {
    const files = { manifest: "s3://b/one\ns3://b/two\n", one: '{"n":1}\n{"n":2}', two: '{"n":3}' };
    const { output } = await read({ InputType: "JSONL", ManifestType: "ATHENA_DATA" }, files);
    expect(output).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    const rows = { manifest: "s3://b/one", one: "a,1\nb,2" };
    const csv = {
      InputType: "CSV",
      CSVHeaderLocation: "GIVEN",
      CSVHeaders: ["sku", "qty"],
      ManifestType: "ATHENA_DATA",
    };
    expect((await read(csv, rows)).output).toEqual([
      { sku: "a", qty: "1" },
      { sku: "b", qty: "2" },
    ]);
  });

  it.each([[{ ManifestType: "S3_INVENTORY" }], [{ InputType: "MANIFEST" }]])(
    "of an S3 inventory give its rows by the columns of its schema: %j",
    async (config) => {
      const manifest = JSON.stringify({
        destinationBucket: "arn:aws:s3:::b",
        fileFormat: "CSV",
        fileSchema: "Bucket, Key, Size",
        files: [{ key: "report" }],
      });
      const { output } = await read(config, { manifest, report: '"shop","a.txt","5"\n"shop","b.txt","6"\n' });
      expect(output).toEqual([
        { Bucket: "shop", Key: "a.txt", Size: "5" },
        { Bucket: "shop", Key: "b.txt", Size: "6" },
      ]);
    },
  );

  it.each([
    [{ InputType: "JSONL", ManifestType: "ATHENA_DATA" }, "no uri"],
    [{ ManifestType: "S3_INVENTORY" }, "no json"],
    [{ ManifestType: "S3_INVENTORY" }, '{"files":[1]}'],
    [{ ManifestType: "S3_INVENTORY" }, "{}"],
  ])("fail the reader where they are none: %j, %j", async (config, manifest) => {
    const execution = await read(config, { manifest });
    expect(execution).toMatchObject({ status: "FAILED", error: "States.ItemReaderFailed" });
  });

  it("say which object is missing", async () => {
    const { diagnostics } = await read(
      { InputType: "JSONL", ManifestType: "ATHENA_DATA" },
      { manifest: "s3://b/gone" },
    );
    expect(diagnostics[0]).toMatchObject({
      code: "simulator/unsupported-feature",
      message: expect.stringContaining("s3://b/gone"),
    });
  });
});
