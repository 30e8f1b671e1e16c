import { didYouMean } from "@treadle/diagnostics";
import { formatTimeline, type PrintedExecution } from "../format-timeline.js";

/** What the matchers use of the runner's matcher state. */
interface MatcherContext {
  readonly isNot: boolean;
  readonly customTesters: unknown[];
  readonly equals: (left: unknown, right: unknown, testers?: never[]) => boolean;
  readonly utils: { readonly iterableEquality: unknown; readonly stringify: (value: unknown) => string };
}

interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
  /** Shown as a difference, where both are there. */
  readonly actual?: unknown;
  readonly expected?: unknown;
}

/** The matchers as `expect.extend` takes them. */
export const executionMatchers = { toSucceed, toHaveOutput, toFailWith, toHaveVisited };

function toSucceed(this: MatcherContext, received: unknown): MatcherResult {
  const execution = readExecution(received);
  return judge(this, execution, execution.status === "SUCCEEDED", "have SUCCEEDED");
}

function toHaveOutput(this: MatcherContext, received: unknown, expected: unknown): MatcherResult {
  const execution = readExecution(received);
  const succeeded = execution.status === "SUCCEEDED";
  const pass = succeeded && isEqual(this, execution.output, expected);
  return {
    ...judge(this, execution, pass, "have given the output that is expected"),
    ...(succeeded && { actual: execution.output, expected }),
  };
}

function toFailWith(this: MatcherContext, received: unknown, error: unknown, cause?: unknown): MatcherResult {
  const execution = readExecution(received);
  const failed = execution.status === "FAILED" || execution.status === "TIMED_OUT";
  const pass =
    failed && isMatch(this, execution.error, error) && (cause === undefined || isMatch(this, execution.cause, cause));
  const { stringify } = this.utils;
  const wanted = `have failed with ${stringify(error)}${cause === undefined ? "" : ` by the cause ${stringify(cause)}`}`;
  return judge(this, execution, pass, wanted);
}

function toHaveVisited(this: MatcherContext, received: unknown, ...states: string[]): MatcherResult {
  const execution = readExecution(received);
  const path = execution.timeline.map(({ state }) => state);
  let at = -1;
  const missing = states.find((state) => {
    at = path.indexOf(state, at + 1);
    return at < 0;
  });
  const wanted = `have visited ${states.map((state) => `"${state}"`).join(", then ")}`;
  const hint = missing === undefined || path.includes(missing) ? "" : didYouMean(missing, [...new Set(path)]);
  return judge(this, execution, missing === undefined, wanted, hint);
}

function readExecution(received: unknown): PrintedExecution {
  if (typeof received === "object" && received !== null && "status" in received && "timeline" in received) {
    return received as PrintedExecution;
  }
  const hint = received instanceof Promise ? " An await is missing." : "";
  throw new TypeError(`This matcher takes an execution, as simulate() gives it.${hint}`);
}

function isEqual({ customTesters, equals, utils }: MatcherContext, actual: unknown, expected: unknown): boolean {
  return equals(actual, expected, [...customTesters, utils.iterableEquality] as never[]);
}

/** Equal, or a text that a regular expression finds something in, as `toThrow` and `toMatch` take one. */
function isMatch(context: MatcherContext, actual: string | undefined, expected: unknown): boolean {
  if (!(expected instanceof RegExp)) return isEqual(context, actual, expected);
  // `search` begins at the start whatever an earlier test of the same expression has left in `lastIndex`.
  return actual !== undefined && actual.search(expected) >= 0;
}

function judge(
  { isNot }: MatcherContext,
  execution: PrintedExecution,
  pass: boolean,
  wanted: string,
  hint = "",
): MatcherResult {
  const message = (): string =>
    `The execution should ${isNot ? "not " : ""}${wanted}.${hint}\n\n${formatTimeline(execution)}\n`;
  return { pass, message };
}
