/*
 * Writes `src/sdk/generated/`: what the rules of `member-name.ts` and `service-name.ts` alone get wrong, and the names that their
 * tests are held against.
 *
 *   node packages/aws/scripts/generate-names.ts
 *
 * Step Functions spells members, services and errors as the AWS SDK for Java 2 does. The models of all services come from the
 * last AWS SDK for JavaScript 2, fetched by `npm pack`: it is not a dependency, and only these tables are made of it. What the
 * Java SDK does beyond its rule is read off its own classes (`javap`, or the `customization.config` of a service).
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const models = "aws-sdk@2.1693.0";

/** Members that the Java SDK renames by a customization of the service. */
const renamed: Readonly<Record<string, string>> = {
  // dynamodb: https://github.com/aws/aws-sdk-java-v2/blob/master/services/dynamodb/src/main/resources/codegen-resources/dynamodb/customization.config
  NULL: "Nul",
  // cognitoidentityprovider: AccountTakeoverActionType.sendNotification
  Notify: "SendNotification",
};

/** Keys of maps that a service fixes by an enumeration: they are data, which nobody renames. */
const enumeratedKeys = ["AWSTraceHeader"];

/** Words that no Java method can be called; the SDK appends `Value`. Its `DefaultNamingStrategy` has the list. */
const keywords = new Set(
  `abstract assert boolean break byte case catch char class const continue default do double else enum extends false final
  finally float for goto if implements import instanceof int interface long native new null package private protected public
  return short static strictfp super switch synchronized this throw throws transient true try void volatile while`.split(
    /\s+/,
  ),
);
const methods = new Set(
  `equals finalize getClass hashCode notify notifyAll toString wait builder sdkFields toBuilder overrideConfiguration
  sdkHttpResponse`.split(/\s+/),
);

interface Model {
  readonly metadata: { readonly serviceId?: string };
  readonly operations?: unknown;
  readonly shapes?: unknown;
}

const folder = mkdtempSync(join(tmpdir(), "aws-names-"));
const output = join(import.meta.dirname, "../src/sdk/generated");
try {
  const { members, services } = readModels(unpack());
  mkdirSync(output, { recursive: true });
  write("member-names.ts", memberNames());
  write("service-names.ts", serviceNames(services));
  write("recorded-names.test-d.ts", recordedNames(members));
  writeFileSync(join(output, "recorded-services.json"), recordedServices(services));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function unpack(): string {
  const report = execFileSync("npm", ["pack", models, "--json", "--pack-destination", folder], { encoding: "utf8" });
  const [packed] = JSON.parse(report) as { readonly filename: string }[];
  execFileSync("tar", ["-xzf", join(folder, packed!.filename), "-C", folder, "package/apis"]);
  return join(folder, "package/apis");
}

function readModels(apis: string): { members: readonly string[]; services: readonly string[] } {
  const members = new Set<string>();
  const services = new Set<string>();
  for (const file of readdirSync(apis).filter((name) => name.endsWith(".min.json"))) {
    const { metadata, operations, shapes } = JSON.parse(readFileSync(join(apis, file), "utf8")) as Model;
    if (metadata.serviceId !== undefined) services.add(metadata.serviceId);
    collectMembers([operations, shapes], members);
  }
  return { members: [...members].sort(), services: [...services].sort() };
}

function collectMembers(value: unknown, members: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  const { members: own } = value as { readonly members?: unknown };
  if (typeof own === "object" && own !== null && !Array.isArray(own)) {
    for (const name of Object.keys(own)) members.add(name);
  }
  for (const inner of Object.values(value)) collectMembers(inner, members);
}

/** `Utils.unCapitalize` and `Utils.capitalize` of the Java SDK, one after the other. */
function byRule(name: string): string {
  let end = 1;
  while (/[A-Z]/.test(name[end] ?? "") && !/[a-z]/.test(name[end + 1] ?? "")) end++;
  return name[0]!.toUpperCase() + name.slice(1, end).toLowerCase() + name.slice(end);
}

function memberName(name: string): string {
  if (renamed[name] !== undefined) return renamed[name];
  const method = byRule(name);
  const variable = method[0]!.toLowerCase() + method.slice(1);
  return keywords.has(method.toLowerCase()) || methods.has(variable) ? `${method}Value` : method;
}

/** Reserved words are all there, used or not, so that a service's new member is spelled right too. */
function memberNames(): string {
  const words = [...keywords, ...methods].flatMap((word) => [word, word[0]!.toUpperCase() + word.slice(1)]);
  const rows = [
    ...[...new Set([...words, ...Object.keys(renamed)])].sort().map((name) => [name, memberName(name)]),
    ...enumeratedKeys.map((name) => [name, name]),
  ];
  return [
    "/** Members whose name the rule alone does not give. */",
    "export interface MemberNames {",
    ...rows.map(([name, spelled]) => `  readonly ${name}: "${spelled}";`),
    "}",
  ].join("\n");
}

/** Every member that does not only begin with a capital in Step Functions. */
function recordedNames(members: readonly string[]): string {
  const rows = members.filter((name) => memberName(name) !== name[0]!.toUpperCase() + name.slice(1));
  return [
    'import { expectTypeOf } from "vitest";',
    'import type { MemberName } from "../member-name.js";',
    "",
    "interface Recorded {",
    ...rows.map((name) => `  ${name}: "${memberName(name)}";`),
    "}",
    "",
    "expectTypeOf<{ [K in keyof Recorded]: MemberName<K> }>().toEqualTypeOf<Recorded>();",
  ].join("\n");
}

/** The name of the client in the JavaScript SDK, without `Client`. */
function clientName(serviceId: string): string {
  return serviceId
    .split(" ")
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join("");
}

/** `DefaultNamingStrategy.getServiceName` of the Java SDK. */
function serviceName(serviceId: string): string {
  return pascalCase(serviceId)
    .replace(/^Amazon/, "")
    .replace(/^Aws/, "")
    .replace(/Service$/, "");
}

/** `CodegenNamingUtils.pascalCase` of the Java SDK. */
function pascalCase(text: string): string {
  return text
    .replace(/[^A-Za-z0-9]+/g, " ")
    .replace(/([^a-z]{2,})v([0-9]+)/g, "$1 v$2 ")
    .replace(/([^A-Z]{2,})V([0-9]+)/g, "$1 V$2 ")
    .replace(/(?<=[a-z])(?=[A-Z]([a-zA-Z]|[0-9]))/g, " ")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .replace(/([0-9])([a-zA-Z])/g, "$1 $2")
    .trim()
    .split(/ +/)
    .map((word) => word[0]!.toUpperCase() + word.slice(1).toLowerCase())
    .join("");
}

function serviceNames(services: readonly string[]): string {
  const rows = services.filter((id) => serviceName(clientName(id)) !== serviceName(id));
  return [
    "/** Clients of the JavaScript SDK in whose name the words of the service cannot be told apart. */",
    "export const serviceNames: { readonly [client: string]: string } = {",
    ...rows.map((id) => `  ${clientName(id)}: "${serviceName(id)}",`),
    "};",
  ].join("\n");
}

/** Every client's name with the service's in Step Functions. */
function recordedServices(services: readonly string[]): string {
  const rows = services.map((id) => `  ${JSON.stringify([clientName(id), serviceName(id)])}`);
  return `[\n${rows.join(",\n")}\n]\n`;
}

function write(file: string, text: string): void {
  writeFileSync(join(output, file), `// Generated by scripts/generate-names.ts from ${models}.\n${text}\n`);
}
