import { fillPlaceholders } from "@treadle/asl";
import { type Json, type JsonObject, setOwn } from "./json.js";

/** Pseudo parameters that every deployment has; `substitutions` may replace them. */
const defaults: Readonly<Record<string, string>> = {
  "AWS::AccountId": "123456789012",
  "AWS::Partition": "aws",
  "AWS::Region": "us-east-1",
};

/** A value with `${Name}` replaced in all strings; names without a value stay as they are. */
export function substitutePlaceholders(value: Json, substitutions: Readonly<Record<string, string>>): Json {
  return substitute(value, { ...defaults, ...substitutions });
}

function substitute(value: Json, values: Readonly<Record<string, string>>): Json {
  if (typeof value === "string") return value.includes("${") ? fillPlaceholders(value, values) : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => substitute(item, values));
    return items.some((item, i) => item !== value[i]) ? items : value;
  }
  let copy: JsonObject | undefined;
  for (const key in value) {
    const inner = value[key] as Json;
    const filled = substitute(inner, values);
    if (filled === inner) continue;
    copy ??= { ...value };
    setOwn(copy, key, filled);
  }
  return copy ?? value;
}
