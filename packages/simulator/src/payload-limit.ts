import { quotas } from "@treadle/asl";

/** Whether a JSON text is too large for a payload. */
export function exceedsPayloadLimit(text: string): boolean {
  if (text.length > quotas.payloadBytes) return true;
  // A UTF-16 unit takes at most three bytes, so most texts need no counting.
  return text.length * 3 > quotas.payloadBytes && Buffer.byteLength(text) > quotas.payloadBytes;
}

/** Wording of Step Functions; `what` is a state's name, a function's ARN or a service. */
export function describePayloadExcess(what: string): string {
  return `The state/task '${what}' returned a result with a size exceeding the maximum number of bytes service limit.`;
}
