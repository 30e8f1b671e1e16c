import { StateFailure } from "../failure.js";
import { isJsonObject, type Json } from "../json.js";
import type { StoredObject } from "../options.js";
import { parseCsvItems } from "./csv.js";
import { readText } from "./object-text.js";

/** Finds an object that a manifest names. */
export type FindObject = (bucket: string, key: string) => StoredObject;

/** The objects that an Athena UNLOAD manifest names, one URI a line. */
export function readAthenaManifest(body: string, find: FindObject): StoredObject[] {
  return body
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [, bucket, key] = /^"?s3:\/\/([^/]+)\/(.+?)"?$/i.exec(line.trim()) ?? [];
      if (bucket === undefined || key === undefined) throw malformed();
      return find(bucket, key);
    });
}

/** The rows of the CSV reports that an S3 inventory's `manifest.json` names, by the columns of its schema. */
export function readInventoryManifest(body: string, find: FindObject): Json[] {
  const manifest = parse(body);
  if (!isJsonObject(manifest) || !Array.isArray(manifest.files)) throw malformed();
  const { destinationBucket, fileSchema, files } = manifest;
  const bucket = String(destinationBucket).replace(/^arn:[^:]*:s3:::/, "");
  const CSVHeaders = String(fileSchema).split(/,\s*/);
  return files.flatMap((file) => {
    if (!isJsonObject(file) || typeof file.key !== "string") throw malformed();
    return parseCsvItems(readText(find(bucket, file.key)), { CSVHeaderLocation: "GIVEN", CSVHeaders });
  });
}

function parse(body: string): Json {
  try {
    return JSON.parse(body) as Json;
  } catch {
    throw malformed();
  }
}

function malformed(): StateFailure {
  return new StateFailure("States.ItemReaderFailed", "The manifest cannot be read.");
}
