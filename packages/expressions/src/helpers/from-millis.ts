const last = Date.parse("9999-12-31T23:59:59.999Z");
const first = Date.parse("0001-01-01T00:00:00.000Z");

/**
 * The time that many milliseconds after 1970-01-01T00:00:00Z, in UTC with milliseconds: "2026-02-28T12:00:00.000Z".
 *
 * @param millis in the years 1 to 9999; a fraction is cut off.
 * @throws RangeError outside these.
 */
export function fromMillis(millis: number): string {
  if (!(millis >= first && millis <= last)) throw new RangeError(`${millis} ms lie outside the years 1 to 9999`);
  return new Date(millis).toISOString();
}
