import type { CallPattern, TaskCall } from "../task-call.js";

/** The rights of one service's integration. */
export interface Integration {
  /** As in the Resource: `arn:aws:states:::<service>:<action>`. */
  readonly service: string;
  readonly actions: { readonly [action: string]: IntegrationAction };
}

export interface IntegrationAction {
  /** Beyond request and response. */
  readonly patterns?: readonly Exclude<CallPattern, "request">[];
  readonly derive: (call: TaskCall) => void;
}
