import { resource } from "../../../policy/grant.js";
import { arnOf } from "../../machine.js";
import type { TaskCall } from "../../task-call.js";
import type { SdkExceptions } from "./sdk-exceptions.js";
import { allowSecret } from "./secret.js";

/** @see https://docs.aws.amazon.com/redshift/latest/mgmt/data-api-access.html */
export const redshiftData: SdkExceptions = {
  "redshift-data:executestatement": (call) => runStatement(call, "ExecuteStatement"),
  "redshift-data:batchexecutestatement": (call) => runStatement(call, "BatchExecuteStatement"),
};

/** Redshift signs in by a secret, by temporary credentials for a database user, or, without servers, for a workgroup. */
function runStatement(call: TaskCall, action: string): void {
  const { machine } = call;
  const clusters = call.optionalResources("ClusterIdentifier", {
    fromName: (name) => arnOf(machine, "redshift", `cluster:${name}`),
    widened: arnOf(machine, "redshift", "cluster:*"),
  });
  const workgroups = call.optionalResources("WorkgroupName", {
    fromName: () => arnOf(machine, "redshift-serverless", "workgroup/*"),
    widened: arnOf(machine, "redshift-serverless", "workgroup/*"),
  });
  // A workgroup's ARN ends in an id that the service gives.
  const serverless = workgroups.map(({ arn }) => resource(arn, "created-by-call"));
  const everywhere = [
    resource(arnOf(machine, "redshift", "cluster:*"), "not-in-arguments"),
    resource(arnOf(machine, "redshift-serverless", "workgroup/*"), "not-in-arguments"),
  ];
  const named = [...clusters, ...serverless];
  call.allow([`redshift-data:${action}`], named.length > 0 ? named : everywhere, "Runs the statement.");
  if (call.has("SecretArn")) {
    allowSecret(call, "SecretArn");
    return;
  }
  call.allow(["redshift-serverless:GetCredentials"], serverless, "Signs in to the workgroup.");
  for (const cluster of call.texts("ClusterIdentifier")) {
    const name = cluster.unknown ? "*" : cluster.pattern;
    const [database] = call.texts("Database");
    const [user] = call.texts("DbUser");
    const account = [
      resource(arnOf(machine, "redshift", `dbname:${name}/${database?.pattern ?? "*"}`), "dynamic-value"),
      resource(arnOf(machine, "redshift", `dbuser:${name}/${user?.pattern ?? "*"}`), "dynamic-value"),
    ];
    const signIn = user === undefined ? "redshift:GetClusterCredentialsWithIAM" : "redshift:GetClusterCredentials";
    call.allow([signIn], user === undefined ? [account[0]!] : account, "Signs in to the cluster.");
  }
}
