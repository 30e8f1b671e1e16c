import { refuse } from "./engine-error.js";
import { isEngineFunction } from "./engine-functions.js";

/**
 * A value as `$string` and `&` write it: of numbers that are no integers 15 digits, of integers all that a double has, up
 * to 1e21. The engine rounds integers to 15 digits too, Step Functions does not.
 *
 * @throws D3001 for a number that is not finite, D1001 for one inside of a value.
 * @see https://github.com/floci-io/floci/pull/2683 for what was measured
 */
export function writeText(value: unknown, pretty = false): string | undefined {
  if (value === undefined || typeof value === "string") return value;
  if (isEngineFunction(value)) return "";
  if (typeof value === "number" && !Number.isFinite(value)) refuse("D3001", { value });
  return JSON.stringify(value, (_key, inner) => writable(inner), pretty ? 2 : 0);
}

function writable(value: unknown): unknown {
  if (typeof value !== "number") return isEngineFunction(value) ? "" : value;
  if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) refuse("D1001", { value });
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}
