import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { StateFailure } from "../failure.js";
import { type Json, type JsonObject, setOwn } from "../json.js";
import type { StoredObject } from "../options.js";

/** What Node.js unpacks by itself; Snappy comes with the library. */
const compressors = {
  BROTLI: (input: Uint8Array) => brotliDecompressSync(input),
  GZIP: (input: Uint8Array) => gunzipSync(input),
  ZSTD: (input: Uint8Array) => zstdDecompressSync(input),
};

/** The rows of a Parquet file, as objects by column. @throws StateFailure `States.ItemReaderFailed` */
export async function parseParquetItems({ body, key }: StoredObject): Promise<Json[]> {
  // Loaded only here, since few machines read Parquet.
  const { parquetReadObjects } = await import("hyparquet");
  const bytes = typeof body === "string" ? Buffer.from(body, "latin1") : body;
  const file = Uint8Array.from(bytes).buffer;
  try {
    const rows = await parquetReadObjects({ file, compressors, geoparquet: false });
    return rows.map(toJson);
  } catch (error) {
    throw new StateFailure("States.ItemReaderFailed", `The object ${key} is no Parquet file: ${String(error)}`);
  }
}

/** Columns know more types than JSON: times become texts, large numbers the nearest number, bytes Base64. */
function toJson(value: unknown): Json {
  if (value === undefined || value === null) return null;
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== "object") return value as Json;
  const object: JsonObject = {};
  for (const [name, inner] of Object.entries(value)) setOwn(object, name, toJson(inner));
  return object;
}
