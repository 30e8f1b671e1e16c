import { anyResource, type Resource, resource } from "../../policy/grant.js";
import { arnOf } from "../machine.js";
import type { TaskCall } from "../task-call.js";
import type { Integration, IntegrationAction } from "./integration.js";
import { allowManagedRule } from "./managed-rule.js";
import { allowPassRole } from "./pass-role.js";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html */
export const emr: Integration = {
  service: "elasticmapreduce",
  actions: {
    createCluster: { patterns: ["sync"], derive: deriveCreateCluster },
    terminateCluster: onCluster(["TerminateJobFlows"], {
      actions: ["DescribeCluster"],
      rule: "StepFunctionsGetEventForEMRTerminateJobFlowsRule",
    }),
    addStep: onCluster(["AddJobFlowSteps"], {
      actions: ["CancelSteps", "DescribeStep"],
      rule: "StepFunctionsGetEventForEMRAddJobFlowStepsRule",
    }),
    cancelStep: onCluster(["CancelSteps"]),
    setClusterTerminationProtection: onCluster(["SetTerminationProtection"]),
    modifyInstanceFleetByName: onCluster(["ListInstanceFleets", "ModifyInstanceFleet"]),
    modifyInstanceGroupByName: onCluster(["ListInstanceGroups", "ModifyInstanceGroups"]),
  },
};

function deriveCreateCluster(call: TaskCall): void {
  // EMR authorises a new cluster before it has an ARN.
  call.allow(["elasticmapreduce:RunJobFlow"], [anyResource("no-resource-type")], "Creates the cluster.");
  const created = [resource(arnOf(call.machine, "elasticmapreduce", "cluster/*"), "created-by-call")];
  call.allow(["elasticmapreduce:AddTags"], created, "Tags the cluster.");
  allowServiceRole(call);
  allowPassRole(call, "ServiceRole", "elasticmapreduce.amazonaws.com", "required");
  allowPassRole(call, "JobFlowRole", "ec2.amazonaws.com", "required");
  allowPassRole(call, "AutoScalingRole", "application-autoscaling.amazonaws.com", "optional");
  if (call.pattern !== "sync") return;
  call.allow(
    ["elasticmapreduce:DescribeCluster", "elasticmapreduce:TerminateJobFlows"],
    created,
    "Polls the cluster it waits for, and terminates it when it is stopped itself.",
  );
  allowManagedRule(call, "StepFunctionsGetEventForEMRRunJobFlowRule");
}

/** @see https://docs.aws.amazon.com/emr/latest/ManagementGuide/using-service-linked-roles-cleanup.html */
function allowServiceRole(call: TaskCall): void {
  const { partition, accountId } = call.machine;
  const roles = `arn:${partition}:iam::${accountId}:role/aws-service-role/elasticmapreduce.amazonaws.com*`;
  call.allow(
    ["iam:CreateServiceLinkedRole"],
    [resource(`${roles}/AWSServiceRoleForEMRCleanup*`, "service-requires")],
    "The first cluster of an account creates the service's own role.",
    { StringLike: { "iam:AWSServiceName": ["elasticmapreduce.amazonaws.com", "elasticmapreduce.amazonaws.com.cn"] } },
  );
}

interface Waiting {
  readonly actions: readonly string[];
  readonly rule: string;
}

function onCluster(actions: readonly string[], waiting?: Waiting): IntegrationAction {
  return {
    ...(waiting && { patterns: ["sync"] }),
    derive: (call) => {
      const clusters = clusterResources(call);
      call.allow(named(actions), clusters, "Works on the cluster.");
      if (waiting === undefined || call.pattern !== "sync") return;
      call.allow(named(waiting.actions), clusters, "Polls what it waits for, and stops it when it is stopped itself.");
      allowManagedRule(call, waiting.rule);
    },
  };
}

/** A cluster's id is given by the service, so it is hardly ever known before. */
function clusterResources(call: TaskCall): readonly Resource[] {
  const texts = call.texts("ClusterId");
  if (texts.length === 0) call.missing("ClusterId");
  return texts.map(({ pattern, wildcard }) =>
    resource(arnOf(call.machine, "elasticmapreduce", `cluster/${pattern}`), wildcard),
  );
}

function named(actions: readonly string[]): readonly string[] {
  return actions.map((action) => `elasticmapreduce:${action}`);
}
