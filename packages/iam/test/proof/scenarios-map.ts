import { arn, calls, type Scenario } from "./required-call.js";

const inner = {
  ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
  StartAt: "Each",
  States: { Each: { Type: "Pass", End: true } },
};
const self = arn("states", "stateMachine:Orders");
const children = [
  ...calls("states:StartExecution", self),
  ...calls(
    "states:DescribeExecution states:StopExecution",
    arn("states", "execution:Orders:0a1b"),
    arn("states", "execution:Orders/lines:0a1b"),
  ),
  ...calls("states:RedriveExecution", arn("states", "execution:Orders/lines:0a1b")),
];

function map(title: string, fields: object, more: Partial<Scenario> & Pick<Scenario, "calls">): Scenario {
  const state = { Type: "Map", Label: "lines", ItemProcessor: inner, ...fields };
  return { title, resource: "", arguments: {}, state, ...more, calls: [...children, ...more.calls] };
}

const reader = (action: string, args: object, config?: object) => ({
  ItemReader: { Resource: `arn:aws:states:::s3:${action}`, Arguments: args, ...(config && { ReaderConfig: config }) },
});
const inKey = arn("kms", "key/0a1b");
const viaS3 = { "kms:ViaService": "s3.eu-west-1.amazonaws.com" };

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html */
export const mapScenarios: readonly Scenario[] = [
  map("distributed map over its input", {}, { calls: [] }),
  map("reader of one object", reader("getObject", { Bucket: "in", Key: "a.csv" }), {
    calls: calls("s3:GetObject", "arn:aws:s3:::in/a.csv"),
  }),
  map("reader of one version", reader("getObject", { Bucket: "in", Key: "a.csv", VersionId: "v" }), {
    calls: calls("s3:GetObject s3:GetObjectVersion", "arn:aws:s3:::in/a.csv"),
  }),
  map("reader of a list of objects", reader("listObjectsV2", { Bucket: "in", Prefix: "day/" }), {
    calls: [{ action: "s3:ListBucket", resource: "arn:aws:s3:::in", context: { "s3:prefix": "day/" } }],
  }),
  map(
    "reader that flattens objects",
    {
      ItemReader: {
        Resource: "arn:aws:states:::s3:listObjectsV2",
        Arguments: { Bucket: "in", Prefix: "day/" },
        ReaderConfig: { InputType: "JSONL", Transformation: "LOAD_AND_FLATTEN" },
      },
    },
    {
      calls: [
        { action: "s3:ListBucket", resource: "arn:aws:s3:::in", context: { "s3:prefix": "day/" } },
        ...calls("s3:GetObject", "arn:aws:s3:::in/day/1.jsonl"),
      ],
    },
  ),
  map("reader of a manifest", reader("getObject", { Bucket: "in", Key: "manifest.json" }, { InputType: "MANIFEST" }), {
    declared: { ManifestObjects: "arn:aws:s3:::lake/*" },
    calls: calls("s3:GetObject", "arn:aws:s3:::in/manifest.json", "arn:aws:s3:::lake/part.csv.gz"),
  }),
  map(
    "writer of results",
    { ResultWriter: { Resource: "arn:aws:states:::s3:putObject", Arguments: { Bucket: "out", Prefix: "run" } } },
    {
      calls: calls(
        "s3:PutObject s3:GetObject s3:ListMultipartUploadParts s3:AbortMultipartUpload",
        "arn:aws:s3:::out/run/0a1b/SUCCEEDED_0.json",
      ),
    },
  ),
  map(
    "reader and writer of an encrypted bucket",
    {
      ...reader("getObject", { Bucket: "in", Key: "a.csv" }),
      ResultWriter: { Resource: "arn:aws:states:::s3:putObject", Arguments: { Bucket: "in", Prefix: "run" } },
    },
    {
      declared: { KmsKeyArn: inKey },
      calls: [
        ...calls("s3:GetObject", "arn:aws:s3:::in/a.csv", "arn:aws:s3:::in/run/r.json"),
        ...calls("s3:PutObject s3:ListMultipartUploadParts s3:AbortMultipartUpload", "arn:aws:s3:::in/run/r.json"),
        ...["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"].map((action) => ({
          action,
          resource: inKey,
          context: viaS3,
        })),
      ],
    },
  ),
];
