import { sdkServices } from "./generated/sdk-services.js";
import { serviceAuthorization } from "./generated/service-authorization.js";

export interface ActionNeed {
  /** Name of the resource type in the service authorization reference. */
  readonly type: string;
  /** Every call is authorised against a resource of this type. */
  readonly required: boolean;
}

export interface AuthorizedAction {
  /** As IAM spells it: `PutItem`. */
  readonly name: string;
  readonly needs: readonly ActionNeed[];
}

export interface AuthorizedService {
  readonly prefix: string;
  /** By lower-case name: IAM ignores case in actions. */
  readonly actions: ReadonlyMap<string, AuthorizedAction>;
  /** Type → its ARN templates (mostly one) with `${Partition}`, `${Region}`, `${Account}` and the type's own variables. */
  readonly resourceTypes: ReadonlyMap<string, readonly string[]>;
}

/**
 * Services whose identifier in Step Functions is no client name of the JavaScript SDK: there the Java SDK keeps the word
 * `service` (asl: `aws-sdk:config` is `configservice` in the client list), or the CDK's table has a prefix that no IAM
 * action uses. Checked against the service authorization reference.
 */
const prefixOverrides: { readonly [service: string]: string } = {
  applicationdiscovery: "discovery",
  config: "config",
  costandusagereport: "cur",
  databasemigration: "dms",
  directory: "ds",
  elasticsearch: "es",
  lexmodelbuilding: "lex",
  lexruntime: "lex",
  marketplaceentitlement: "aws-marketplace",
  resourcegroupstaggingapi: "tag",
  cloudcontrol: "cloudformation",
  iotdataplane: "iot",
  iotjobsdataplane: "iotjobsdata",
  ioteventsdata: "iotevents",
  iotsecuretunneling: "iot",
};

/**
 * The IAM prefix of a service as `aws-sdk:<service>` names it; undefined where no table knows it. A service that is newer
 * than the table of SDK clients is known where its name is a prefix itself.
 */
export function iamPrefix(sdkService: string): string | undefined {
  if (Object.hasOwn(prefixOverrides, sdkService)) return prefixOverrides[sdkService];
  if (Object.hasOwn(sdkServices, sdkService)) return sdkServices[sdkService];
  return Object.hasOwn(serviceAuthorization, sdkService) ? sdkService : undefined;
}

export function knownSdkServices(): readonly string[] {
  return [...Object.keys(sdkServices), ...Object.keys(prefixOverrides)];
}

const parsed = new Map<string, AuthorizedService>();

/** Actions and resource types of an IAM prefix; undefined for a prefix that does not exist. */
export function authorizedService(prefix: string): AuthorizedService | undefined {
  const known = parsed.get(prefix);
  if (known) return known;
  const row = Object.hasOwn(serviceAuthorization, prefix) ? serviceAuthorization[prefix] : undefined;
  if (row === undefined) return undefined;
  const service = { prefix, resourceTypes: parseResourceTypes(row[0]), actions: parseActions(row[1]) };
  parsed.set(prefix, service);
  return service;
}

/** The action by its full name, whatever its case. */
export function authorizedAction(action: string): AuthorizedAction | undefined {
  const [prefix, name] = action.split(":");
  return authorizedService(prefix!.toLowerCase())?.actions.get((name ?? "").toLowerCase());
}

function parseResourceTypes(row: string): ReadonlyMap<string, readonly string[]> {
  return new Map(groups(row).map(([type, arns]) => [type, arns.split(", ")]));
}

function parseActions(row: string): ReadonlyMap<string, AuthorizedAction> {
  const actions = new Map<string, AuthorizedAction>();
  for (const [types, names] of groups(row)) {
    const needs = parseNeeds(types);
    for (const name of names.split(" ")) actions.set(name.toLowerCase(), { name, needs });
  }
  return actions;
}

/** Resource types are separated by commas: their names may hold blanks (`code signing config`). */
function parseNeeds(types: string): readonly ActionNeed[] {
  if (types === "") return [];
  return types.split(",").map((type) => {
    const required = type.endsWith("*");
    return { type: required ? type.slice(0, -1) : type, required };
  });
}

function groups(row: string): [string, string][] {
  if (row === "") return [];
  return row.split("|").map((group) => {
    const at = group.indexOf("=");
    return [group.slice(0, at), group.slice(at + 1)];
  });
}
