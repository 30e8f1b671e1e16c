import { type DerivePoliciesOptions, derivePolicies } from "../src/index.js";
import type { PolicyDocument } from "../src/policy/policy-document.js";

const place: DerivePoliciesOptions = {
  name: "Orders",
  partition: "aws",
  region: "eu-west-1",
  accountId: "111122223333",
};

/** What one Task is granted, a line for each statement, and the codes of what was reported. */
export function granted(
  resource: string,
  args: object,
  options: Partial<DerivePoliciesOptions> & { readonly state?: object } = {},
): readonly string[] {
  const { state, ...rest } = options;
  const definition = {
    QueryLanguage: "JSONata",
    StartAt: "Call",
    States: { Call: { Type: "Task", Resource: resource, Arguments: args, End: true, ...state } },
  };
  return grantedBy(definition, rest);
}

export function grantedBy(definition: object, options: Partial<DerivePoliciesOptions> = {}): readonly string[] {
  const { execution, diagnostics } = derivePolicies(definition, { ...place, ...options });
  return [...statementLines(execution.document), ...diagnostics.map(({ severity, code }) => `${severity} ${code}`)];
}

/** `action action on resource resource if {condition}`, sorted. */
export function statementLines(document: PolicyDocument): readonly string[] {
  return document.Statement.map(({ Action, Resource, Condition }) => {
    const condition = Condition === undefined ? "" : ` if ${JSON.stringify(Condition)}`;
    return `${Action.join(" ")} on ${Resource.join(" ")}${condition}`;
  }).sort();
}

export const account = "eu-west-1:111122223333";
