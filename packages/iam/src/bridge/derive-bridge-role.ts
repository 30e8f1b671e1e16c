import { declaredGrant } from "../derive/derive-policies.js";
import { arnOf, createMachine } from "../derive/machine.js";
import type { AccessHint } from "../derive/options.js";
import { type Grant, resource } from "../policy/grant.js";
import { type MergedPolicy, mergeGrants } from "../policy/merge-grants.js";
import type { TrustPolicyDocument } from "../policy/policy-document.js";

export interface BridgeRoleOptions {
  /** Name of the bridge's Lambda function. */
  readonly functionName: string;
  /** Default `${Partition}`. */
  readonly partition?: string;
  /** Default `${Region}`. */
  readonly region?: string;
  /** Default `${AccountId}`. */
  readonly accountId?: string;
}

export interface BridgeRole extends MergedPolicy {
  readonly trust: TrustPolicyDocument;
}

/**
 * The role of a bridge function: what its data source declares, and the function's own log group, which deployment makes.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
 */
export function deriveBridgeRole(access: readonly AccessHint[], options: BridgeRoleOptions): BridgeRole {
  const { functionName, ...place } = options;
  const machine = createMachine({ name: functionName, ...place });
  const logs: Grant = {
    actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
    resources: [resource(arnOf(machine, "logs", `log-group:/aws/lambda/${functionName}:*`), "created-by-call")],
    reason: "Writes the function's log.",
  };
  const policy = mergeGrants([logs, ...access.map((each) => declaredGrant(each))]);
  return { trust: functionTrust, ...policy };
}

const functionTrust: TrustPolicyDocument = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
};
