import { anyResource, type Resource, resource } from "../../policy/grant.js";
import { arnOf } from "../machine.js";
import type { TaskCall } from "../task-call.js";
import type { Integration, IntegrationAction } from "./integration.js";
import { allowPassRole, roleNaming } from "./pass-role.js";

interface ClusterPart {
  /** `nodegroup`: the kind of resource below the cluster; undefined for the cluster itself. */
  readonly kind?: string;
  readonly name: string;
  readonly role?: { readonly argument: string; readonly service: string };
  readonly describe: string;
  readonly undo?: string;
}

const cluster = { name: "Name", describe: "DescribeCluster" };
const fargateProfile = { kind: "fargateprofile", name: "FargateProfileName", describe: "DescribeFargateProfile" };
const nodegroup = { kind: "nodegroup", name: "NodegroupName", describe: "DescribeNodegroup" };

/**
 * `call` and `runJob` talk to Kubernetes, whose own access control decides.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html
 */
export const eks: Integration = {
  service: "eks",
  actions: {
    call: { patterns: ["waitForTaskToken"], derive: () => undefined },
    runJob: { patterns: ["sync", "waitForTaskToken"], derive: () => undefined },
    createCluster: manage("CreateCluster", {
      ...cluster,
      undo: "DeleteCluster",
      role: { argument: "RoleArn", service: "eks.amazonaws.com" },
    }),
    deleteCluster: manage("DeleteCluster", cluster),
    createFargateProfile: manage("CreateFargateProfile", {
      ...fargateProfile,
      undo: "DeleteFargateProfile",
      role: { argument: "PodExecutionRoleArn", service: "eks-fargate-pods.amazonaws.com" },
    }),
    deleteFargateProfile: manage("DeleteFargateProfile", fargateProfile),
    createNodegroup: manage("CreateNodegroup", {
      ...nodegroup,
      undo: "DeleteNodegroup",
      role: { argument: "NodeRole", service: "eks.amazonaws.com" },
    }),
    deleteNodegroup: manage("DeleteNodegroup", nodegroup),
  },
};

function manage(action: string, part: ClusterPart): IntegrationAction {
  return {
    patterns: ["sync"],
    derive: (call) => {
      const clusters = call.resources(part.kind === undefined ? part.name : "ClusterName", {
        fromName: (name) => arnOf(call.machine, "eks", `cluster/${name}`),
        widened: arnOf(call.machine, "eks", "cluster/*"),
      });
      const parts = part.kind === undefined ? clusters : clusters.map((each) => partOf(call, each, part));
      allowManage(call, action, clusters, parts);
      if (part.role) allowPassRole(call, part.role.argument, part.role.service, "required");
      if (action === "CreateNodegroup") allowInspection(call, part.role!.argument);
      if (call.pattern !== "sync") return;
      call.allow(
        [part.describe, ...(part.undo ? [part.undo] : [])].map((name) => `eks:${name}`),
        parts,
        "Polls what it waits for, and undoes it when it is stopped itself.",
      );
    },
  };
}

/** A cluster is authorised before it has an ARN; what belongs to a cluster is created on it. */
function allowManage(call: TaskCall, action: string, clusters: readonly Resource[], parts: readonly Resource[]): void {
  if (action === "CreateCluster")
    call.allow([`eks:${action}`], [anyResource("no-resource-type")], "Creates the cluster.");
  else if (action.startsWith("Create")) call.allow([`eks:${action}`], clusters, "Creates it on the cluster.");
  else call.allow([`eks:${action}`], parts, "Deletes it.");
}

/** EKS looks on the caller's behalf whether the role of a node group has what nodes need. */
function allowInspection(call: TaskCall, argument: string): void {
  const roles = call.optionalResources(argument, roleNaming(call));
  call.allow(
    ["iam:GetRole", "iam:ListAttachedRolePolicies"],
    roles,
    "Looks whether the nodes' role has what they need.",
  );
}

/** `arn:…:nodegroup/<cluster>/<name>/<id>`: the id is chosen by the service. */
function partOf(call: TaskCall, parent: Resource, part: ClusterPart): Resource {
  const name = call.texts(part.name)[0]?.pattern ?? "*";
  const clusterName = parent.arn.split("cluster/")[1] ?? "*";
  return resource(arnOf(call.machine, "eks", `${part.kind}/${clusterName}/${name}/*`), "created-by-call");
}
