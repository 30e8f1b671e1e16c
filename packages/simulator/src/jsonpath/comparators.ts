import type { Json } from "../json.js";
import { parseTimestamp } from "../timestamp.js";

/** Whether the variable's value compares so to the rule's value. Values of other types never do. */
export type Comparator = (value: Json, other: Json) => boolean;

type Ordering = (order: number) => boolean;

const orderings: Readonly<Record<string, Ordering>> = {
  Equals: (order) => order === 0,
  LessThan: (order) => order < 0,
  LessThanEquals: (order) => order <= 0,
  GreaterThan: (order) => order > 0,
  GreaterThanEquals: (order) => order >= 0,
};

function compareStrings(value: Json, other: Json): number | undefined {
  if (typeof value !== "string" || typeof other !== "string") return undefined;
  return value < other ? -1 : value > other ? 1 : 0;
}

function compareNumbers(value: Json, other: Json): number | undefined {
  return typeof value === "number" && typeof other === "number" ? value - other : undefined;
}

function compareTimestamps(value: Json, other: Json): number | undefined {
  return compareNumbers(readTimestamp(value), readTimestamp(other));
}

function readTimestamp(value: Json): Json {
  return typeof value === "string" ? (parseTimestamp(value) ?? null) : null;
}

function makeOrdered(): [string, Comparator][] {
  const kinds = { String: compareStrings, Numeric: compareNumbers, Timestamp: compareTimestamps };
  return Object.entries(kinds).flatMap(([kind, compare]) =>
    Object.entries(orderings).map(([name, accepts]): [string, Comparator] => [
      `${kind}${name}`,
      (value, other) => {
        const order = compare(value, other);
        return order !== undefined && accepts(order);
      },
    ]),
  );
}

/** Comparators of Choice rules by name. Those whose names end in `Path` take their value from a path first. */
export const comparators: ReadonlyMap<string, Comparator> = new Map<string, Comparator>([
  ...makeOrdered(),
  ["BooleanEquals", (value, other) => typeof value === "boolean" && value === other],
  ["StringMatches", (value, other) => typeof value === "string" && typeof other === "string" && matches(value, other)],
  ["IsNull", (value, wanted) => (value === null) === wanted],
  ["IsBoolean", (value, wanted) => (typeof value === "boolean") === wanted],
  ["IsNumeric", (value, wanted) => (typeof value === "number") === wanted],
  ["IsString", (value, wanted) => (typeof value === "string") === wanted],
  ["IsTimestamp", (value, wanted) => (readTimestamp(value) !== null) === wanted],
]);

/** Whether a value found at a comparator's path is of the type that the comparator compares. */
export function suitsComparator(name: string, value: Json): boolean {
  if (name.startsWith("Numeric")) return typeof value === "number";
  if (name.startsWith("Boolean")) return typeof value === "boolean";
  if (name.startsWith("Timestamp")) return readTimestamp(value) !== null;
  return typeof value === "string";
}

/** `*` stands for any characters; `\*` and `\\` for themselves. */
function matches(value: string, pattern: string): boolean {
  const source = pattern.replaceAll(/\\[*\\]|\*|[\s\S]/g, (token) =>
    token === "*" ? "[\\s\\S]*" : token.slice(-1).replace(/[\\^$.*+?()[\]{}|/]/, "\\$&"),
  );
  return new RegExp(`^${source}$`).test(value);
}
