import type { Json } from "../json.js";
import type { TaskResource } from "./resource.js";

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
  constructor(name: "InvalidOutput" | "InvalidToken" | "TaskTimedOut", message: string) {
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
  /** Of every token that there was, what a refusal says of its task once nobody waits for it. */
  readonly #endings = new Map<string, string>();

  /** Tokens of tasks that wait now, in the order in which they began. */
  get pending(): readonly string[] {
    return [...this.#waiting.keys()];
  }

  /**
   * @throws TaskTokenRefused `InvalidToken` for a token that never was, `InvalidOutput` for an output that is no JSON, and
   * `TaskTimedOut` when no task waits for the token any longer.
   */
  sendTaskSuccess({ output, taskToken }: { readonly taskToken: string; readonly output: string }): void {
    this.#readEnding(taskToken);
    let value: Json;
    try {
      value = JSON.parse(output) as Json;
    } catch {
      throw new TaskTokenRefused("InvalidOutput", `Invalid Output: '${output}' is not valid JSON.`);
    }
    const task = this.#find(taskToken);
    this.#waiting.delete(taskToken);
    task.answer({ output: value });
  }

  /** @throws TaskTokenRefused `InvalidToken` or `TaskTimedOut`. */
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

  /** The time of `HeartbeatSeconds` starts anew. @throws TaskTokenRefused `InvalidToken` or `TaskTimedOut`. */
  sendTaskHeartbeat({ taskToken }: { readonly taskToken: string }): void {
    this.#find(taskToken).heartbeat();
  }

  /** @internal A task begins to wait. */
  open(taskToken: string, resource: TaskResource, heartbeat: () => void): Promise<TokenAnswer> {
    this.#endings.set(taskToken, resource.kind === "activity" ? resource.arn : "Provided task does not exist anymore");
    return new Promise((answer) => this.#waiting.set(taskToken, { answer, heartbeat }));
  }

  /** @internal Nobody waits any longer. */
  close(taskToken: string): void {
    this.#waiting.delete(taskToken);
  }

  #find(taskToken: string): WaitingTask {
    const ending = this.#readEnding(taskToken);
    const task = this.#waiting.get(taskToken);
    if (task) return task;
    throw new TaskTokenRefused("TaskTimedOut", `Task Timed Out: '${ending}'`);
  }

  #readEnding(taskToken: string): string {
    const ending = this.#endings.get(taskToken);
    if (ending !== undefined) return ending;
    throw new TaskTokenRefused("InvalidToken", "Invalid Token: 'Invalid token'");
  }
}
