import { expect, test } from "vitest";
import { account, grantedBy } from "../../../test/granted.js";

const machine = `arn:aws:states:${account}:stateMachine:Orders`;
const execution = `arn:aws:states:${account}:execution:Orders`;

function map(fields: object): object {
  return {
    QueryLanguage: "JSONata",
    StartAt: "Each",
    States: {
      Each: {
        Type: "Map",
        ItemProcessor: {
          ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
          StartAt: "Do",
          States: { Do: { Type: "Succeed" } },
        },
        End: true,
        ...fields,
      },
    },
  };
}

const children = (label: string) => [
  `states:DescribeExecution states:StopExecution on ${execution}/${label}:* ${execution}:*`,
  `states:RedriveExecution on ${execution}/${label}:*`,
  `states:StartExecution on ${machine}`,
];

test("a distributed Map starts, follows, stops and redrives its own children, bounded by its label", () => {
  expect(grantedBy(map({ Label: "Each" }))).toEqual(children("Each"));
  expect(grantedBy(map({}))).toEqual(children("*"));
});

test("redriving can be left out", () => {
  expect(grantedBy(map({ Label: "Each" }), { redrive: false })).toEqual([children("Each")[0], children("Each")[2]]);
});

test("an inline Map needs nothing of its own", () => {
  const processor = { ProcessorConfig: { Mode: "INLINE" }, StartAt: "Do", States: { Do: { Type: "Succeed" } } };
  expect(grantedBy(map({ ItemProcessor: processor }))).toEqual([]);
});

test("a reader of one object reads that object", () => {
  const reader = { Resource: "arn:aws:states:::s3:getObject", Arguments: { Bucket: "b", Key: "in.csv" } };
  expect(grantedBy(map({ Label: "Each", ItemReader: reader }))).toContain("s3:GetObject on arn:aws:s3:::b/in.csv");
});

test("a reader of a manifest also reads the objects it names", () => {
  const reader = {
    Resource: "arn:aws:states:::s3:getObject",
    ReaderConfig: { InputType: "MANIFEST" },
    Arguments: { Bucket: "b", Key: "manifest.json" },
  };
  expect(grantedBy(map({ Label: "Each", ItemReader: reader }))).toEqual([
    "s3:GetObject on arn:aws:s3:::b/*",
    "s3:GetObject on arn:aws:s3:::b/manifest.json",
    ...children("Each"),
  ]);
  const hints = { states: { Each: { arguments: { ManifestObjects: ["arn:aws:s3:::data/2026/*"] } } } };
  expect(grantedBy(map({ Label: "Each", ItemReader: reader }), { hints })).toContain(
    "s3:GetObject on arn:aws:s3:::data/2026/*",
  );
});

test("a reader of a listing lists by its prefix, and reads the objects where it flattens them", () => {
  const reader = { Resource: "arn:aws:states:::s3:listObjectsV2", Arguments: { Bucket: "b", Prefix: "in/" } };
  const list = 's3:ListBucket on arn:aws:s3:::b if {"StringLike":{"s3:prefix":["in/"]}}';
  expect(grantedBy(map({ Label: "Each", ItemReader: reader }))).toEqual([list, ...children("Each")]);
  const flattening = { ...reader, ReaderConfig: { Transformation: "LOAD_AND_FLATTEN", InputType: "JSON" } };
  expect(grantedBy(map({ Label: "Each", ItemReader: flattening }))).toEqual([
    "s3:GetObject on arn:aws:s3:::b/in/*",
    list,
    ...children("Each"),
  ]);
});

test("a writer writes below its prefix, and one that only shapes the result writes nothing", () => {
  const writer = { Resource: "arn:aws:states:::s3:putObject", Arguments: { Bucket: "out", Prefix: "runs" } };
  expect(grantedBy(map({ Label: "Each", ResultWriter: writer }))).toContain(
    "s3:AbortMultipartUpload s3:GetObject s3:ListMultipartUploadParts s3:PutObject on arn:aws:s3:::out/runs/*",
  );
  expect(grantedBy(map({ Label: "Each", ResultWriter: { WriterConfig: { OutputType: "JSON" } } }))).toEqual(
    children("Each"),
  );
});
