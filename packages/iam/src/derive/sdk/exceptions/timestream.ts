import { anyResource, resource } from "../../../policy/grant.js";
import { arnOf } from "../../machine.js";
import type { TaskCall } from "../../task-call.js";
import type { SdkExceptions } from "./sdk-exceptions.js";

/** @see https://docs.aws.amazon.com/timestream/latest/developerguide/security_iam_service-with-iam.html */
export const timestream: SdkExceptions = {
  "timestream:writerecords": (call) => {
    findEndpoint(call);
    const [database] = call.texts("DatabaseName");
    const tables = call.resources("TableName", {
      fromName: (name) => arnOf(call.machine, "timestream", `database/${database?.pattern ?? "*"}/table/${name}`),
      widened: arnOf(call.machine, "timestream", `database/${database?.pattern ?? "*"}/table/*`),
    });
    const bounded = tables.map(({ arn, wildcard }) => resource(arn, wildcard ?? "dynamic-value"));
    call.allow(["timestream:WriteRecords"], bounded, "Writes to the table.");
  },
  "timestream:query": (call) => {
    findEndpoint(call);
    const tables = call.declaredResources("QueryTables", "the tables that the query reads", [
      resource(arnOf(call.machine, "timestream", "database/*"), "not-in-arguments"),
    ]);
    call.allow(["timestream:Select"], tables, "Reads the tables that the query names.");
  },
};

function findEndpoint(call: TaskCall): void {
  call.allow(["timestream:DescribeEndpoints"], [anyResource("no-resource-type")], "Finds the service's endpoint.");
}
