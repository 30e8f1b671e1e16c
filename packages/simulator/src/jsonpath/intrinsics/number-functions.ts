import type { Json } from "../../json.js";
import { SeededRandom } from "../../random.js";
import { type ArgumentReader, refuseArguments } from "./argument-readers.js";

/** Rounds, halves up; no other function does. */
export function mathAdd(args: ArgumentReader): Json {
  args.expectCount(2);
  return Math.round(args.number(0)) + Math.round(args.number(1));
}

/** A whole number of the first up to, not including, the second argument; the third is a seed. */
export function mathRandom(args: ArgumentReader, random: SeededRandom): Json {
  args.expectCount(2, 3);
  const [start, end] = [args.wholeNumber(0), args.wholeNumber(1)];
  if (end <= start) refuseArguments();
  const source = args.count === 3 ? new SeededRandom(args.wholeNumber(2)) : random;
  return start + source.nextWhole(end - start);
}
