import { applyCatcher, findCatcher } from "./catch.js";
import type { StateDefinition, StateType } from "./definition.js";
import { Aborted, isEvaluationFailure, StateFailure } from "./failure.js";
import { usesJsonata } from "./fields.js";
import { isFinal } from "./group.js";
import { UNTRUNCATED } from "./history.js";
import type { HistoryEventDetails, HistoryEventType } from "./history-event.js";
import type { Json, JsonObject } from "./json.js";
import { limitVariables } from "./limit-variables.js";
import type { MaybePromise } from "./maybe-promise.js";
import { describePayloadExcess, exceedsPayloadLimit } from "./payload-limit.js";
import { RetryCounter } from "./retry.js";
import { hasChange } from "./service-changes.js";
import { stateHandlers } from "./state-handlers.js";
import type { StateStep, Strand, Visit } from "./strand.js";

/** Types whose histories say that they were aborted. */
const abortable: ReadonlySet<StateType> = new Set(["Map", "Parallel", "Task", "Wait"]);

/** Runs one visit of a state with all its attempts, and moves on: retries, catchers, variables, events. */
export function runState(name: string, state: StateDefinition, input: Json, strand: Strand): MaybePromise<StateStep> {
  const visit = enterState(name, state, input, strand);
  const first = startAttempt(visit, strand);
  return first instanceof Promise ? runToExit(first, visit, strand) : exitState(first, visit, strand);
}

/** The first attempt's step, where it is good and there at once. */
function startAttempt(visit: Visit, strand: Strand): MaybePromise<StateStep> {
  try {
    const step = stateHandlers[visit.state.Type](visit, strand);
    if (!(step instanceof Promise)) limitStep(step, visit, strand);
    return step;
  } catch (error) {
    return Promise.reject(error);
  }
}

async function runToExit(first: Promise<StateStep>, visit: Visit, strand: Strand): Promise<StateStep> {
  const { clock, history, timeline } = strand.run;
  const { Type } = visit.state;
  try {
    return exitState(await runAttempts(first, visit, strand), visit, strand);
  } catch (error) {
    const { causeId } = strand.abort;
    if (error instanceof Aborted && abortable.has(Type) && causeId !== undefined) {
      strand.cut?.();
      history.addAside(causeId, `${Type}StateAborted` as HistoryEventType);
    }
    timeline.exit(visit.timeline, clock.now());
    throw error;
  }
}

function enterState(name: string, state: StateDefinition, input: Json, strand: Strand): Visit {
  const { clock, timeline } = strand.run;
  const enteredAfterId = strand.lastEventId;
  const { resumed } = strand;
  strand.resumed = undefined;
  strand.failedParts = undefined;
  const entry = resumed && abortable.has(state.Type) ? resumed.entry : undefined;
  // What follows a redrive links to where its state was entered.
  if (entry) strand.lastEventId = entry.enteredId;
  const visit: Visit = {
    name,
    state,
    input,
    enteredMs: entry?.enteredMs ?? clock.now(),
    enteredId: entry?.enteredId ?? recordEntry(name, state, input, strand),
    enteredAfterId,
    parts: resumed && (resumed.parts ?? []),
    startedId: entry?.startedId,
    timeline: timeline.enter(name, state.Type, strand.within, clock.now()),
    retryCount: 0,
  };
  strand.visit = visit;
  return visit;
}

function recordEntry(name: string, state: StateDefinition, input: Json, strand: Strand): number {
  const { history } = strand.run;
  return history.records
    ? history.add(strand, `${state.Type}StateEntered`, {
        name,
        input: history.toText(input),
        inputDetails: UNTRUNCATED,
      })
    : history.count(strand);
}

async function runAttempts(first: Promise<StateStep>, visit: Visit, strand: Strand): Promise<StateStep> {
  const { clock, random } = strand.run;
  const retries = new RetryCounter(visit.state.Retry, random);
  for (let attempt: MaybePromise<StateStep> = first; ; attempt = startAttempt(visit, strand)) {
    try {
      const step = await attempt;
      limitStep(step, visit, strand);
      return step;
    } catch (error) {
      if (!(error instanceof StateFailure)) throw error;
      const failure = recordFailure(error, visit, strand);
      const delayMs = retries.nextDelayMs(failure);
      if (delayMs === undefined) return handleFailure(failure, visit, strand);
      await clock.sleep(delayMs, strand.abort);
      visit.retryCount += 1;
    }
  }
}

