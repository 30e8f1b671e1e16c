import { gunzipSync, zstdDecompressSync } from "node:zlib";
import { StateFailure } from "../failure.js";
import type { StoredObject } from "../options.js";

/**
 * The text of an object. Bytes under a name that says so are unpacked, as Step Functions does; a body that is text already
 * is taken as it is. @throws StateFailure `States.ItemReaderFailed`
 */
export function readText(object: StoredObject): string {
  return typeof object.body === "string" ? object.body : new TextDecoder().decode(unpack(object.key, object.body));
}

function unpack(key: string, body: Uint8Array): Uint8Array {
  try {
    if (/\.gz(ip)?$/i.test(key)) return gunzipSync(body);
    return /\.zst(d)?$/i.test(key) ? zstdDecompressSync(body) : body;
  } catch {
    throw new StateFailure("States.ItemReaderFailed", `The object ${key} cannot be decompressed.`);
  }
}
