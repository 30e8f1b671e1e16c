import { anyResource, type Resource, resource } from "../../policy/grant.js";
import { arnOf } from "../machine.js";
import type { TaskCall } from "../task-call.js";
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
  call.allow(["athena:StartQueryExecution"], workgroups(call), "Runs the query.");
  if (call.pattern === "sync") {
    call.allow(
      ["athena:GetQueryExecution", "athena:StopQueryExecution"],
      workgroups(call),
      "Polls the query it waits for, and stops it when it is stopped itself.",
    );
  }
  deriveTables(call);
  deriveResults(call);
}

/** What a query reads is in its text and in the Glue catalog, not in the arguments. */
function deriveTables(call: TaskCall): void {
  const queries = call.texts("QueryString");
  if (queries.length === 0) call.missing("QueryString");
  if (queries.some(({ unknown }) => unknown)) call.dynamic("QueryString");
  const databases = databaseNames(call);
  const read = [
    "BatchGetPartition",
    "GetDatabase",
    "GetDatabases",
    "GetPartition",
    "GetPartitions",
    "GetTable",
    "GetTables",
  ];
  const tables = databases.flatMap((name) => [
    resource(arnOf(call.machine, "glue", `database/${name}`), "not-in-arguments"),
    resource(arnOf(call.machine, "glue", `table/${name}/*`), "not-in-arguments"),
  ]);
  call.allow(
    [...read, ...catalogWrites(call)].map((action) => `glue:${action}`),
    [resource(arnOf(call.machine, "glue", "catalog")), ...tables],
    "Looks up the tables that the query names.",
  );
  if (queries.every(({ pattern }) => !namesTables(pattern))) return;
  call.allow(
    ["lakeformation:GetDataAccess"],
    [anyResource("no-resource-type")],
    "Reads tables that Lake Formation guards.",
  );
  const data = call.declaredResources("DataLocation", "the objects that the query reads", [
    resource(`arn:${call.machine.partition}:s3:::*`, "not-in-arguments"),
  ]);
  call.allow(["s3:GetBucketLocation", "s3:GetObject", "s3:ListBucket"], data, "Reads the data that the query names.");
}

/** The databases a query may name: without qualified names, the one of its context, which is `default` by default. */
function databaseNames(call: TaskCall): readonly string[] {
  const context = call.texts("QueryExecutionContext.Database").map(({ pattern }) => pattern);
  const own = context.length === 0 ? ["default"] : context;
  return call.texts("QueryString").some(({ pattern }) => mayNameDatabases(pattern)) ? ["*"] : own;
}

function mayNameDatabases(query: string): boolean {
  return (
    query.includes("*.") ||
    /^\*$/.test(query) ||
    /\b(?:FROM|JOIN|INTO|TABLE|VIEW|EXISTS)\s+["`]?[\w${}-]+["`]?\.["`]?\w/i.test(query)
  );
}

function namesTables(query: string): boolean {
  return query.includes("*") || /\b(?:FROM|JOIN|INTO|TABLE|VIEW|DESCRIBE|SHOW|EXECUTE)\b/i.test(query);
}

/** A statement that is known only when the state runs may be any: what AWS's policy for queries allows. */
const everyCatalogWrite = [
  "BatchCreatePartition",
  "BatchDeletePartition",
  "BatchDeleteTable",
  "CreateDatabase",
  "CreatePartition",
  "CreateTable",
  "DeleteDatabase",
  "DeletePartition",
  "DeleteTable",
  "UpdateDatabase",
  "UpdatePartition",
  "UpdateTable",
];

/** Statements that change the catalog, by their first words. */
function catalogWrites(call: TaskCall): readonly string[] {
  const actions = call.texts("QueryString").flatMap(({ pattern }) => {
    const statement = pattern.trim().toUpperCase();
    if (statement.startsWith("*")) return everyCatalogWrite;
    if (/^CREATE\s+(DATABASE|SCHEMA)\b/.test(statement)) return ["CreateDatabase"];
    if (/^DROP\s+(DATABASE|SCHEMA)\b/.test(statement)) return ["DeleteDatabase"];
    if (/^CREATE\b/.test(statement)) return ["CreateTable", "UpdateTable"];
    if (/^DROP\b/.test(statement)) return ["DeleteTable"];
    if (/^(ALTER|MSCK)\b/.test(statement))
      return ["BatchCreatePartition", "BatchDeletePartition", "CreatePartition", "UpdatePartition", "UpdateTable"];
    if (/^INSERT\b/.test(statement)) return ["BatchCreatePartition", "CreatePartition"];
    return [];
  });
  return [...new Set(actions)];
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
  // Without a place of its own, a query's results go to a bucket that Athena makes in the account.
  const create = locations.length === 0 && declared.includes(everything) ? ["s3:CreateBucket"] : [];
  call.allow(
    [...create, "s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
    [...buckets, ...declared],
    "Finds the place of the query's results.",
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
