import { createMachine, type Machine } from "../derive/machine.js";
import { logDelivery } from "../derive/machine-grants.js";
import type { DerivePoliciesOptions } from "../derive/options.js";
import { anyResource, type Grant, type Resource, resource } from "../policy/grant.js";
import { type MergedPolicy, mergeGrants } from "../policy/merge-grants.js";

export interface DeployerOptions
  extends Pick<
    DerivePoliciesOptions,
    "name" | "partition" | "region" | "accountId" | "executionRoleArn" | "logging" | "kms"
  > {
  /** The deployer also makes and changes the execution role. Default false: it may only hand it on. */
  readonly manageRole?: boolean;
  /** Roles that steps take by Credentials, to be made and changed as well. Default none; of no use without `manageRole`. */
  readonly stepRoleArns?: readonly string[];
  /** Managed policies that the roles' documents become (`managedPolicyNames`). Default none; of no use without `manageRole`. */
  readonly managedPolicyNames?: readonly string[];
}

/**
 * What whoever deploys one state machine needs: to create and change it, its versions and its aliases, and to hand its
 * role to Step Functions and to nobody else.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html
 */
export function deriveDeployerPolicy(options: DeployerOptions): MergedPolicy {
  const machine = createMachine(options);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder that deployment replaces.
  const role = resource(options.executionRoleArn ?? "${ExecutionRoleArn}", "declared");
  const grants: Grant[] = [
    {
      actions: [
        "states:CreateStateMachine",
        "states:DeleteStateMachine",
        "states:DescribeStateMachine",
        "states:ListStateMachineVersions",
        "states:ListTagsForResource",
        "states:PublishStateMachineVersion",
        "states:TagResource",
        "states:UntagResource",
        "states:UpdateStateMachine",
      ],
      resources: [resource(machine.arn)],
      reason: "Creates, changes and publishes the state machine.",
    },
    {
      actions: [
        "states:CreateStateMachineAlias",
        "states:DeleteStateMachineAlias",
        "states:DeleteStateMachineVersion",
        "states:DescribeStateMachineAlias",
        "states:ListStateMachineAliases",
        "states:UpdateStateMachineAlias",
      ],
      resources: [resource(machine.arn), resource(`${machine.arn}:*`, "every-version")],
      reason: "Moves aliases between the machine's versions.",
    },
    {
      actions: ["states:ValidateStateMachineDefinition"],
      resources: [anyResource("no-resource-type")],
      reason: "Has the definition validated before it is deployed.",
    },
    {
      actions: ["iam:PassRole"],
      resources: [role],
      conditions: { StringEquals: { "iam:PassedToService": "states.amazonaws.com" } },
      reason: "Hands the execution role to Step Functions.",
    },
  ];
  if (options.logging) grants.push({ ...logDelivery, reason: "Sets up the delivery of execution logs." });
  if (options.kms) {
    grants.push(
      {
        actions: ["kms:DescribeKey"],
        resources: [resource(options.kms.keyArn, "declared")],
        reason: "Step Functions looks the key up for the caller.",
      },
      {
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
        resources: [resource(options.kms.keyArn, "declared")],
        conditions: { StringEquals: { "kms:EncryptionContext:aws:states:stateMachineArn": machine.arn } },
        reason: "Writes and reads the encrypted definition.",
      },
    );
  }
  if (options.manageRole) {
    const roles = [role, ...(options.stepRoleArns ?? []).map((arn) => resource(arn, "declared"))];
    grants.push({
      actions: [
        "iam:CreateRole",
        "iam:DeleteRole",
        "iam:DeleteRolePolicy",
        "iam:GetRole",
        "iam:GetRolePolicy",
        "iam:ListRolePolicies",
        "iam:PutRolePolicy",
        "iam:TagRole",
        "iam:UntagRole",
        "iam:UpdateAssumeRolePolicy",
      ],
      resources: roles,
      reason: "Makes the machine's roles and keeps their policies as they were reviewed.",
    });
    const names = options.managedPolicyNames ?? [];
    if (names.length > 0) grants.push(...managedPolicies(machine, roles, names));
  }
  return mergeGrants(grants);
}

function managedPolicies(machine: Machine, roles: readonly Resource[], names: readonly string[]): readonly Grant[] {
  const policies = names.map((name) => `arn:${machine.partition}:iam::${machine.accountId}:policy/${name}`);
  return [
    {
      actions: [
        "iam:CreatePolicy",
        "iam:CreatePolicyVersion",
        "iam:DeletePolicy",
        "iam:DeletePolicyVersion",
        "iam:GetPolicy",
        "iam:GetPolicyVersion",
        "iam:ListPolicyVersions",
      ],
      resources: policies.map((arn) => resource(arn)),
      reason: "Keeps policies that are too large to be inline.",
    },
    {
      actions: ["iam:AttachRolePolicy", "iam:DetachRolePolicy"],
      resources: roles,
      conditions: { ArnEquals: { "iam:PolicyARN": policies } },
      reason: "Attaches these policies to the machine's roles, and no others.",
    },
    {
      actions: ["iam:ListAttachedRolePolicies"],
      resources: roles,
      reason: "Looks which policies the machine's roles have.",
    },
  ];
}
