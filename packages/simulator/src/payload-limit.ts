import { quotas } from "@treadle/asl";
import type { History } from "./history.js";
import type { Json } from "./json.js";

/** Whether a value is too large for a payload. Its text is made only where the history needs it, or a guess is not enough. */
export function exceedsPayloadLimit(value: Json, history: History): boolean {
  if (!history.records && guessBytes(value, quotas.payloadBytes) <= quotas.payloadBytes) return false;
  return exceedsBytes(history.toText(value));
}

/** Whether a JSON text is too large for a payload. */
export function exceedsBytes(text: string): boolean {
  if (text.length > quotas.payloadBytes) return true;
  // A UTF-16 unit takes at most three bytes, so most texts need no counting.
  return text.length * 3 > quotas.payloadBytes && Buffer.byteLength(text) > quotas.payloadBytes;
}

/** Wording of Step Functions; `what` is a state's name, a function's ARN or a service. */
export function describePayloadExcess(what: string): string {
  return `The state/task '${what}' returned a result with a size exceeding the maximum number of bytes service limit.`;
}

/** Longest text of a number, such as `-1.2345678901234567e+300`. */
const NUMBER_BYTES = 25;

/** At least as many bytes as a value's text has; it stops counting above `enough`. */
function guessBytes(value: Json, enough: number): number {
  if (typeof value === "string") return value.length * 6 + 2;
  if (typeof value !== "object" || value === null) return NUMBER_BYTES;
  let bytes = 2;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length && bytes <= enough; i++) bytes += guessBytes(value[i] as Json, enough - bytes) + 1;
    return bytes;
  }
  for (const key in value) {
    bytes += key.length * 6 + 4 + guessBytes(value[key] as Json, enough - bytes);
    if (bytes > enough) break;
  }
  return bytes;
}
