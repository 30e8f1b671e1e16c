import type { CompiledLambda, Outcome } from "../harness.js";

/** Whether an engine's outcome is what Node gave; object members have no order. */
export function isSame(expected: Outcome, actual: Outcome): boolean {
  return JSON.stringify(sortKeys(expected)) === JSON.stringify(sortKeys(actual));
}

/** What Node gives, or undefined where there is nothing to agree on: no value, an error, a number that JSON does not have. */
export function expectedOutcome(lambda: CompiledLambda, scope: object): Outcome | undefined {
  try {
    const value = lambda.runInNode(structuredClone(scope));
    return value === undefined || hidesNumber(value) ? undefined : { json: JSON.parse(JSON.stringify(value)) };
  } catch {
    return undefined;
  }
}

/** Infinity and NaN become null in JSON. */
function hidesNumber(value: unknown): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  return typeof value === "object" && value !== null && Object.values(value).some(hidesNumber);
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sortKeys(member)]),
  );
}