/** @throws StateFailure for an output or variables that are too large. */
export function limitStep(step: StateStep, visit: Visit, strand: Strand): void {
  if (exceedsPayloadLimit(step.output, strand.run.history)) {
    throw new StateFailure("States.DataLimitExceeded", describePayloadExcess(visit.name), { handleable: false });
  }
  if (step.assigned) limitVariables(step.assigned, visit, strand);
}

/** Completes the cause of a located failure with the state and its event, and records a failed evaluation. */
function recordFailure(failure: StateFailure, visit: Visit, strand: Strand): StateFailure {
  const isEvaluation = isEvaluationFailure(failure);
  if (!failure.located && !isEvaluation) return failure;
  const { history } = strand.run;
  const { causeText = "", error, handleable, location } = failure;
  const cause = failure.located ? `${describePlace(visit)} ${causeText}` : causeText;
  if (isEvaluation && usesJsonata(visit, strand)) {
    const countsEntry = hasChange("evaluationFailedLink", strand.run.options.asOf);
    if (strand.lastEventId === visit.enteredId && !countsEntry) strand.lastEventId = visit.enteredAfterId;
    history.add(strand, "EvaluationFailed", {
      ...(error !== undefined && { error }),
      cause,
      ...(location !== undefined && { location }),
      state: visit.name,
    });
  }
  return new StateFailure(error, cause, { handleable });
}

function describePlace(visit: Visit): string {
  return `An error occurred while executing the state '${visit.name}' (entered at the event id #${visit.enteredId}).`;
}

async function handleFailure(failure: StateFailure, visit: Visit, strand: Strand): Promise<StateStep> {
  noteError(failure, visit);
  const { lastEventId } = strand;
  recordGroupFailure(failure, visit, strand);
  const index = findCatcher(visit.state.Catch, failure);
  if (index < 0) throw failure;
  try {
    const step = await applyCatcher(index, failure, visit, strand);
    limitStep(step, visit, strand);
    if (step.next !== undefined) visit.timeline.caughtBy = step.next;
    return step;
  } catch (error) {
    if (!(error instanceof StateFailure)) throw error;
    if (isEvaluationFailure(error)) strand.lastEventId = lastEventId;
    const second = recordFailure(error, visit, strand);
    recordGroupFailure(second, visit, strand);
    throw second;
  }
}

function recordGroupFailure(failure: StateFailure, { state: { Type } }: Visit, strand: Strand): void {
  if ((Type === "Map" || Type === "Parallel") && !isFinal(failure))
    strand.run.history.add(strand, `${Type}StateFailed`);
}

function noteError(failure: StateFailure, visit: Visit): void {
  visit.timeline.error = failure.error ?? "(no error name)";
  if (failure.causeText !== undefined) visit.timeline.cause = failure.causeText;
}

function exitState(step: StateStep, visit: Visit, strand: Strand): StateStep {
  const { clock, history, timeline } = strand.run;
  if (history.records) {
    history.add(strand, `${visit.state.Type}StateExited` as HistoryEventType, {
      name: visit.name,
      output: history.toText(step.output),
      outputDetails: UNTRUNCATED,
      ...(step.assigned && describeAssigned(step.assigned)),
    });
  } else history.count(strand);
  if (step.assigned) strand.variables.assign(step.assigned);
  timeline.exit(visit.timeline, clock.now());
  return step;
}

function describeAssigned(assigned: JsonObject): HistoryEventDetails {
  const entries = Object.entries(assigned);
  if (entries.length === 0) return {};
  return {
    assignedVariables: Object.fromEntries(entries.map(([name, value]) => [name, JSON.stringify(value)] as const)),
    assignedVariablesDetails: UNTRUNCATED,
  };
}
