import type { ResultWriter } from "../definition.js";
import { readEffectiveInput, usesJsonata } from "../fields.js";
import { isJsonObject, type Json, type JsonObject } from "../json.js";
import { evaluateTemplate } from "../jsonata/evaluate-template.js";
import { fillTemplate } from "../jsonpath/payload-template.js";
import { createExpressionScope, createTemplateScope } from "../scopes.js";
import type { Strand, Visit } from "../strand.js";

/** A child execution of a Map Run that has ended. */
export interface ChildRecord {
  readonly executionArn: string;
  readonly name: string;
  readonly input: Json;
  readonly startMs: number;
  readonly stopMs: number;
  readonly output?: Json;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}

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
export function gatherResults(children: readonly ChildRecord[], visit: Visit, strand: Strand): Json[] {
  const transformation = visit.state.ResultWriter?.WriterConfig?.Transformation ?? "COMPACT";
  return children
    .filter(({ output }) => output !== undefined)
    .flatMap((child) => transform(child, transformation, strand.run.ids.machineArn));
}

/** Writes a Map Run's files, and gives what stays of the outputs in the execution. */
export function writeResults(
  children: readonly ChildRecord[],
  target: JsonObject,
  mapRunArn: string,
  visit: Visit,
  strand: Strand,
): Json {
  const bucket = String(target.Bucket ?? "");
  const prefix = target.Prefix ? `${String(target.Prefix).replace(/\/$/, "")}/` : "";
  const folder = `${prefix}${mapRunArn.slice(mapRunArn.lastIndexOf(":") + 1)}`;
  const config = visit.state.ResultWriter?.WriterConfig ?? {};
  const { ids } = strand.run;
  const write = (name: string, body: string): JsonObject => {
    const key = `${folder}/${name}`;
    strand.run.written.push({ bucket, key, body });
    return { Key: key, Size: Buffer.byteLength(body) };
  };
  const writeGroup = (status: "FAILED" | "SUCCEEDED"): JsonObject[] => {
    const group = children.filter((child) => (child.output !== undefined) === (status === "SUCCEEDED"));
    if (group.length === 0) return [];
    const ending = config.OutputType === "JSONL" ? "jsonl" : "json";
    const rows = group.flatMap((child) => transform(child, config.Transformation ?? "NONE", ids.machineArn));
    const body =
      config.OutputType === "JSONL" ? rows.map((row) => `${JSON.stringify(row)}\n`).join("") : JSON.stringify(rows);
    return [write(`${status}_0.${ending}`, body)];
  };
  const manifest = {
    DestinationBucket: bucket,
    MapRunArn: mapRunArn,
    ResultFiles: { FAILED: writeGroup("FAILED"), PENDING: [], SUCCEEDED: writeGroup("SUCCEEDED") },
  };
  const { Key } = write("manifest.json", JSON.stringify(manifest));
  return { MapRunArn: mapRunArn, ResultWriterDetails: { Bucket: bucket, Key: Key as string } };
}

/** Only successes have outputs to be taken out of their descriptions. */
function transform(child: ChildRecord, transformation: "NONE" | "COMPACT" | "FLATTEN", machineArn: string): Json[] {
  const { output } = child;
  if (transformation === "NONE" || output === undefined) return [describeChild(child, machineArn)];
  return transformation === "FLATTEN" && Array.isArray(output) ? output : [output];
}

function describeChild(child: ChildRecord, machineArn: string): JsonObject {
  const status = child.output === undefined ? "FAILED" : "SUCCEEDED";
  return {
    ...(child.cause !== undefined && { Cause: child.cause }),
    ...(child.error !== undefined && { Error: child.error }),
    ExecutionArn: child.executionArn,
    Input: JSON.stringify(child.input),
    InputDetails: { Included: true },
    Name: child.name,
    ...(child.output !== undefined && { Output: JSON.stringify(child.output), OutputDetails: { Included: true } }),
    RedriveCount: 0,
    RedriveStatus: status === "FAILED" ? "REDRIVABLE" : "NOT_REDRIVABLE",
    ...(status === "SUCCEEDED" && { RedriveStatusReason: "Execution is SUCCEEDED and cannot be redriven" }),
    StartDate: new Date(child.startMs).toISOString(),
    StateMachineArn: machineArn,
    Status: status,
    StopDate: new Date(child.stopMs).toISOString(),
  };
}
