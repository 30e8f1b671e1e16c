import { resource } from "../../../policy/grant.js";
import { arnOf } from "../../machine.js";
import type { TaskCall } from "../../task-call.js";
import type { SdkExceptions } from "./sdk-exceptions.js";

/**
 * Amazon Keyspaces authorises its API by the verbs of CQL.
 *
 * @see https://docs.aws.amazon.com/keyspaces/latest/devguide/security_iam_service-with-iam.html
 */
export const keyspaces: SdkExceptions = {
  "cassandra:createkeyspace": (call) => onKeyspace(call, "Create"),
  "cassandra:updatekeyspace": (call) => onKeyspace(call, "Alter"),
  "cassandra:deletekeyspace": (call) => onKeyspace(call, "Drop"),
  "cassandra:getkeyspace": (call) => onSystemTables(call),
  "cassandra:listkeyspaces": (call) => onSystemTables(call),
  "cassandra:createtable": (call) => onTable(call, "Create"),
  "cassandra:updatetable": (call) => onTable(call, "Alter"),
  "cassandra:deletetable": (call) => onTable(call, "Drop"),
  "cassandra:restoretable": (call) => onTable(call, "Restore"),
  "cassandra:gettable": (call) => onSystemTables(call),
  "cassandra:listtables": (call) => onSystemTables(call),
};

function onKeyspace(call: TaskCall, action: string): void {
  const keyspaces = call.resources("KeyspaceName", {
    fromName: (name) => arnOf(call.machine, "cassandra", `/keyspace/${name}/`),
    widened: arnOf(call.machine, "cassandra", "/keyspace/*"),
  });
  call.allow([`cassandra:${action}`], keyspaces, "Works on the keyspace.");
}

function onTable(call: TaskCall, action: string): void {
  const [keyspace] = call.texts("KeyspaceName");
  const argument = call.has("TableName") ? "TableName" : "TargetTableName";
  const tables = call.resources(argument, {
    fromName: (name) => arnOf(call.machine, "cassandra", `/keyspace/${keyspace?.pattern ?? "*"}/table/${name}`),
    widened: arnOf(call.machine, "cassandra", `/keyspace/${keyspace?.pattern ?? "*"}/table/*`),
  });
  call.allow([`cassandra:${action}`], tables, "Works on the table.");
}

/** What is read about keyspaces and tables is in the system keyspaces. */
function onSystemTables(call: TaskCall): void {
  const system = resource(arnOf(call.machine, "cassandra", "/keyspace/system*"), "service-requires");
  call.allow(["cassandra:Select"], [system], "Reads the system keyspaces.");
}
