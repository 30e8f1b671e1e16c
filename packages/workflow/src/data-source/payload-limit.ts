import type { Json } from "@treadle/expressions";

/**
 * Most bytes of a statement's result as JSON. Step Functions passes on 262,144 at most, together with what else the state
 * returns and what the Lambda service wraps around it.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
export const payloadLimitBytes = 200 * 1024;

/** A value's size in a state: bytes of its JSON in UTF-8. */
export function sizeOf(value: Json): number {
  return Buffer.byteLength(JSON.stringify(value));
}
