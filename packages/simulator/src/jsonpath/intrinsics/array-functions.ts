import { type Json, jsonEquals } from "../../json.js";
import { type ArgumentReader, refuseArguments } from "./argument-readers.js";

const LONGEST_RANGE = 1000;

export function array(args: ArgumentReader): Json {
  return Array.from({ length: args.count }, (_, i) => args.value(i));
}

export function arrayPartition(args: ArgumentReader): Json {
  args.expectCount(2);
  const items = args.array(0);
  const size = args.wholeNumber(1);
  if (size <= 0) refuseArguments();
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

export function arrayContains(args: ArgumentReader): Json {
  args.expectCount(2);
  return args.array(0).some((item) => jsonEquals(item, args.value(1)));
}

export function arrayRange(args: ArgumentReader): Json {
  args.expectCount(3);
  const [first, last, step] = [args.wholeNumber(0), args.wholeNumber(1), args.wholeNumber(2)];
  if (step === 0) refuseArguments();
  const count = Math.max(0, Math.floor((last - first) / step) + 1);
  if (count > LONGEST_RANGE) refuseArguments();
  return Array.from({ length: count }, (_, i) => first + i * step);
}

export function arrayGetItem(args: ArgumentReader): Json {
  args.expectCount(2);
  const items = args.array(0);
  const item = items[args.wholeNumber(1)];
  return item === undefined ? refuseArguments() : item;
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
