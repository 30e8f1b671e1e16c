import { type Json, type JsonObject, setOwn } from "../json.js";
import type { SeededRandom } from "../random.js";
import type { PathScope } from "./evaluate-path.js";
import { evaluateIntrinsic } from "./intrinsics/evaluate-intrinsic.js";
import { readFieldPath } from "./read-path.js";

export interface TemplateScope extends PathScope {
  readonly random: SeededRandom;
}

/** Fills a payload template: values of fields whose names end in `.$` are paths or intrinsic functions. */
export function fillTemplate(template: Json, scope: TemplateScope): Json {
  if (Array.isArray(template)) return template.map((item) => fillTemplate(item, scope));
  if (typeof template !== "object" || template === null) return template;
  const filled: JsonObject = {};
  for (const key in template) {
    const value = template[key] as Json;
    if (typeof value === "string" && key.endsWith(".$"))
      setOwn(filled, key.slice(0, -2), evaluateField(value, key, scope));
    else setOwn(filled, key, fillTemplate(value, scope));
  }
  return filled;
}

/** A path or an intrinsic function, as fields like `ErrorPath` and `x.$` hold. */
export function evaluateField(text: string, field: string, scope: TemplateScope): Json {
  return text.startsWith("$") || text.trimStart().startsWith("$")
    ? readFieldPath(text, field, scope)
    : evaluateIntrinsic(text, scope);
}
