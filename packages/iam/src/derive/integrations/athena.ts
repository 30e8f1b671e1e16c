import { anyResource, type Resource, resource } from "../../policy/grant.js";
import { arnOf } from "../machine.js";
import type { TaskCall } from "../task-call.js";
import { type QueryNeeds, readQuery } from "./athena-query.js";
import type { Integration } from "./integration.js";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-athena.html */
export const athena: Integration = {
  service: "athena",
  actions: {
    startQueryExecution: { patterns: ["sync"], derive: deriveStart },
    stopQueryExecution: { derive: (call) => onWorkgroups(call, ["athena:StopQueryExecution"], "Stops the query.") },
    getQueryExecution: { derive: (call) => onWorkgroups(call, ["athena:GetQueryExecution"], "Polls the query.") },
    getQueryResults: {
      derive: (call) => {
        onWorkgroups(call, ["athena:GetQueryResults"], "Reads the query's results.");
        const results = call.declaredResources("ResultLocation", "the place of the query's results", [
          resource(`arn:${call.machine.partition}:s3:::*`, "not-in-arguments"),
        ]);
        call.allow(["s3:GetObject"], results, "Reads the query's results.");
      },
    },
  },
};

function deriveStart(call: TaskCall): void {
  const catalogs = call.optionalResources("QueryExecutionContext.Catalog", {
    fromName: (name) => arnOf(call.machine, "athena", `datacatalog/${name}`),
    widened: arnOf(call.machine, "athena", "datacatalog/*"),
  });
  const catalog =
    catalogs.length > 0 ? catalogs : [resource(arnOf(call.machine, "athena", "datacatalog/AwsDataCatalog"))];
  call.allow(["athena:GetDataCatalog"], catalog, "Looks up the query's catalog.");
  // AWS lists reading a query's state for the API; it changes nothing, and stays within the workgroup of the query.
  call.allow(
    ["athena:GetQueryExecution", "athena:StartQueryExecution"],
    workgroups(call),
    "Runs the query, and reads how far it is.",
  );
  if (call.pattern === "sync") {
    call.allow(["athena:StopQueryExecution"], workgroups(call), "Stops the query when it is stopped itself.");
  }
  deriveTables(call);
  deriveResults(call);
}

/** What a query does is in its text, what it reads in the Glue catalog; the arguments tell neither. */
function deriveTables(call: TaskCall): void {
  const queries = call.texts("QueryString");
  if (queries.length === 0) call.missing("QueryString");
  if (queries.some(({ unknown }) => unknown)) call.dynamic("QueryString");
  const needs = queries.map(({ pattern }) => readQuery(pattern));
  call.allow(
    unique(needs.flatMap(({ statements }) => statements)),
    workgroups(call),
    "Works on the prepared statement that the query names.",
  );
  const read = [
    "BatchGetPartition",
    "GetDatabase",
    "GetDatabases",
    "GetPartition",
    "GetPartitions",
    "GetTable",
    "GetTables",
  ];
  const tables = databaseNames(call, needs).flatMap((name) => [
    resource(arnOf(call.machine, "glue", `database/${name}`), "not-in-arguments"),
    resource(arnOf(call.machine, "glue", `table/${name}/*`), "not-in-arguments"),
  ]);
  call.allow(
    [...read, ...unique(needs.flatMap(({ catalogWrites }) => catalogWrites))].map((action) => `glue:${action}`),
    [resource(arnOf(call.machine, "glue", "catalog")), ...tables],
    "Looks up the tables that the query names.",
  );
  const writes = unique(needs.flatMap(({ dataWrites }) => dataWrites));
  if (writes.length > 0 || needs.some(({ readsTables }) => readsTables)) deriveData(call, writes);
}

function deriveData(call: TaskCall, writes: readonly string[]): void {
  call.allow(
    ["lakeformation:GetDataAccess"],
    [anyResource("no-resource-type")],
    "Reaches tables that Lake Formation guards.",
  );
  const data = call.declaredResources("DataLocation", "the objects behind the tables of the query", [
    resource(`arn:${call.machine.partition}:s3:::*`, "not-in-arguments"),
  ]);
  call.allow(
    ["s3:GetBucketLocation", "s3:GetObject", "s3:ListBucket", ...writes],
    data,
    "Reaches the data behind the tables of the query.",
  );
}

/** Those that the query names, and the one of its context, which is `default` by default. */
function databaseNames(call: TaskCall, needs: readonly QueryNeeds[]): readonly string[] {
  const context = call.texts("QueryExecutionContext.Database").map(({ pattern }) => pattern);
  const named = needs.flatMap(({ databases }) => databases);
  return named.includes("*") ? ["*"] : unique([...(context.length === 0 ? ["default"] : context), ...named]);
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

function deriveResults(call: TaskCall): void {
  const locations = call.texts("ResultConfiguration.OutputLocation");
  const everything = resource(`arn:${call.machine.partition}:s3:::*`, "not-in-arguments");
  const declared =
    locations.length === 0
      ? call.declaredResources("ResultLocation", "the place of the query's results, which its workgroup sets", [
          everything,
        ])
      : [];
  const buckets = locations.map(({ pattern, wildcard }) => resource(bucketArn(call, pattern), wildcard));
  const objects = locations.map(({ pattern }) => resource(belowLocation(call, pattern), "created-by-call"));
  call.allow(
    ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
    [...buckets, ...declared],
    "Finds the place of the query's results.",
  );
  // A query that names no place gets the account's default bucket. A place that a hint declares is there already.
  call.allow(
    ["s3:CreateBucket"],
    declared.includes(everything) ? [everything] : buckets,
    "Makes the bucket of the query's results where it is missing.",
  );
  call.allow(
    ["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"],
    [...objects, ...declared],
    "Writes the query's results.",
  );
}

function bucketArn(call: TaskCall, location: string): string {
  return `arn:${call.machine.partition}:s3:::${location.replace(/^s3:\/\//, "").split("/")[0]}`;
}

/** `s3://bucket/results` → every object below `results/`. */
function belowLocation(call: TaskCall, location: string): string {
  const [, ...prefix] = location.replace(/^s3:\/\//, "").split("/");
  const below = prefix.filter((part) => part !== "" && part !== "*").map((part) => `${part}/`);
  return `${bucketArn(call, location)}/${below.join("")}*`;
}

function workgroups(call: TaskCall): readonly Resource[] {
  const named = call.optionalResources("WorkGroup", {
    fromName: (name) => arnOf(call.machine, "athena", `workgroup/${name}`),
    widened: arnOf(call.machine, "athena", "workgroup/*"),
  });
  return named.length > 0 ? named : [resource(arnOf(call.machine, "athena", "workgroup/primary"))];
}

/** Calls that name a query by its id may be about any workgroup's. */
function onWorkgroups(call: TaskCall, actions: readonly string[], reason: string): void {
  const everyGroup = resource(arnOf(call.machine, "athena", "workgroup/*"), "not-in-arguments");
  const named = call.texts("WorkGroup");
  call.allow(actions, named.length === 0 ? [everyGroup] : workgroups(call), reason);
}
