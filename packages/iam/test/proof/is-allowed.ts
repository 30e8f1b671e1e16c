import { runSimulation, runUnsafeSimulation, type Simulation } from "@cloud-copilot/iam-simulate";
import type { PolicyDocument } from "../../src/policy/policy-document.js";
import { account, type RequiredCall } from "./required-call.js";

/** Actions that AWS scopes by a resource which its authorization reference does not list, so that the reference refuses it. */
const unlisted = new Set(["bedrock-agentcore:InvokeAgentRuntime", "states:InvokeHTTPEndpoint"]);

/**
 * Whether a role with this policy alone may make a call, as an independent evaluator says. It also refuses actions that do
 * not exist, and resources of a kind that the action is not authorised on.
 */
export async function isAllowed(policy: PolicyDocument, call: RequiredCall): Promise<boolean> {
  const simulation: Simulation = {
    request: {
      principal: `arn:aws:iam::${account}:role/orders`,
      action: call.action,
      resource: { resource: call.resource, accountId: account },
      contextVariables: copyContext(withoutColons(call.context ?? {})),
    },
    identityPolicies: [{ name: "derived", policy: withoutColons(policy) }],
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    ...(needsKeyPolicy(call) && { resourcePolicy: keyPolicy }),
  };
  if (unlisted.has(call.action)) {
    return (await runUnsafeSimulation(simulation, {})) === "Allowed";
  }
  const result = await runSimulation(simulation, {});
  if (result.resultType === "error")
    throw new Error(`${call.action} on ${call.resource}: ${JSON.stringify(result.errors)}`);
  return result.overallResult === "Allowed";
}

/**
 * The evaluator does not know encryption contexts whose name holds a colon, as Step Functions' has. A key of the same kind
 * stands in for it, in the policy and in the call alike.
 */
function withoutColons<T>(value: T): T {
  const text = JSON.stringify(value).replaceAll(/kms:EncryptionContext:aws:states:\w+/g, "kms:EncryptionAlgorithm");
  return JSON.parse(text) as T;
}

/** A key is used under its own policy too; the usual one leaves it to IAM. */
function needsKeyPolicy({ action }: RequiredCall): boolean {
  return action.startsWith("kms:");
}

const keyPolicy = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: "kms:*", Resource: "*" }],
};

function copyContext(context: NonNullable<RequiredCall["context"]>): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(context).map(([key, value]) => [key, typeof value === "string" ? value : [...value]]),
  );
}
