import { anyResource, type Resource, resource } from "../../policy/grant.js";
import { arnOf } from "../machine.js";
import type { TaskCall } from "../task-call.js";
import type { Integration } from "./integration.js";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-eks.html */
export const emrContainers: Integration = {
  service: "emr-containers",
  actions: {
    createVirtualCluster: {
      derive: (call) => {
        call.allow(["emr-containers:CreateVirtualCluster"], [anyResource("no-resource-type")], "Creates the cluster.");
        call.allow(
          ["iam:CreateServiceLinkedRole"],
          [
            resource(
              `arn:${call.machine.partition}:iam::${call.machine.accountId}:role/aws-service-role/emr-containers.amazonaws.com/AWSServiceRoleForAmazonEMRContainers`,
            ),
          ],
          "The first cluster of an account creates the service's own role.",
          { StringLike: { "iam:AWSServiceName": "emr-containers.amazonaws.com" } },
        );
      },
    },
    deleteVirtualCluster: {
      patterns: ["sync"],
      derive: (call) => {
        const clusters = virtualClusters(call, "Id");
        call.allow(["emr-containers:DeleteVirtualCluster"], clusters, "Deletes the cluster.");
        if (call.pattern === "sync")
          call.allow(["emr-containers:DescribeVirtualCluster"], clusters, "Polls the cluster it waits for.");
      },
    },
    startJobRun: {
      patterns: ["sync"],
      derive: (call) => {
        const clusters = virtualClusters(call, "VirtualClusterId");
        const roles = call.texts("ExecutionRoleArn");
        const condition = roles.some(({ unknown }) => unknown)
          ? undefined
          : { StringEquals: { "emr-containers:ExecutionRoleArn": roles.map(({ pattern }) => pattern) } };
        call.allow(
          ["emr-containers:StartJobRun"],
          clusters,
          "Starts the job.",
          roles.length > 0 ? condition : undefined,
        );
        if (call.pattern !== "sync") return;
        const jobs = clusters.map(({ arn, wildcard }) => resource(`${arn}/jobruns/*`, wildcard ?? "every-execution"));
        call.allow(
          ["emr-containers:CancelJobRun", "emr-containers:DescribeJobRun"],
          jobs,
          "Polls the job it waits for, and cancels it when it is stopped itself.",
        );
      },
    },
  },
};

function virtualClusters(call: TaskCall, argument: string): readonly Resource[] {
  const texts = call.texts(argument);
  if (texts.length === 0) call.missing(argument);
  // The id is given by the service, so that it is hardly ever known before.
  return texts.map(({ pattern, wildcard }) =>
    resource(arnOf(call.machine, "emr-containers", `/virtualclusters/${pattern}`), wildcard),
  );
}
