import { type Json, jsonEquals } from "../../json.js";
import { type ArgumentReader, IntrinsicArgumentError } from "./argument-readers.js";

const LONGEST_RANGE = 1000;

export function array(args: ArgumentReader): Json {
  return Array.from({ length: args.count }, (_, i) => args.value(i));
}

export function arrayPartition(args: ArgumentReader): Json {
  args.expectCount(2);
  const items = args.array(0);
  const size = args.roundedNumber(1);
  if (size <= 0) throw new IntrinsicArgumentError("wants a chunk size above zero");
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

export function arrayContains(args: ArgumentReader): Json {
  args.expectCount(2);
  return args.array(0).some((item) => jsonEquals(item, args.value(1)));
}

export function arrayRange(args: ArgumentReader): Json {
  args.expectCount(3);
  const [first, last, step] = [args.roundedNumber(0), args.roundedNumber(1), args.roundedNumber(2)];
  if (step === 0) throw new IntrinsicArgumentError("wants a step other than zero");
  const count = Math.max(0, Math.floor((last - first) / step) + 1);
  if (count > LONGEST_RANGE) throw new IntrinsicArgumentError(`cannot give more than ${LONGEST_RANGE} items`);
  return Array.from({ length: count }, (_, i) => first + i * step);
}

export function arrayGetItem(args: ArgumentReader): Json {
  args.expectCount(2);
  const items = args.array(0);
  const index = args.roundedNumber(1);
  const item = index < 0 ? undefined : items[index];
  if (item === undefined) throw new IntrinsicArgumentError(`finds no item at index ${index}`);
  return item;
}

export function arrayLength(args: ArgumentReader): Json {
  args.expectCount(1);
  return args.array(0).length;
}

export function arrayUnique(args: ArgumentReader): Json {
  args.expectCount(1);
  const unique: Json[] = [];
  for (const item of args.array(0)) if (!unique.some((kept) => jsonEquals(kept, item))) unique.push(item);
  return unique;
}
