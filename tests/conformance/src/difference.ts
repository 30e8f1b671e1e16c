export interface Difference {
  /** JSON Pointer. */
  readonly pointer: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** Where two JSON values part, deepest places first found in key order. */
export function findDifferences(expected: unknown, actual: unknown, pointer = ""): Difference[] {
  if (Object.is(expected, actual)) return [];
  if (isContainer(expected) && isContainer(actual) && Array.isArray(expected) === Array.isArray(actual)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
    return [...keys].flatMap((key) =>
      findDifferences(expected[key], actual[key], `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`),
    );
  }
  return [{ pointer, expected, actual }];
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
