import { arnOf } from "../../machine.js";
import type { TaskCall } from "../../task-call.js";
import type { SdkExceptions } from "./sdk-exceptions.js";
import { allowSecret } from "./secret.js";

/** @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.access.html */
export const rdsData: SdkExceptions = {
  "rds-data:executestatement": (call) => useDataApi(call, "ExecuteStatement"),
  "rds-data:batchexecutestatement": (call) => useDataApi(call, "BatchExecuteStatement"),
  "rds-data:begintransaction": (call) => useDataApi(call, "BeginTransaction"),
  "rds-data:committransaction": (call) => useDataApi(call, "CommitTransaction"),
  "rds-data:rollbacktransaction": (call) => useDataApi(call, "RollbackTransaction"),
};

function useDataApi(call: TaskCall, action: string): void {
  const clusters = call.resources("ResourceArn", { widened: arnOf(call.machine, "rds", "cluster:*") });
  call.allow([`rds-data:${action}`], clusters, "Uses the cluster's Data API.");
  allowSecret(call, "SecretArn");
}
