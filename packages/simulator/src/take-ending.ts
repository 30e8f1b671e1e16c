import { formatTimeline, type PrintedExecution } from "./format-timeline.js";

/** An execution that ended otherwise than a test expects; its message holds the timeline. */
export class UnexpectedEnding extends Error {
  constructor(expected: string, execution: PrintedExecution) {
    super(`The execution should have ${expected}, but ${execution.status}.\n\n${formatTimeline(execution)}\n`);
    this.name = "UnexpectedEnding";
  }
}

/** The output of an execution that succeeded. @throws UnexpectedEnding with the timeline when it did not. */
export function takeOutput<E extends PrintedExecution>(execution: E): Exclude<E["output"], undefined> {
  if (execution.status !== "SUCCEEDED") throw new UnexpectedEnding("SUCCEEDED", execution);
  return execution.output as Exclude<E["output"], undefined>;
}

/**
 * The error and cause of an execution that failed or timed out, by the name where one is given.
 *
 * @throws UnexpectedEnding with the timeline when it ended otherwise.
 */
export function takeFailure(
  execution: PrintedExecution,
  error?: string,
): { readonly error: string | undefined; readonly cause: string | undefined } {
  const failed = execution.status === "FAILED" || execution.status === "TIMED_OUT";
  if (!failed || (error !== undefined && execution.error !== error)) {
    throw new UnexpectedEnding(error === undefined ? "FAILED" : `FAILED by ${error}`, execution);
  }
  return { error: execution.error, cause: execution.cause };
}
