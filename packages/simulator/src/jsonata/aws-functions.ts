import { createHash } from "node:crypto";
import { isJsonObject, type Json, setOwn } from "../json.js";
import { SeededRandom } from "../random.js";

const LONGEST_RANGE = 360_145;

const hashNames: Readonly<Record<string, string>> = {
  MD5: "md5",
  "SHA-1": "sha1",
  "SHA-256": "sha256",
  "SHA-384": "sha384",
  "SHA-512": "sha512",
};

/**
 * The functions that Step Functions adds to JSONata, by name. Arguments that make no sense give nothing (undefined), so
 * that the field that holds the expression fails.
 */
export function createAwsFunctions(random: SeededRandom): Readonly<Record<string, (...args: never[]) => unknown>> {
  return {
    partition,
    range,
    hash,
    parse,
    uuid: () => random.nextUuid(),
    random: (seed?: number) => (typeof seed === "number" ? new SeededRandom(seed) : random).next(),
  };
}

function partition(items: unknown, size: unknown): unknown {
  if (items === undefined || typeof size !== "number") return undefined;
  const list = Array.isArray(items) ? items : [items];
  const length = Math.trunc(size);
  if (length <= 0 || list.length === 0) return undefined;
  return Array.from({ length: Math.ceil(list.length / length) }, (_, i) => list.slice(i * length, (i + 1) * length));
}

/** A range of one number is that number, as JSONata's sequences are. */
function range(first: unknown, last: unknown, step: unknown): unknown {
  if (typeof first !== "number" || typeof last !== "number" || typeof step !== "number") return undefined;
  const [start, end, delta] = [Math.trunc(first), Math.trunc(last), Math.trunc(step)];
  if (delta === 0) return undefined;
  const count = Math.floor((end - start) / delta) + 1;
  if (count <= 0 || count > LONGEST_RANGE) return undefined;
  return count === 1 ? start : Array.from({ length: count }, (_, i) => start + i * delta);
}

function hash(value: unknown, algorithm: unknown): unknown {
  if (value === undefined || typeof algorithm !== "string") return undefined;
  const name = hashNames[algorithm];
  if (name === undefined) return undefined;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return createHash(name).update(text, "utf8").digest("hex");
}

function parse(text: unknown): unknown {
  return typeof text === "string" ? normalise(JSON.parse(text) as Json) : undefined;
}

/** JSON text knows a negative zero, Step Functions does not. */
function normalise(value: Json): Json {
  if (Array.isArray(value)) return value.map(normalise);
  if (isJsonObject(value)) {
    const copy = {};
    for (const [key, inner] of Object.entries(value)) setOwn(copy, key, normalise(inner));
    return copy;
  }
  return value === 0 ? 0 : value;
}
