import { iamDiagnostics } from "../diagnostics.js";
import type { Resource } from "../policy/grant.js";
import { deriveActivity } from "./integrations/activity.js";
import { integrations } from "./integrations/index.js";
import { deriveFunctionResource } from "./integrations/lambda.js";
import { substitute } from "./machine.js";
import { resolveResource, type TaskResource } from "./parse-resource.js";
import { deriveSdkCall } from "./sdk/derive-sdk-call.js";
import type { CallFields, StateCalls } from "./state-calls.js";
import { type CallPattern, knownText } from "./task-call.js";
import { evaluateTemplate, type TemplateScope } from "./values/evaluate-template.js";

/** What one role that a state takes by Credentials needs. */
export interface DelegatedCalls {
  readonly role: string;
  readonly calls: StateCalls;
}

/** Gives the roles that the state takes by Credentials, each with its integration's rights, which are then theirs. */
export function deriveTask(own: StateCalls, scope: TemplateScope): readonly DelegatedCalls[] {
  const { state } = own.visited;
  const roles = credentialsRoles(own, scope);
  own
    .call({ service: "sts", action: "assumeRole", arguments: { kind: "unknown" } })
    .allow(["sts:AssumeRole"], roles, "Works under the role of its Credentials.");
  const args = evaluateTemplate(state.Arguments ?? state.Parameters ?? {}, scope);
  if (roles.length === 0) deriveResource(own, { abroad: false, arguments: args });
  return roles.map(({ arn }) => {
    const account = accountOf(own, arn);
    const calls = own.under({ ...own.machine, accountId: account });
    deriveResource(calls, { abroad: account !== own.machine.accountId, arguments: args });
    return { role: arn, calls };
  });
}

/** The account of a role, whose resources are what a call names without an ARN; where it is not written out, the machine's. */
function accountOf(own: StateCalls, roleArn: string): string {
  return /^arn:[^:]*:iam::(\d{12}):/.exec(substitute(own.machine, roleArn))?.[1] ?? own.machine.accountId;
}

function credentialsRoles(own: StateCalls, scope: TemplateScope): readonly Resource[] {
  const credentials = own.visited.state.Credentials;
  if (credentials === undefined) return [];
  const value = evaluateTemplate({ Credentials: credentials }, scope);
  const { partition, accountId } = own.machine;
  return own.call({ service: "sts", action: "assumeRole", arguments: value }).resources("Credentials.RoleArn", {
    fromName: (name) => `arn:${partition}:iam::${accountId}:role/${name}`,
    widened: `arn:${partition}:iam::*:role/*`,
  });
}

function deriveResource(calls: StateCalls, fields: Pick<CallFields, "abroad" | "arguments">): void {
  const { visited } = calls;
  const written = typeof visited.state.Resource === "string" ? visited.state.Resource : "";
  const parsed = resolveResource(written, calls.machine);
  switch (parsed.kind) {
    case "activity":
      deriveActivity(calls.call({ service: "states", action: "activity", ...fields }), written);
      return;
    case "function":
      deriveFunctionResource(calls.call({ service: "lambda", action: "function", ...fields }), knownText(written));
      return;
    case "sdk":
      if (isOffered(calls, `aws-sdk:${parsed.service}:${parsed.action}`, parsed.pattern, ["waitForTaskToken"]))
        deriveSdkCall(calls.call({ ...parsed, ...fields }));
      return;
    case "integration":
      deriveIntegration(parsed, written, calls, fields);
      return;
    case "unknown": {
      const code = written.includes("${") ? "unresolved-resource" : "unknown-integration";
      const details = { state: visited.name, resource: written, known: [...integrations.keys()] };
      calls.diagnostics.push(iamDiagnostics[code](details, { pointer: visited.pointer }));
    }
  }
}

function deriveIntegration(
  parsed: TaskResource & { readonly kind: "integration" },
  written: string,
  calls: StateCalls,
  fields: Pick<CallFields, "abroad" | "arguments">,
): void {
  const { name, pointer } = calls.visited;
  const integration = integrations.get(parsed.service);
  if (integration === undefined) {
    const details = { state: name, resource: written, known: [...integrations.keys()] };
    calls.diagnostics.push(iamDiagnostics["unknown-integration"](details, { pointer }));
    return;
  }
  const action = Object.hasOwn(integration.actions, parsed.action) ? integration.actions[parsed.action] : undefined;
  if (action === undefined) {
    const known = Object.keys(integration.actions);
    const details = { state: name, action: parsed.action, service: parsed.service, known };
    calls.diagnostics.push(iamDiagnostics["unknown-action"](details, { pointer }));
    return;
  }
  if (isOffered(calls, `${parsed.service}:${parsed.action}`, parsed.pattern, action.patterns ?? []))
    action.derive(calls.call({ ...parsed, ...fields }));
}

/** Express machines call and go on; they cannot wait for a job or a token. */
function isOffered(
  calls: StateCalls,
  integration: string,
  pattern: CallPattern,
  patterns: readonly CallPattern[],
): boolean {
  const isExpress = calls.machine.type === "EXPRESS";
  if (pattern === "request" || (patterns.includes(pattern) && !isExpress)) return true;
  const { name, pointer } = calls.visited;
  const by = patterns.includes(pattern) ? "an EXPRESS state machine" : "this integration";
  calls.diagnostics.push(iamDiagnostics["unsupported-pattern"]({ state: name, integration, pattern, by }, { pointer }));
  return false;
}
