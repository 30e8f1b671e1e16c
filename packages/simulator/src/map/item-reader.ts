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
import type { Strand, Visit } from "../strand.js";
import { parseCsvItems } from "./csv.js";
import { type FindBody, readAthenaManifest, readInventoryManifest } from "./manifests.js";
import { type MapItems, toMapItems } from "./map-items.js";
import { readNumber } from "./map-numbers.js";

/** The items that a distributed Map state reads from objects. @throws StateFailure `States.ItemReaderFailed` */
export async function readFromObjects(reader: ItemReader, visit: Visit, strand: Strand): Promise<MapItems> {
  const source = await readSource(reader, visit, strand);
  const config = reader.ReaderConfig ?? {};
  const limit = await readNumber("MaxItems", config.MaxItems, config.MaxItemsPath, "integer", visit, strand);
  if (limit !== undefined && limit < 0)
    throw new StateFailure("States.ItemReaderFailed", "field MaxItems must be positive");
  const items = readAll(reader, source, config, visit, strand);
  // A limit above what Step Functions reads at most reads everything, as 0 does.
  if (!limit || limit > quotas.readerItems) return items;
  const { keys, source: place, values } = items;
  return { ...(keys && { keys: keys.slice(0, limit) }), source: place, values: values.slice(0, limit) };
}

function readAll(reader: ItemReader, source: JsonObject, config: ReaderConfig, visit: Visit, strand: Strand): MapItems {
  const bucket = `S3://${String(source.Bucket)}`;
  if (!reader.Resource.endsWith(":listObjectsV2")) {
    const place = `${bucket}/${String(source.Key)}`;
    const body = findBody(String(source.Bucket), String(source.Key), visit, strand);
    const find: FindBody = (named, key) => findBody(named, key, visit, strand);
    if (config.ManifestType === "ATHENA_DATA") {
      const parts = readAthenaManifest(body, find);
      return { source: place, values: parts.flatMap((part) => parseItems(part, config, place, visit, strand).values) };
    }
    if (config.ManifestType === "S3_INVENTORY" || config.InputType === "MANIFEST") {
      return { source: place, values: readInventoryManifest(body, find) };
    }
    return parseItems(body, config, place, visit, strand);
  }
  const listed = listObjects(source, strand);
  const values =
    config.Transformation === "LOAD_AND_FLATTEN"
      ? listed.flatMap(({ body }) => parseItems(body, config, bucket, visit, strand).values)
      : listed.map((object) => describeObject(object, strand));
  return { source: bucket, values };
}

function refuse(feature: string, visit: Visit): SimulationRefused {
  return new SimulationRefused(simulatorDiagnostics["unsupported-feature"]({ state: visit.name, feature }));
}

async function readSource(reader: ItemReader, visit: Visit, strand: Strand): Promise<JsonObject> {
  const source = usesJsonata(visit, strand)
    ? await evaluateTemplate(reader.Arguments ?? {}, "ItemReader/Arguments", createExpressionScope(visit, strand))
    : fillTemplate(reader.Parameters ?? {}, createTemplateScope(readEffectiveInput(visit, strand), visit, strand));
  return isJsonObject(source) ? source : {};
}

function findBody(bucket: string, key: string, visit: Visit, strand: Strand): string {
  const found = strand.run.objects.find((object) => object.bucket === bucket && object.key === key);
  if (found) return found.body;
  throw refuse(`the object s3://${bucket}/${key}, which "objects" does not hold`, visit);
}

function listObjects(source: JsonObject, strand: Strand): readonly StoredObject[] {
  const prefix = typeof source.Prefix === "string" ? source.Prefix : "";
  return strand.run.objects.filter((object) => object.bucket === source.Bucket && object.key.startsWith(prefix));
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

function parseItems(body: string, config: ReaderConfig, source: string, visit: Visit, strand: Strand): MapItems {
  switch (config.InputType) {
    case "CSV":
      return { source, values: parseCsvItems(body, config) };
    case "JSONL":
      return {
        source,
        values: body.split("\n").flatMap((line) => (line.trim() === "" ? [] : [parseJson(line)])),
      };
    case "JSON":
    case undefined: {
      const items = toMapItems(followPointer(parseJson(body), config.ItemsPointer), source, strand);
      if (items) return items;
      throw new StateFailure("States.ItemReaderFailed", "Attempting to map over non-iterable node.");
    }
    default:
      throw refuse(`the input type ${config.InputType}`, visit);
  }
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new StateFailure("States.ItemReaderFailed", "Attempting to parse invalid JSON.");
  }
}

function followPointer(value: Json, pointer: string | undefined): Json {
  let found: Json | undefined = value;
  for (const part of (pointer ?? "").split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(found)) found = found[Number(key)];
    else found = isJsonObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }
  if (found !== undefined) return found;
  throw new StateFailure("States.ItemReaderFailed", `Unable to find an item at the pointer ${pointer}.`);
}
