import type { Json } from "../../json.js";
import { SeededRandom } from "../../random.js";
import { type ArgumentReader, IntrinsicArgumentError } from "./argument-readers.js";

export function mathAdd(args: ArgumentReader): Json {
  args.expectCount(2);
  return args.roundedNumber(0) + args.roundedNumber(1);
}

/** A whole number of the first up to, not including, the second argument; the third is a seed. */
export function mathRandom(args: ArgumentReader, random: SeededRandom): Json {
  args.expectCount(2, 3);
  const [start, end] = [args.roundedNumber(0), args.roundedNumber(1)];
  if (end <= start) throw new IntrinsicArgumentError("wants an end above the start");
  const source = args.count === 3 ? new SeededRandom(args.roundedNumber(2)) : random;
  return start + Math.floor(source.next() * (end - start));
}
