import { createHash } from "node:crypto";
import { isJsonObject, type Json, setOwn } from "../json.js";
import { SeededRandom } from "../random.js";
import { refuse } from "./engine-error.js";
import { checkRangeCall } from "./limits.js";

const hashNames: Readonly<Record<string, string>> = {
  MD5: "md5",
  "SHA-1": "sha1",
  "SHA-256": "sha256",
  "SHA-384": "sha384",
  "SHA-512": "sha512",
};

function refuseArgument(token: string, index: number): never {
  return refuse("T0410", { token, index });
}

/** The functions that Step Functions adds to JSONata, by name. Where an argument is undefined, so is most of what they give. */
export function createAwsFunctions(random: SeededRandom): Readonly<Record<string, (...args: unknown[]) => unknown>> {
  return {
    partition,
    range,
    hash,
    parse,
    uuid: (...args) => (args.length > 0 ? refuseArgument("uuid", 1) : random.nextUuid()),
    random: (...args) => {
      if (args.length > 1) return refuseArgument("random", 2);
      const seed = readNumber("random", args, 0);
      return (seed === undefined ? random : new SeededRandom(seed)).next();
    },
  };
}

function readNumber(name: string, args: readonly unknown[], position: number): number | undefined {
  const value = args[position];
  return value === undefined || typeof value === "number" ? value : refuseArgument(name, position + 1);
}

function readText(name: string, args: readonly unknown[], position: number): string | undefined {
  const value = args[position];
  return value === undefined || typeof value === "string" ? value : refuseArgument(name, position + 1);
}

function partition(...args: unknown[]): unknown {
  if (args.length > 2) return refuseArgument("partition", 3);
  const [items] = args;
  if (items === undefined) return undefined;
  if (!Array.isArray(items)) return refuse("T0412", { token: "partition", index: 1 });
  const size = Math.trunc(readNumber("partition", args, 1) ?? items.length);
  if (size < 0) return refuse("D3137", { message: "Second argument must be zero or greater" });
  if (size === 0 || items.length === 0) return undefined;
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

/** A range of one number is that number, as JSONata's sequences are. */
function range(...args: unknown[]): unknown {
  if (args.length < 2) return refuseArgument("range", args.length + 1);
  if (args.length > 3) return refuseArgument("range", 4);
  const [first, last, step] = [0, 1, 2].map((position) => readNumber("range", args, position));
  if (first === undefined || last === undefined || step === undefined) return undefined;
  const [start, end, delta] = [Math.trunc(first), Math.trunc(last), Math.trunc(step)];
  if (delta === 0) return undefined;
  const count = Math.floor((end - start) / delta) + 1;
  if (count <= 0) return undefined;
  checkRangeCall(count);
  return count === 1 ? start : Array.from({ length: count }, (_, i) => start + i * delta);
}

function hash(...args: unknown[]): unknown {
  if (args.length === 0 || args.length > 2) return refuseArgument("hash", args.length === 0 ? 1 : 3);
  const text = readText("hash", args, 0);
  const algorithm = readText("hash", args, 1);
  if (text === undefined || algorithm === undefined) return undefined;
  const name = hashNames[algorithm];
  if (name !== undefined) return createHash(name).update(text, "utf8").digest("hex");
  const message = `Hash algorithm '${algorithm}' must be one of SHA-1, SHA-384, SHA-256, SHA-512, MD5`;
  return refuse("D3137", { message });
}

function parse(...args: unknown[]): unknown {
  if (args.length > 1) return refuseArgument("parse", 2);
  const text = readText("parse", args, 0);
  if (text === undefined) return undefined;
  try {
    const keys = { count: 0 };
    const value = normalise(JSON.parse(text) as Json, keys);
    if (keys.count === countKeys(text)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return refuse("D3137", { message: "Invalid JSON" });
}

/** Names in a text that is JSON: a name that an object has twice counts twice, and Step Functions refuses it. */
function countKeys(text: string): number {
  let count = 0;
  for (const [, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g)) if (colon !== undefined) count += 1;
  return count;
}

/**
 * JSON text knows numbers that Step Functions does not: a negative zero, and what is too large for a double.
 *
 * @throws SyntaxError
 */
function normalise(value: Json, keys: { count: number }): Json {
  if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) throw new SyntaxError("too large");
  if (Array.isArray(value)) return value.map((item) => normalise(item, keys));
  if (isJsonObject(value)) {
    const copy = {};
    for (const [key, inner] of Object.entries(value)) {
      keys.count += 1;
      setOwn(copy, key, normalise(inner, keys));
    }
    return copy;
  }
  return value === 0 ? 0 : value;
}
