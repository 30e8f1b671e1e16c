import { resource } from "../../../policy/grant.js";
import { tableNaming } from "../../integrations/dynamodb.js";
import { prefixResources } from "../../integrations/s3-objects.js";
import { arnOf } from "../../machine.js";
import { type ArgumentText, knownText, type TaskCall } from "../../task-call.js";
import { alternativesOf, fieldOf, itemsOf } from "../../values/abstract-value.js";
import type { SdkExceptions } from "./sdk-exceptions.js";

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html */
export const dynamodb: SdkExceptions = {
  "dynamodb:executestatement": (call) => executeStatements(call, call.texts("Statement")),
  "dynamodb:batchexecutestatement": (call) => executeStatements(call, call.itemTexts("Statements", "Statement")),
  "dynamodb:executetransaction": (call) => executeStatements(call, call.itemTexts("TransactStatements", "Statement")),
  "dynamodb:transactwriteitems": (call) =>
    transact(call, {
      Put: "PutItem",
      Update: "UpdateItem",
      Delete: "DeleteItem",
      ConditionCheck: "ConditionCheckItem",
    }),
  "dynamodb:transactgetitems": (call) => transact(call, { Get: "GetItem" }),
  "dynamodb:batchwriteitem": (call) => batchItems(call, "BatchWriteItem"),
  "dynamodb:batchgetitem": (call) => batchItems(call, "BatchGetItem"),
  "dynamodb:query": (call) => readIndex(call, "Query"),
  "dynamodb:scan": (call) => readIndex(call, "Scan"),
  "dynamodb:exporttabletopointintime": exportTable,
};

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport_Requesting.html */
function exportTable(call: TaskCall): void {
  const tables = call.resources("TableArn", { widened: arnOf(call.machine, "dynamodb", "table/*") });
  call.allow(["dynamodb:ExportTableToPointInTime"], tables, "Exports the table.");
  call.allow(
    ["s3:AbortMultipartUpload", "s3:PutObject", "s3:PutObjectAcl"],
    prefixResources(call, "S3Bucket", "S3Prefix"),
    "DynamoDB writes the export on the role's behalf.",
  );
}

/** A table that is named only when the state runs. */
const unknownTable: ArgumentText = { pattern: "*", wildcard: "dynamic-value", unknown: true };

/** A transaction is authorised by its parts. */
function transact(call: TaskCall, actions: { readonly [part: string]: string }): void {
  const items = call.value("TransactItems");
  if (items === undefined) call.missing("TransactItems");
  for (const item of items === undefined ? [] : itemsOf(items)) {
    for (const [part, action] of Object.entries(actions)) {
      const operation = fieldOf(item, part);
      const table = operation && fieldOf(operation, "TableName");
      if (table === undefined) continue;
      const texts = alternativesOf(table).map((each) =>
        each.kind === "text" && each.text.parts.length === 1 && each.text.parts[0] !== undefined
          ? knownText(each.text.parts[0])
          : unknownTable,
      );
      const tables = call.toResources("TransactItems.TableName", texts, tableNaming(call));
      call.allow([`dynamodb:${action}`], tables, "Does its part of the transaction.");
    }
  }
}

/** `RequestItems` has one key for each table. */
function batchItems(call: TaskCall, action: string): void {
  const requests = call.value("RequestItems");
  const names =
    requests === undefined
      ? []
      : alternativesOf(requests).flatMap((each) =>
          each.kind === "object" && !each.open ? Object.keys(each.fields).map(knownText) : [unknownTable],
        );
  if (names.length === 0) call.missing("RequestItems");
  call.allow(
    [`dynamodb:${action}`],
    call.toResources("RequestItems", names, tableNaming(call)),
    "Works on the tables.",
  );
}

function readIndex(call: TaskCall, action: string): void {
  const tables = call.resources("TableName", tableNaming(call));
  const indexes = call.texts("IndexName");
  const resources =
    indexes.length === 0
      ? tables
      : tables.flatMap(({ arn, wildcard }) =>
          indexes.map((index) => resource(`${arn}/index/${index.pattern}`, wildcard ?? index.wildcard)),
        );
  call.allow([`dynamodb:${action}`], resources, indexes.length === 0 ? "Reads the table." : "Reads the index.");
}

const partiqlActions: { readonly [verb: string]: string } = {
  SELECT: "PartiQLSelect",
  INSERT: "PartiQLInsert",
  UPDATE: "PartiQLUpdate",
  DELETE: "PartiQLDelete",
};

/** PartiQL is authorised by its verb, on the table or index that its text names. */
function executeStatements(call: TaskCall, statements: readonly ArgumentText[]): void {
  if (statements.length === 0) call.missing("Statement");
  for (const { pattern } of statements) {
    const verb = /^\s*(\w+)/.exec(pattern)?.[1]?.toUpperCase() ?? "";
    const target = /\b(?:FROM|INTO|UPDATE)\s+"?([\w.$={}-]+?)"?(?:\."([\w.-]+)")?(?=[\s;]|$)/i.exec(pattern);
    const action = partiqlActions[verb];
    if (action === undefined || target === null) {
      call.dynamic("Statement");
      const tables = [resource(tableNaming(call).widened, "dynamic-value")];
      call.allow(
        Object.values(partiqlActions).map((each) => `dynamodb:${each}`),
        tables,
        "Runs the statement.",
      );
      continue;
    }
    const [table] = call.toResources("Statement", [knownText(target[1]!)], tableNaming(call));
    const arn = target[2] === undefined ? table!.arn : `${table!.arn}/index/${target[2]}`;
    call.allow([`dynamodb:${action}`], [resource(arn)], "Runs the statement.");
  }
}
