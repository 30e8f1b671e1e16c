/**
 * One `States` block: the machine itself, a Parallel branch, or a Map's processor. Transitions stay inside it, and it
 * is one scope of variables.
 */
export interface StateScope<State> {
  readonly Comment?: string;
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

export const scopeFieldOrder = ["Comment", "ProcessorConfig", "StartAt", "States"] as const;
