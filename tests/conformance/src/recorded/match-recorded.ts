/** Where an actual value parts from a recorded one. */
export interface Mismatch {
  readonly pointer: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

const PLACEHOLDER = /<(?:[^<>]|<[^<>]*>)*>/g;

/** Words that stand for any value in every case. */
const maskWords: ReadonlySet<string> = new Set(["timestamp", "date"]);

/**
 * Compares values with what was recorded: `<…>` stands for any text, numbered ones for the same text throughout a case,
 * mask words for any value, and strings that hold JSON are compared as JSON.
 */
export class RecordedMatcher {
  readonly #masks: ReadonlySet<string>;
  readonly #rewrite: (text: string) => string;
  readonly #bound = new Map<string, string>();

  /** `rewrite` is what the recording did to texts; an actual text may match with or without it. */
  constructor(masks: Iterable<string> = [], rewrite: (text: string) => string = (text) => text) {
    this.#masks = new Set([...maskWords, ...masks]);
    this.#rewrite = rewrite;
  }

  /** The first mismatch, or undefined. */
  compare(expected: unknown, actual: unknown, pointer = ""): Mismatch | undefined {
    if (Object.is(expected, actual)) return undefined;
    const mismatch = { pointer, expected, actual };
    if (typeof expected === "string") {
      if (actual !== undefined && (this.#masks.has(expected) || standsForItself(expected, pointer))) return undefined;
      if (typeof actual === "string") {
        if (this.#matchText(expected, actual) || this.#matchText(expected, this.#rewrite(actual))) return undefined;
      }
    }
    const [left, right] = [readJson(expected), readJson(actual)];
    if (left !== expected || right !== actual) return this.compare(left, right, pointer);
    if (!isContainer(expected) || !isContainer(actual) || Array.isArray(expected) !== Array.isArray(actual))
      return mismatch;
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      const inner = this.compare(expected[key], actual[key], `${pointer}/${key}`);
      if (inner) return inner;
    }
    return undefined;
  }

  /** Undoes the bindings that a failed try has left. */
  attempt(compare: () => Mismatch | undefined): Mismatch | undefined {
    const before = new Map(this.#bound);
    const mismatch = compare();
    if (mismatch) {
      this.#bound.clear();
      for (const [name, text] of before) this.#bound.set(name, text);
    }
    return mismatch;
  }

  #matchText(expected: string, actual: string): boolean {
    if (expected === actual) return true;
    const names = expected.match(PLACEHOLDER);
    if (names === null) return false;
    const source = expected
      .split(PLACEHOLDER)
      .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"))
      .join("([\\s\\S]*?)");
    const found = new RegExp(`^${source}$`).exec(actual);
    return found !== null && names.every((name, i) => this.#bind(name, found[i + 1] as string));
  }

  #bind(name: string, text: string): boolean {
    if (!/:\d+>$/.test(name)) return true;
    const before = this.#bound.get(name);
    if (before === undefined) this.#bound.set(name, text);
    return before === undefined || before === text;
  }
}

/** The recording replaced ids by the names of their fields: `"RequestId": "RequestId"`. */
function standsForItself(expected: string, pointer: string): boolean {
  return expected.endsWith("Id") && pointer.endsWith(`/${expected}`);
}

/** A string that holds a JSON object, array or string as that value; everything else as it is. */
function readJson(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*[[{"]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
