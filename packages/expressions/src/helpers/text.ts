/**
 * A number as text with at most 15 significant digits, as JSONata writes it: `text(0.1 + 0.2)` is "0.3". Integers up to
 * 15 digits are written exactly, longer ones end in zeros (Step Functions itself was seen to write all their digits); from 1e21
 * on the text has an exponent.
 *
 * @throws RangeError for a number that JSON cannot hold.
 */
export function text(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} has no text in JSON`);
  return JSON.stringify(Number(value.toPrecision(15)));
}
