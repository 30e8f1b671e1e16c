import { createHash } from "node:crypto";
import { isJsonObject, type Json } from "../../json.js";
import { type ArgumentReader, IntrinsicArgumentError, refuseArguments } from "./argument-readers.js";

const LONGEST_CODED_TEXT = 10_000;

const hashNames: Readonly<Record<string, string>> = {
  MD5: "md5",
  "SHA-1": "sha1",
  "SHA-256": "sha256",
  "SHA-384": "sha384",
  "SHA-512": "sha512",
};

/** `States.Format`: the first argument keeps its escapes, so that `\{\}` stands for braces. */
export function format(args: ArgumentReader): Json {
  const template = args.string(0);
  let used = 0;
  const text = template.replaceAll(/\\(.)|\{\}|[{}]/g, (match, escaped: string | undefined) => {
    if (escaped !== undefined) return "'{}\\".includes(escaped) ? escaped : match;
    if (match === "{") throw new IntrinsicArgumentError("matching '}' not found for '{'.", "template");
    if (match === "}") throw new IntrinsicArgumentError("matching '{' not found for '}'.", "template");
    used += 1;
    return used < args.count ? toJavaText(args.value(used)) : match;
  });
  if (used !== args.count - 1) {
    throw new IntrinsicArgumentError("number of arguments do not match the occurrences of {}.");
  }
  return text;
}

/** Objects and arrays as Java's collections print themselves. */
function toJavaText(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(toJavaText).join(", ")}]`;
  if (!isJsonObject(value)) return typeof value === "string" ? value : JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, inner]) => `${key}=${toJavaText(inner)}`)
    .join(", ")}}`;
}

export function stringToJson(args: ArgumentReader): Json {
  args.expectCount(1);
  const text = args.string(0);
  if (text.trim() === "") return null;
  try {
    return withoutNegativeZero(JSON.parse(text) as Json);
  } catch {
    refuseArguments();
  }
}

function withoutNegativeZero(value: Json): Json {
  return value === 0 ? 0 : value;
}

export function jsonToString(args: ArgumentReader): Json {
  args.expectCount(1);
  return JSON.stringify(args.value(0));
}

/** The separator is a set of characters; empty pieces vanish. */
export function stringSplit(args: ArgumentReader): Json {
  args.expectCount(2);
  const separators = new Set(args.string(1));
  const pieces: string[] = [];
  let piece = "";
  for (const char of args.string(0)) {
    if (!separators.has(char)) piece += char;
    else if (piece !== "") {
      pieces.push(piece);
      piece = "";
    }
  }
  return piece === "" ? pieces : [...pieces, piece];
}

export function base64Encode(args: ArgumentReader): Json {
  args.expectCount(1);
  return Buffer.from(limitText(args.string(0)), "utf8").toString("base64");
}

export function base64Decode(args: ArgumentReader): Json {
  args.expectCount(1);
  // As MIME has it: what is no Base64 in between does not count, padding may be absent.
  return Buffer.from(limitText(args.string(0)).replaceAll(/[^A-Za-z0-9+/]/g, ""), "base64").toString("utf8");
}

export function hash(args: ArgumentReader): Json {
  args.expectCount(2);
  const value = args.value(0);
  const text = limitText(typeof value === "string" ? value : JSON.stringify(value));
  const name = hashNames[args.string(1)];
  return name === undefined ? refuseArguments() : createHash(name).update(text, "utf8").digest("hex");
}

function limitText(text: string): string {
  return text.length <= LONGEST_CODED_TEXT ? text : refuseArguments();
}
