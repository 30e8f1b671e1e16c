const pattern = /^\d{4}-\d{2}-(\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/**
 * The milliseconds from 1970-01-01T00:00:00Z to a time such as "2026-02-28T12:00:00Z", "2026-02-28T12:00:00.250+01:00".
 *
 * @throws RangeError for a text that is no such time, such as one without a time zone.
 */
export function toMillis(iso: string): number {
  const match = pattern.exec(iso);
  const millis = Date.parse(iso);
  if (match === null || Number.isNaN(millis)) throw new RangeError(`"${iso}" is no time in ISO 8601 with a time zone`);
  // A day that its month does not have would become one of the next month.
  const [, day, , sign, hours, minutes] = match;
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === "-" ? -60_000 : 60_000);
  if (new Date(millis + offset).getUTCDate() !== Number(day)) throw new RangeError(`"${iso}" is no day of its month`);
  return millis;
}
