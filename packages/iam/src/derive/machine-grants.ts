import { anyResource, type Grant, resource } from "../policy/grant.js";
import type { Machine } from "./machine.js";
import type { DerivePoliciesOptions } from "./options.js";

/** What the machine as a whole needs, beside its states. */
export function machineGrants(machine: Machine, options: DerivePoliciesOptions): readonly Grant[] {
  return [
    ...(options.logging ? [logDelivery] : []),
    ...(options.tracing ? [tracing] : []),
    ...(options.kms ? encryption(machine, options.kms.keyArn, options.logging ?? false) : []),
  ];
}

/**
 * Log deliveries belong to the account; the log group is guarded by its own resource policy.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
 */
export const logDelivery: Grant = {
  actions: [
    "logs:CreateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:DescribeLogGroups",
    "logs:DescribeResourcePolicies",
    "logs:GetLogDelivery",
    "logs:ListLogDeliveries",
    "logs:PutResourcePolicy",
    "logs:UpdateLogDelivery",
  ],
  resources: [anyResource("service-requires")],
  reason: "Writes the execution logs.",
};

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html */
const tracing: Grant = {
  actions: ["xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments"],
  resources: [anyResource("no-resource-type")],
  reason: "Sends traces to X-Ray.",
};

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html */
function encryption(machine: Machine, keyArn: string, logging: boolean): readonly Grant[] {
  const grants: Grant[] = [
    {
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      resources: [resource(keyArn)],
      conditions: { StringEquals: { "kms:EncryptionContext:aws:states:stateMachineArn": machine.arn } },
      reason: "Encrypts the machine's definition and data.",
    },
  ];
  if (logging) {
    const source = `arn:${machine.partition}:logs:${machine.region}:${machine.accountId}:*`;
    grants.push({
      actions: ["kms:GenerateDataKey"],
      resources: [resource(keyArn)],
      conditions: { StringLike: { "kms:EncryptionContext:SourceArn": source } },
      reason: "Encrypts the execution logs.",
    });
  }
  return grants;
}
