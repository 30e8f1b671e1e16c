import { type DeeplyAllowMatchers, expect } from "vitest";
import { executionMatchers } from "./matchers.js";

/** The output of an execution by its type; `unknown` where the type says nothing of it. */
export type OutputOf<E> = E extends { readonly output?: infer Output } ? Exclude<Output, undefined> : unknown;

/**
 * Matchers for what `simulate` gives. Each failure prints the timeline, in which the states of a workflow have their file, line
 * and column in the source.
 */
export interface ExecutionMatchers<R, E> {
  /** It ended as `SUCCEEDED`. */
  toSucceed(): R;
  /** It ended as `SUCCEEDED` with an output that equals this one, as `toEqual` compares. */
  toHaveOutput(output: DeeplyAllowMatchers<OutputOf<E>>): R;
  /**
   * It failed or timed out with this error name, and this cause where one is given. A text is compared as a whole, a regular
   * expression with any part of it; both may be asymmetric matchers.
   */
  toFailWith(error: DeeplyAllowMatchers<string> | RegExp, cause?: DeeplyAllowMatchers<string> | RegExp): R;
  /** It entered these states in this order, with any others before, between and after them. */
  toHaveVisited(...states: readonly [string, ...string[]]): R;
}

declare module "vitest" {
  interface Matchers<R, T> extends ExecutionMatchers<R, T> {}
}

expect.extend(executionMatchers);
