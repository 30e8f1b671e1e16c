import { createHash } from "node:crypto";
import { quotas } from "@treadle/asl";
import type { ItemReader, ReaderConfig } from "../definition.js";
import { simulatorDiagnostics } from "../diagnostics.js";
import { StateFailure } from "../failure.js";
import { readEffectiveInput, usesJsonata } from "../fields.js";
import { isJsonObject, type Json, type JsonObject } from "../json.js";
import { evaluateTemplate } from "../jsonata/evaluate-template.js";
import { fillTemplate } from "../jsonpath/payload-template.js";
import type { StoredObject } from "../options.js";
import { createExpressionScope, createTemplateScope } from "../scopes.js";
import { SimulationRefused } from "../simulation-refused.js";
import { inspect, type Strand, type Visit } from "../strand.js";
import { type FindObject, readAthenaManifest, readInventoryManifest } from "./manifests.js";
import type { MapItems } from "./map-items.js";
import { readNumber } from "./map-numbers.js";
import { readText } from "./object-text.js";
import { parseItems } from "./parse-items.js";

/** How many items a reader reads at most; Step Functions looks at it before the Map Run starts. */
export function readItemLimit(reader: ItemReader, visit: Visit, strand: Strand): Promise<number | undefined> {
  const { MaxItems, MaxItemsPath } = reader.ReaderConfig ?? {};
  return readNumber("MaxItems", MaxItems, MaxItemsPath, "integer", visit, strand);
}

/** The items that a distributed Map state reads from objects. @throws StateFailure `States.ItemReaderFailed` */
export async function readFromObjects(
  reader: ItemReader,
  limit: number | undefined,
  visit: Visit,
  strand: Strand,
): Promise<MapItems> {
  const source = await readSource(reader, visit, strand);
  const config = reader.ReaderConfig ?? {};
  if (limit !== undefined && limit < 0)
    throw new StateFailure("States.ItemReaderFailed", "field MaxItems must be positive");
  const items =
    visit.readerData === undefined
      ? await readAll(reader, source, config, visit, strand)
      : await readGiven(visit.readerData, source, config, visit, strand);
  // A limit above what Step Functions reads at most reads everything, as 0 does.
  if (!limit || limit > quotas.readerItems) return items;
  const { keys, source: place, values } = items;
  return { ...(keys && { keys: keys.slice(0, limit) }), source: place, values: values.slice(0, limit) };
}

/** In a test of one state, which shows what a pointer points to. */
async function readGiven(
  body: string,
  source: JsonObject,
  config: ReaderConfig,
  visit: Visit,
  strand: Strand,
): Promise<MapItems> {
  const object = { bucket: String(source.Bucket), key: String(source.Key), body };
  const items = await parseItems(object, config, `S3://${object.bucket}/${object.key}`, strand);
  const { keys, values } = items;
  if (config.ItemsPointer !== undefined && !usesJsonata(visit, strand)) {
    const pointed = keys ? Object.fromEntries(keys.map((key, i) => [key, values[i] as Json])) : [...values];
    inspect(visit, "afterItemsPointer", pointed);
  }
  return items;
}

async function readAll(
  reader: ItemReader,
  source: JsonObject,
  config: ReaderConfig,
  visit: Visit,
  strand: Strand,
): Promise<MapItems> {
  const bucket = `S3://${String(source.Bucket)}`;
  if (reader.Resource.endsWith(":listObjectsV2")) {
    const listed = listObjects(source, strand);
    return config.Transformation === "LOAD_AND_FLATTEN"
      ? parseAll(listed, config, bucket, strand)
      : { source: bucket, values: listed.map((object) => describeObject(object, strand)) };
  }
  const place = `${bucket}/${String(source.Key)}`;
  const find: FindObject = (named, key) => findObject(named, key, visit, strand);
  const object = find(String(source.Bucket), String(source.Key));
  if (config.ManifestType === "ATHENA_DATA") {
    return parseAll(readAthenaManifest(readText(object), find), config, place, strand);
  }
  if (config.ManifestType === "S3_INVENTORY" || config.InputType === "MANIFEST") {
    return { source: place, values: readInventoryManifest(readText(object), find) };
  }
  return parseItems(object, config, place, strand);
}

async function parseAll(
  objects: readonly StoredObject[],
  config: ReaderConfig,
  source: string,
  strand: Strand,
): Promise<MapItems> {
  const values: Json[] = [];
  for (const object of objects) values.push(...(await parseItems(object, config, source, strand)).values);
  return { source, values };
}

async function readSource(reader: ItemReader, visit: Visit, strand: Strand): Promise<JsonObject> {
  const source = usesJsonata(visit, strand)
    ? await evaluateTemplate(reader.Arguments ?? {}, "ItemReader/Arguments", createExpressionScope(visit, strand))
    : fillTemplate(reader.Parameters ?? {}, createTemplateScope(readEffectiveInput(visit, strand), visit, strand));
  return isJsonObject(source) ? source : {};
}

/** Those given, and those that writers have written. */
function listStored({ run }: Strand): readonly StoredObject[] {
  return [...(run.options.objects ?? []), ...run.written];
}

function findObject(bucket: string, key: string, visit: Visit, strand: Strand): StoredObject {
  const found = listStored(strand).findLast((object) => object.bucket === bucket && object.key === key);
  if (found) return found;
  const feature = `the object s3://${bucket}/${key}, which "objects" does not hold`;
  throw new SimulationRefused(simulatorDiagnostics["unsupported-feature"]({ state: visit.name, feature }));
}

/** In the order of their keys' bytes, as S3 lists them. */
function listObjects(source: JsonObject, strand: Strand): readonly StoredObject[] {
  const prefix = typeof source.Prefix === "string" ? source.Prefix : "";
  return listStored(strand)
    .filter((object) => object.bucket === source.Bucket && object.key.startsWith(prefix))
    .sort((left, right) => Buffer.compare(Buffer.from(left.key), Buffer.from(right.key)));
}

function describeObject({ body, key }: StoredObject, strand: Strand): Json {
  return {
    Etag: createHash("md5").update(body).digest("hex"),
    Key: key,
    LastModified: Math.floor(strand.run.startMs / 1000),
    Size: Buffer.byteLength(body),
    StorageClass: "STANDARD",
  };
}
