import { quotas } from "@treadle/asl";

/*
 * What Step Functions lets one evaluation use. The time is documented, levels and lengths were measured on the service;
 * how it counts memory is not known. AWS Elemental Inference, whose JSONata has the same second and the same 100 levels,
 * documents 10 MB that are allocated.
 *
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 * https://docs.aws.amazon.com/elemental-inference/latest/userguide/functions-expressions-guardrails.html
 * https://github.com/floci-io/floci/issues/2737
 */

/** An error without a code, which Step Functions puts behind a colon. */
export class UncodedError extends Error {}

/** Numbers that `[a..b]` may have: 873,782 were accepted, one more was refused. */
const LONGEST_RANGE = 873_782;

/** Numbers that `$range` may give, as measured: one more would let the list behind it grow. */
const LONGEST_RANGE_CALL = 360_145;

/** Characters of a text that `&` makes: 2^22 were accepted and 2^23 refused; this many fill 10 MiB with two bytes each. */
const LONGEST_JOINED_TEXT = 5_242_880;

/** Characters that one call of `$pad` may add, however long the text becomes: one more was refused. */
const LONGEST_PADDING = 262_144;

/** @throws UncodedError */
export function checkRange(count: number): void {
  if (count > LONGEST_RANGE) throw memoryExceeded();
}

/** @throws UncodedError */
export function checkRangeCall(count: number): void {
  if (count > LONGEST_RANGE_CALL) throw memoryExceeded();
}

/** @throws UncodedError */
export function checkJoinedText(characters: number): void {
  if (characters > LONGEST_JOINED_TEXT) throw memoryExceeded();
}

/** @throws UncodedError */
export function checkPadding(characters: number): void {
  if (characters > LONGEST_PADDING) throw memoryExceeded();
}

export function memoryExceeded(): UncodedError {
  return new UncodedError("Expression evaluation memory limit exceeded: Check for excessive memory usage");
}

/** @throws UncodedError */
export function checkDepth(depth: number): void {
  if (depth > quotas.jsonataDepth) throw depthExceeded();
}

export function depthExceeded(): UncodedError {
  return new UncodedError(
    "Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive",
  );
}

/** Time is counted in steps. Only what stands before the colon is documented; behind it is what the engine's own limiter says. */
export function timeExceeded(): UncodedError {
  return new UncodedError("Expression evaluation timeout: Check for infinite loop");
}
