import type { TrustPolicyDocument } from "../policy/policy-document.js";
import type { Machine } from "./machine.js";

/**
 * Only this machine, in this account, may take the role: without the conditions Step Functions could be made to use it for
 * somebody else's (the confused deputy).
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html
 */
export function machineTrust(machine: Machine): TrustPolicyDocument {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "states.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          ArnLike: { "aws:SourceArn": machine.arn },
          StringEquals: { "aws:SourceAccount": machine.accountId },
        },
      },
    ],
  };
}

/**
 * The execution role may take a `Credentials` role. Step Functions sends the machine's ARN as the external id.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-access-cross-acct-resources.html
 */
export function credentialsTrust(machine: Machine, executionRoleArn: string): TrustPolicyDocument {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { AWS: executionRoleArn },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "sts:ExternalId": machine.arn } },
      },
    ],
  };
}
