import { gzipSync, zstdCompressSync } from "node:zlib";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import type { StoredObject } from "../options.js";
import { simulate } from "../simulate.js";

const processor = {
  ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "EXPRESS" },
  StartAt: "Same",
  States: { Same: { Type: "Pass", End: true } },
};

function read(key: string, body: StoredObject["body"], ReaderConfig: object) {
  const Each = {
    Type: "Map",
    ItemReader: { Resource: "arn:aws:states:::s3:getObject", Arguments: { Bucket: "b", Key: key }, ReaderConfig },
    ItemProcessor: processor,
    End: true,
  };
  const objects = [{ bucket: "b", key, body }];
  return simulate({ QueryLanguage: "JSONata", StartAt: "Each", States: { Each } }, { objects });
}

function writeRows(codec: "GZIP" | "SNAPPY" | "ZSTD"): Uint8Array {
  const at = new Date("2025-03-04T05:06:07.000Z");
  const columnData = [
    { name: "sku", data: ["mug", "cup", "jug"] },
    { name: "qty", data: [1n, 2n, 3n] },
    { name: "price", data: [1.5, null, 0.25] },
    { name: "at", data: [at, at, at] },
    { name: "raw", data: [1, 2, 3].map((n) => new Uint8Array([n, 255])) },
    { name: "more", data: [{ tags: ["a"] }, { tags: [] }, { tags: ["b", "c"] }] },
  ];
  const compressors = {
    GZIP: (input: Uint8Array) => gzipSync(input),
    ZSTD: (input: Uint8Array) => zstdCompressSync(input),
  };
  const schema = [
    { name: "root", num_children: 6 },
    { name: "sku", type: "BYTE_ARRAY" as const, converted_type: "UTF8" as const, repetition_type: "REQUIRED" as const },
    { name: "qty", type: "INT64" as const, repetition_type: "REQUIRED" as const },
    { name: "price", type: "DOUBLE" as const, repetition_type: "OPTIONAL" as const },
    {
      name: "at",
      type: "INT64" as const,
      converted_type: "TIMESTAMP_MILLIS" as const,
      repetition_type: "REQUIRED" as const,
    },
    { name: "raw", type: "FIXED_LEN_BYTE_ARRAY" as const, type_length: 2, repetition_type: "REQUIRED" as const },
    {
      name: "more",
      type: "BYTE_ARRAY" as const,
      converted_type: "JSON" as const,
      repetition_type: "REQUIRED" as const,
    },
  ];
  return new Uint8Array(parquetWriteBuffer({ columnData, schema, codec, compressors }));
}

describe("Parquet files", () => {
  it.each(["GZIP", "SNAPPY", "ZSTD"] as const)("packed by %s give a row an item", async (codec) => {
    const { output, status } = await read("rows.parquet", writeRows(codec), { InputType: "PARQUET" });
    expect(status).toBe("SUCCEEDED");
    expect(output).toMatchObject([
      { sku: "mug", qty: 1, price: 1.5, at: "2025-03-04T05:06:07.000Z", raw: "Af8=", more: { tags: ["a"] } },
      { sku: "cup", qty: 2, price: null },
      { sku: "jug", qty: 3, price: 0.25 },
    ]);
  });

  it("stop at MaxItems", async () => {
    const { output } = await read("rows.parquet", writeRows("SNAPPY"), { InputType: "PARQUET", MaxItems: 1 });
    expect(output).toMatchObject([{ sku: "mug" }]);
  });

  it("fail the reader where they are none", async () => {
    for (const body of ["PAR1, but no more", new Uint8Array(3), ""]) {
      const execution = await read("rows.parquet", body, { InputType: "PARQUET" });
      expect(execution).toMatchObject({ status: "FAILED", error: "States.ItemReaderFailed" });
      expect(execution.cause).toContain("The object rows.parquet is no Parquet file");
    }
  });
});

describe("packed objects", () => {
  const lines = '{"n":1}\n{"n":2}\n';
  const jsonl = { InputType: "JSONL" };
  it.each([
    ["in.jsonl.gz", gzipSync(lines)],
    ["in.jsonl.zst", zstdCompressSync(lines)],
    ["in.jsonl", new TextEncoder().encode(lines)],
    ["in.jsonl.gz", lines],
  ])("%s are read", async (key, body) => {
    expect((await read(key, body, jsonl)).output).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it("fail the reader where the key promises what they are not", async () => {
    const { cause, error } = await read("in.csv.gz", new Uint8Array([1, 2, 3]), jsonl);
    expect([error, cause]).toEqual(["States.ItemReaderFailed", "The object in.csv.gz cannot be decompressed."]);
  });
});

describe("delimiters of CSV", () => {
  it.each([
    ["COMMA", ","],
    ["PIPE", "|"],
    ["SEMICOLON", ";"],
    ["SPACE", " "],
    ["TAB", "\t"],
  ])("%s", async (CSVDelimiter, delimiter) => {
    const config = { InputType: "CSV", CSVHeaderLocation: "FIRST_ROW", CSVDelimiter };
    const { output } = await read("in.csv", `a${delimiter}b\n1${delimiter}"x${delimiter}y"\n`, config);
    expect(output).toEqual([{ a: "1", b: `x${delimiter}y` }]);
  });
});
