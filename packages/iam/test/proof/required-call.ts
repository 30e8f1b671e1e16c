/** A call that AWS authorises while a state runs, as the service's documentation says; imports nothing of the package. */
export interface RequiredCall {
  readonly action: string;
  readonly resource: string;
  /** Values of condition keys that the service sends with it. */
  readonly context?: { readonly [key: string]: string | readonly string[] };
}

/** One state, and every call that it must be allowed. */
export interface Scenario {
  readonly title: string;
  /** Behind `arn:aws:states:::`, or a whole ARN. */
  readonly resource: string;
  readonly arguments: { readonly [name: string]: unknown };
  /** Paths of arguments that are computed in the scenario's dynamic form, where a hint bounds them by the static value. */
  readonly bounded?: readonly string[];
  /** What no argument names. */
  readonly declared?: { readonly [path: string]: string | readonly string[] };
  /** Further fields of the state. */
  readonly state?: { readonly [field: string]: unknown };
  readonly calls: readonly RequiredCall[];
}

export const account = "111122223333";
const here = `eu-west-1:${account}`;

/** `arn:aws:<service>:eu-west-1:111122223333:<resource>`. */
export function arn(service: string, resource: string): string {
  return `arn:aws:${service}:${here}:${resource}`;
}

export function role(name: string): string {
  return `arn:aws:iam::${account}:role/${name}`;
}

export function calls(actions: string, ...resources: readonly string[]): readonly RequiredCall[] {
  return actions.split(" ").flatMap((action) => resources.map((resource) => ({ action, resource })));
}

export function passRole(name: string, service: string): RequiredCall {
  return { action: "iam:PassRole", resource: role(name), context: { "iam:PassedToService": service } };
}

/** What Step Functions needs of the EventBridge rule by which it learns that a job has ended. */
export function managedRule(name: string): readonly RequiredCall[] {
  return calls("events:PutTargets events:PutRule events:DescribeRule", arn("events", `rule/${name}`));
}
