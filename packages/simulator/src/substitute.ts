import { fillPlaceholders } from "@treadle/asl";
import type { Json } from "./json.js";
import { setOwn } from "./json.js";

/** Pseudo parameters that every deployment has; `substitutions` may replace them. */
const defaults: Readonly<Record<string, string>> = {
  "AWS::AccountId": "123456789012",
  "AWS::Partition": "aws",
  "AWS::Region": "us-east-1",
};

/** A copy with `${Name}` replaced in all strings; names without a value stay as they are. */
export function substitutePlaceholders(value: Json, substitutions: Readonly<Record<string, string>>): Json {
  return substitute(value, { ...defaults, ...substitutions });
}

function substitute(value: Json, values: Readonly<Record<string, string>>): Json {
  if (typeof value === "string") return fillPlaceholders(value, values);
  if (Array.isArray(value)) return value.map((item) => substitute(item, values));
  if (typeof value !== "object" || value === null) return value;
  const copy = {};
  for (const [key, inner] of Object.entries(value)) setOwn(copy, key, substitute(inner, values));
  return copy;
}
