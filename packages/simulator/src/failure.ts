/**
 * A state's failure: an error name and a cause as Step Functions reports them. A `located` failure's cause gets the
 * sentence that names the state and its event in front.
 */
export class StateFailure extends Error {
  readonly error: string | undefined;
  readonly causeText: string | undefined;
  /** Another name that catchers and retriers know the error by. */
  readonly alias: string | undefined;
  readonly located: boolean;
  /** Where an evaluation failed, the field: `Output/total`, `Choices[1]/Condition`. */
  readonly location: string | undefined;
  /** A retry and a catcher may handle it. `States.Runtime` never is. */
  readonly handleable: boolean;

  constructor(
    error: string | undefined,
    causeText: string | undefined,
    options: { alias?: string; located?: boolean; location?: string; handleable?: boolean } = {},
  ) {
    super(`${error ?? "(no error)"}: ${causeText ?? ""}`);
    this.name = "StateFailure";
    this.error = error;
    this.causeText = causeText;
    this.alias = options.alias;
    this.located = options.located ?? false;
    this.location = options.location;
    this.handleable = options.handleable ?? error !== "States.Runtime";
  }
}

/** `States.Runtime`: what the definition and its data cannot do together. */
export function runtimeFailure(text: string): StateFailure {
  return new StateFailure("States.Runtime", text, { located: true });
}

/** What JSONata cannot give: `States.QueryEvaluationError`, which names the field where the state has one. */
export function queryFailure(text: string, location?: string): StateFailure {
  return new StateFailure(QUERY_ERROR, text, { located: true, ...(location !== undefined && { location }) });
}

const QUERY_ERROR = "States.QueryEvaluationError";

/** The history tells of it in an event of its own. */
export function isEvaluationFailure({ error, located, location }: StateFailure): boolean {
  return location !== undefined || (located && error === QUERY_ERROR);
}

/** A Standard execution has as many events as its history takes; nothing catches that. */
export class HistoryFull extends Error {
  constructor() {
    super("The history is full.");
    this.name = "HistoryFull";
  }
}

/** Unwinds a strand whose sibling failed, or whose execution has ended. */
export class Aborted extends Error {
  constructor() {
    super("The strand was aborted.");
    this.name = "Aborted";
  }
}
