import { StateFailure } from "../failure.js";
import { isJsonObject, type Json } from "../json.js";
import { parseCsvItems } from "./csv.js";

/** Finds the body of an object that a manifest names. */
export type FindBody = (bucket: string, key: string) => string;

/** The objects that an Athena UNLOAD manifest names, one URI a line. */
export function readAthenaManifest(body: string, find: FindBody): string[] {
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
export function readInventoryManifest(body: string, find: FindBody): Json[] {
  const manifest = parse(body);
  if (!isJsonObject(manifest) || !Array.isArray(manifest.files)) throw malformed();
  const { destinationBucket, fileSchema, files } = manifest;
  const bucket = String(destinationBucket).replace(/^arn:[^:]*:s3:::/, "");
  const CSVHeaders = String(fileSchema).split(/,\s*/);
  return files.flatMap((file) => {
    if (!isJsonObject(file) || typeof file.key !== "string") throw malformed();
    return parseCsvItems(find(bucket, file.key), { CSVHeaderLocation: "GIVEN", CSVHeaders });
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
