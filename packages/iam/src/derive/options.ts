import type { Conditions } from "../policy/policy-document.js";
import type { ArgumentBound } from "./argument-bound.js";

/** One need of a role, declared by hand or by a data source: becomes a statement of its policy. */
export interface AccessHint {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: Conditions;
  /** Why, in one sentence: shown to reviewers. */
  readonly reason: string;
}

/** What a definition alone does not tell. */
export interface PolicyHints {
  readonly states?: { readonly [state: string]: StateHint };
}

export interface StateHint {
  /**
   * Bounds of arguments that are computed when the state runs, by their path (`FunctionName`, `Credentials.RoleArn`).
   * They are also asked for where an API leaves out what the policy needs: the roles of an ECS task definition, for
   * example.
   */
  readonly arguments?: { readonly [path: string]: ArgumentBound };
  /** Rights of the state beyond those derived, or instead of them where its integration is not known. */
  readonly access?: readonly AccessHint[];
}

/** What is declared of a state; a state may be named like a member that every object has. */
export function hintOf(hints: PolicyHints | undefined, state: string): StateHint | undefined {
  const states = hints?.states;
  return states && Object.hasOwn(states, state) ? states[state] : undefined;
}

export interface DerivePoliciesOptions {
  /** Name of the state machine. */
  readonly name: string;
  /** Default STANDARD. */
  readonly type?: "STANDARD" | "EXPRESS";
  readonly hints?: PolicyHints;
  /** Default `${Partition}`. */
  readonly partition?: string;
  /** Default `${Region}`. */
  readonly region?: string;
  /** Default `${AccountId}`. */
  readonly accountId?: string;
  /** Whom the roles of Credentials trust. Default `${ExecutionRoleArn}`. */
  readonly executionRoleArn?: string;
  /** The machine writes execution logs. Default false. */
  readonly logging?: boolean;
  /** The machine sends traces to X-Ray. Default false. */
  readonly tracing?: boolean;
  /** Key that encrypts the machine's data. Default: an AWS owned key, which needs no rights. */
  readonly kms?: { readonly keyArn: string };
  /** Distributed Map runs of failed executions may be redriven. Default true. */
  readonly redrive?: boolean;
  /**
   * Values of placeholders, where they are known: policies keep the placeholder wherever it can stand in an ARN, and read
   * the value where they must know what it is (a queue's URL, a Resource that is one placeholder).
   */
  readonly substitutions?: { readonly [placeholder: string]: string };
  /** Kinds of placeholders (`lambda-function-arn`, `queue-url`), where the values are not known. */
  readonly placeholders?: readonly { readonly name: string; readonly kind: string }[];
  /** What a value that is computed when the state runs does: an error (default), or every value, with a warning. */
  readonly dynamicValues?: "refuse" | "widen";
}
