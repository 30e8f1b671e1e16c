/**
 * A number as text with exactly `digits` decimals, halves rounded to the even neighbour as written in decimal:
 * `fixed(2.345, 2)` is "2.34", `fixed(2.355, 2)` is "2.36".
 *
 * @param value less than 1e15 in size.
 * @param digits 0 to 15; a constant where the call is part of a workflow.
 * @throws RangeError outside these.
 */
export function fixed(value: number, digits: number): string {
  if (!(Math.abs(value) < 1e15)) throw new RangeError(`fixed takes numbers below 1e15, not ${value}`);
  if (!Number.isInteger(digits) || digits < 0 || digits > 15) {
    throw new RangeError(`fixed takes 0 to 15 digits, not ${digits}`);
  }
  return roundHalfEven(value, digits).toFixed(digits);
}

function roundHalfEven(value: number, digits: number): number {
  const scaled = shift(value, digits);
  const nearest = Math.round(scaled);
  const tied = Math.abs(nearest - scaled) === 0.5 && nearest % 2 !== 0;
  // Adding 0 turns -0 into 0.
  return shift(tied ? nearest - 1 : nearest, -digits) + 0;
}

/** Moves the decimal point in the written number, where multiplying would leave an error of its own. */
function shift(value: number, digits: number): number {
  const [mantissa, exponent = "0"] = String(value).split("e");
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}
