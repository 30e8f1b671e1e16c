const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Milliseconds since 1970 of a date and time with zone, as Step Functions reads them (upper-case `T` and `Z`), to the
 * nanosecond; undefined when the text is none.
 */
export function parseTimestamp(text: string): number | undefined {
  const parts = RFC_3339.exec(text);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = parts as unknown as string[];
  const wholeSeconds = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  if (Number.isNaN(wholeSeconds) || Number(day) > daysInMonth(Number(year), Number(month))) return undefined;
  return wholeSeconds + (fraction === undefined ? 0 : Number(`0.${fraction}`) * 1000);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
