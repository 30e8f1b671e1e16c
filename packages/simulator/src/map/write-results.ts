import type { ResultWriter } from "../definition.js";
import { readEffectiveInput, usesJsonata } from "../fields.js";
import { isJsonObject, type Json, type JsonObject } from "../json.js";
import { evaluateTemplate } from "../jsonata/evaluate-template.js";
import { fillTemplate } from "../jsonpath/payload-template.js";
import { createExpressionScope, createTemplateScope } from "../scopes.js";
import type { Strand, Visit } from "../strand.js";
import { type ChildRecord, describeChild } from "./child-record.js";
import type { MapRun } from "./map-run.js";

/** Where a ResultWriter with a Resource writes to; undefined for one that only says how results look. */
export async function readTarget(
  writer: ResultWriter | undefined,
  visit: Visit,
  strand: Strand,
): Promise<JsonObject | undefined> {
  if (writer?.Resource === undefined) return undefined;
  const target = usesJsonata(visit, strand)
    ? await evaluateTemplate(writer.Arguments ?? {}, "ResultWriter/Arguments", createExpressionScope(visit, strand))
    : fillTemplate(writer.Parameters ?? {}, createTemplateScope(readEffectiveInput(visit, strand), visit, strand));
  return isJsonObject(target) ? target : {};
}

/** What a Map Run gives where it writes no files: outputs, unless its ResultWriter says otherwise. */
export function gatherResults(children: readonly ChildRecord[], { state }: Visit): Json[] {
  const transformation = state.ResultWriter?.WriterConfig?.Transformation ?? "COMPACT";
  return children.flatMap((child) => transform(child, transformation));
}

/** The children of each file, in the order in which the manifest names the files. */
const fileStatuses = {
  FAILED: ["FAILED", "ABORTED"],
  PENDING: ["PENDING"],
  SUCCEEDED: ["SUCCEEDED"],
} as const satisfies Record<string, readonly ChildRecord["status"][]>;

type FileName = keyof typeof fileStatuses;

/**
 * Writes a Map Run's files, and gives what stays of the outputs in the execution. Each redrive writes into a folder of its own,
 * and its manifest names the files of earlier successes too.
 */
export function writeResults(
  children: readonly ChildRecord[],
  target: JsonObject,
  { arn, redriveCount }: MapRun,
  { state }: Visit,
  { run }: Strand,
): Json {
  const bucket = String(target.Bucket ?? "");
  const prefix = target.Prefix ? `${String(target.Prefix).replace(/\/$/, "")}/` : "";
  const folder = `${prefix}${arn.slice(arn.lastIndexOf(":") + 1)}/`;
  const place = redriveCount > 0 ? `${folder}Redrive-${redriveCount}/` : folder;
  const { OutputType, Transformation = "NONE" } = state.ResultWriter?.WriterConfig ?? {};
  const write = (name: string, body: string): JsonObject => {
    const key = `${place}${name}`;
    run.written.push({ bucket, key, body });
    return { Key: key, Size: Buffer.byteLength(body) };
  };
  const writeFile = (name: FileName): JsonObject[] => {
    const statuses: readonly string[] = fileStatuses[name];
    const rows = children
      .filter(({ isFormer, status }) => statuses.includes(status) && !isFormer)
      .flatMap((child) => transform(child, Transformation));
    if (rows.length === 0) return [];
    return OutputType === "JSONL"
      ? [write(`${name}_0.jsonl`, rows.map((row) => `${JSON.stringify(row)}\n`).join(""))]
      : [write(`${name}_0.json`, JSON.stringify(rows))];
  };
  const former = run.written
    .filter(
      (object) => object.bucket === bucket && object.key.startsWith(folder) && /\/SUCCEEDED_\d+\./.test(object.key),
    )
    .map(({ body, key }) => ({ Key: key, Size: Buffer.byteLength(body) }));
  const manifest = {
    DestinationBucket: bucket,
    MapRunArn: arn,
    ResultFiles: {
      FAILED: writeFile("FAILED"),
      PENDING: writeFile("PENDING"),
      SUCCEEDED: [...former, ...writeFile("SUCCEEDED")],
    },
  };
  const { Key } = write("manifest.json", JSON.stringify(manifest));
  return { MapRunArn: arn, ResultWriterDetails: { Bucket: bucket, Key: Key as string } };
}

/** Only successes have outputs to be taken out of their descriptions. */
function transform(child: ChildRecord, transformation: "NONE" | "COMPACT" | "FLATTEN"): Json[] {
  const { output } = child;
  if (transformation === "NONE" || output === undefined) return [describeChild(child)];
  return transformation === "FLATTEN" && Array.isArray(output) ? output : [output];
}
