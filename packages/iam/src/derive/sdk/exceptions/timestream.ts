import { anyResource, resource } from "../../../policy/grant.js";
import { arnOf } from "../../machine.js";
import type { SdkExceptions } from "./sdk-exceptions.js";

/** @see https://docs.aws.amazon.com/timestream/latest/developerguide/security_iam_service-with-iam.html */
export const timestream: SdkExceptions = {
  "timestream:query": (call) => {
    call.allow(["timestream:DescribeEndpoints"], [anyResource("no-resource-type")], "Finds the service's endpoint.");
    const tables = call.declaredResources("QueryTables", "the tables that the query reads", [
      resource(arnOf(call.machine, "timestream", "database/*"), "not-in-arguments"),
    ]);
    call.allow(["timestream:Select"], tables, "Reads the tables that the query names.");
  },
};
