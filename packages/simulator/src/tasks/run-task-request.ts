import { quotas } from "@treadle/asl";
import { AbortScope } from "../abort-scope.js";
import { Aborted, StateFailure } from "../failure.js";
import type { Json, ReadonlyJson } from "../json.js";
import type { TaskRequest } from "../options.js";
import type { Strand, Visit } from "../strand.js";
import { waitsForToken } from "./resource.js";
import { answerSubmission } from "./submission.js";
import type { TaskEvents } from "./task-events.js";
import type { JobEnding, NestedMachine, SettledOutcome } from "./task-resolver.js";
import type { TokenAnswer } from "./task-tokens.js";

/** A request before the attempt whose time limits end its sleep. */
export type AwakeRequest = Omit<TaskRequest, "heartbeat" | "sleep">;

/**
 * Runs one attempt of a task to its end under its time limits, and records its events up to a failure; the success is
 * the caller's.
 *
 * @throws StateFailure
 */
export async function runTaskRequest(
  request: AwakeRequest,
  events: TaskEvents,
  visit: Visit,
  strand: Strand,
): Promise<Json> {
  const { clock, timeline } = strand.run;
  const startedMs = clock.now();
  let error: string | undefined;
  try {
    return await runLimited(request, events, strand);
  } catch (reason) {
    error = reason instanceof StateFailure ? (reason.error ?? "(no error name)") : String(reason);
    // What else times out in this moment is recorded before this failure aborts it.
    if (error === "States.Timeout") await clock.sleep(0, strand.abort);
    throw reason;
  } finally {
    timeline.addAttempt(visit.timeline, startedMs, clock.now(), error);
  }
}

async function runLimited(request: AwakeRequest, events: TaskEvents, strand: Strand): Promise<Json> {
  const { clock } = strand.run;
  const attempt = new AbortScope(strand.abort);
  let expired: "States.Timeout" | "States.HeartbeatTimeout" | undefined;
  const expire = (error: typeof expired) => (): void => {
    expired = error;
    attempt.abort();
  };
  const cancelTimeout = clock.schedule(1000 * (request.timeoutSeconds ?? quotas.seconds), expire("States.Timeout"));
  let cancelHeartbeat: (() => void) | undefined;
  const heartbeat = (): void => {
    cancelHeartbeat?.();
    if (request.heartbeatSeconds === undefined || attempt.aborted) return;
    cancelHeartbeat = clock.schedule(1000 * request.heartbeatSeconds, expire("States.HeartbeatTimeout"));
  };
  heartbeat();
  const { taskToken } = request;
  const { tokens } = strand.run.options;
  const answer = taskToken === undefined ? undefined : tokens?.open(taskToken, request.resource, heartbeat);
  const progress = new Progress(request, events, strand);
  // What a token ends that nobody has to send.
  const work = new AbortScope(attempt);
  let early: TokenAnswer | undefined;
  if (!waitsForToken(request.resource)) {
    answer?.then((given) => {
      early = given;
      work.abort();
    });
  }
  // A worker takes an activity's task when it likes; everything else starts at once.
  if (request.resource.kind !== "activity") progress.start(undefined);
  try {
    // Work that sleeps lets the virtual time go on.
    const sleep = (durationMs: number): Promise<void> => clock.inside(() => clock.sleep(durationMs, work));
    const outcome = await clock.external(strand.run.tasks.resolve({ ...request, heartbeat, sleep }), work);
    work.throwIfAborted();
    if ("machine" in outcome) return await finishMachine(outcome.machine, progress, work, attempt);
    return await finish(outcome, answer, progress, work, strand);
  } catch (error) {
    if (error instanceof Aborted && early !== undefined && !attempt.aborted) {
      progress.reach({});
      return takeEnding(early, progress);
    }
    if (!(error instanceof Aborted) || expired === undefined || strand.abort.aborted) throw error;
    progress.reach({});
    events.timedOut("States.Timeout");
    throw new StateFailure("States.Timeout", undefined, { alias: expired });
  } finally {
    if (taskToken !== undefined) tokens?.close(taskToken);
    cancelTimeout();
    cancelHeartbeat?.();
    // A function that still runs must not start the time anew.
    attempt.abort();
    attempt.dispose();
  }
}

/** An execution begins when the task has been submitted; without its task, after a token, it goes on by itself. */
async function finishMachine(
  { name, start }: NestedMachine,
  progress: Progress,
  work: AbortScope,
  attempt: AbortScope,
): Promise<Json> {
  progress.reach({}, name);
  const { ending, release } = start(attempt);
  try {
    return takeEnding(await waitFor(ending, work), progress);
  } catch (error) {
    if (error instanceof Aborted && !attempt.aborted) release();
    throw error;
  }
}

async function finish(
  outcome: SettledOutcome,
  answer: Promise<TokenAnswer> | undefined,
  progress: Progress,
  work: AbortScope,
  strand: Strand,
): Promise<Json> {
  progress.reach(outcome);
  if (outcome.delayMs !== undefined) await strand.run.clock.sleep(outcome.delayMs, work);
  if ("timeout" in outcome) return progress.waitForExpiry(outcome.timeout, work);
  const ending = "waits" in outcome ? await waitFor(answer as Promise<TokenAnswer>, work) : outcome;
  return takeEnding(ending, progress);
}

function takeEnding(ending: JobEnding, { events }: Progress): Json {
  if ("output" in ending) return ending.output;
  events.failed(ending.error, ending.cause);
  throw new StateFailure(ending.error, ending.cause);
}

/** The time goes on meanwhile, unlike during work outside the simulation. */
function waitFor<T>(ending: Promise<T>, work: AbortScope): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(new Aborted());
    work.onAbort(onAbort);
    ending.finally(() => work.offAbort(onAbort)).then(resolve, reject);
  });
}

/** Writes the events between scheduling and the end, each once. */
class Progress {
  readonly events: TaskEvents;
  readonly #request: AwakeRequest;
  readonly #strand: Strand;
  #started = false;
  #submitted = false;

  constructor(request: AwakeRequest, events: TaskEvents, strand: Strand) {
    this.#request = request;
    this.events = events;
    this.#strand = strand;
  }

  start(workerName: string | undefined): void {
    if (this.#started) return;
    this.#started = true;
    this.events.started(workerName);
  }

  reach(outcome: { readonly submitted?: ReadonlyJson; readonly workerName?: string }, executionName?: string): void {
    this.start(outcome.workerName);
    const { resource } = this.#request;
    if (this.#submitted || resource.kind !== "service" || resource.pattern === "request-response") return;
    this.#submitted = true;
    this.events.submitted(
      (outcome.submitted as Json | undefined) ?? answerSubmission(this.#request, this.#strand, executionName),
    );
  }

  /** Nothing comes any more, until a time limit ends the attempt. */
  async waitForExpiry(kind: true | "heartbeat", work: AbortScope): Promise<never> {
    const { clock } = this.#strand.run;
    const { heartbeatSeconds, timeoutSeconds = quotas.seconds } = this.#request;
    await clock.sleep(1000 * (kind === "heartbeat" ? (heartbeatSeconds ?? timeoutSeconds) : timeoutSeconds) + 1, work);
    throw new StateFailure("States.Timeout", undefined);
  }
}
