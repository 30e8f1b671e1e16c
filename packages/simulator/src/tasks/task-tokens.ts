import type { Json } from "../json.js";

/** What comes with a token. */
export type TokenAnswer =
  | { readonly output: Json }
  | { readonly error: string | undefined; readonly cause: string | undefined };

interface WaitingTask {
  readonly answer: (answer: TokenAnswer) => void;
  readonly heartbeat: () => void;
}

/** Refused as the service's API refuses it: `name` is what the SDK's error would have. */
export class TaskTokenRefused extends Error {
  constructor(name: "InvalidOutput" | "TaskDoesNotExist", message: string) {
    super(message);
    this.name = name;
  }
}

/**
 * The tasks of executions that wait for a token (`.waitForTaskToken`, activities), or that a token may end early (`.sync`), and
 * Step Functions' three calls that answer them, with the SDK's parameters. With it as an option, a local function behind a task
 * that waits only starts the work.
 */
export class TaskTokens {
  readonly #waiting = new Map<string, WaitingTask>();

  /** Tokens of tasks that wait now, in the order in which they began. */
  get pending(): readonly string[] {
    return [...this.#waiting.keys()];
  }

  /** @throws TaskTokenRefused when no task waits for the token, or the output is no JSON. */
  sendTaskSuccess({ output, taskToken }: { readonly taskToken: string; readonly output: string }): void {
    const task = this.#find(taskToken);
    let value: Json;
    try {
      value = JSON.parse(output) as Json;
    } catch {
      throw new TaskTokenRefused("InvalidOutput", "Invalid Output: the output must be JSON.");
    }
    this.#waiting.delete(taskToken);
    task.answer({ output: value });
  }

  /** @throws TaskTokenRefused when no task waits for the token. */
  sendTaskFailure({
    cause,
    error,
    taskToken,
  }: {
    readonly taskToken: string;
    readonly error?: string;
    readonly cause?: string;
  }): void {
    const task = this.#find(taskToken);
    this.#waiting.delete(taskToken);
    task.answer({ error, cause });
  }

  /** The time of `HeartbeatSeconds` starts anew. @throws TaskTokenRefused when no task waits for the token. */
  sendTaskHeartbeat({ taskToken }: { readonly taskToken: string }): void {
    this.#find(taskToken).heartbeat();
  }

  /** @internal A task begins to wait. */
  open(taskToken: string, heartbeat: () => void): Promise<TokenAnswer> {
    return new Promise((answer) => this.#waiting.set(taskToken, { answer, heartbeat }));
  }

  /** @internal Nobody waits any longer. */
  close(taskToken: string): void {
    this.#waiting.delete(taskToken);
  }

  #find(taskToken: string): WaitingTask {
    const task = this.#waiting.get(taskToken);
    if (task) return task;
    throw new TaskTokenRefused(
      "TaskDoesNotExist",
      "No task waits for this token: it is wrong, answered, or timed out.",
    );
  }
}
