import type { Resource, WildcardReason } from "../../policy/grant.js";
import { resource } from "../../policy/grant.js";
import { isArn, type Machine } from "../machine.js";
import type { ArgumentText, TaskCall } from "../task-call.js";
import { argumentDefaults, argumentNames, arnEndings } from "./argument-names.js";

export interface TypedResources {
  readonly resources: readonly Resource[];
  /** Arguments, or their defaults, said which resource it is. */
  readonly identified: boolean;
}

/**
 * The resources of one type that a call names, by the type's ARN template: each variable is looked for among the
 * arguments; what no argument gives is `*`.
 */
export function resourcesFromTemplate(
  call: TaskCall,
  prefix: string,
  type: string,
  template: string,
  unnamed: WildcardReason,
): TypedResources {
  const variables = [...template.matchAll(/\$\{([^}]+)\}/g)].map((match) => match[1]!).filter(isOwnVariable);
  const own = [`${type}Arn`, ...variables.map((variable) => `${variable.replace(/(Name|Id)$/, "")}Arn`)];
  const whole = wholeArn(call, template, own);
  if (whole) return { resources: whole, identified: true };
  const ending = arnEndings[prefix]?.[type] ?? "";
  let patterns: readonly Pattern[] = [{ arn: locate(call.machine, template) + ending, wildcard: undefined }];
  let identified = true;
  for (const [index, variable] of variables.entries()) {
    const argument = findArgument(call, prefix, type, variable, index === variables.length - 1);
    const texts = argument === undefined ? defaultText(prefix, variable) : argumentTexts(call, argument);
    // The first variable is what matters most: the bucket, not the key.
    if (index === 0 && argument !== undefined && texts.some((each) => each.unknown)) call.dynamic(argument);
    identified &&= texts.length > 0 || argumentNames[prefix]?.[variable]?.length === 0;
    const areArns = texts.length > 0 && texts.every((each) => isArn(call.machine, each.pattern));
    if (areArns && variables.length === 1)
      return { resources: texts.map((each) => resource(each.pattern, each.wildcard)), identified };
    patterns = patterns.flatMap((pattern) => fill(pattern, variable, texts, unnamed));
  }
  const tagged = identified ? undefined : wholeArn(call, template, ["ResourceArn"]);
  if (tagged) return { resources: tagged, identified: true };
  const otherwise = identified && ending !== "" ? "service-requires" : unnamed;
  return { resources: patterns.map(({ arn, wildcard }) => resource(arn, wildcard ?? otherwise)), identified };
}

interface Pattern {
  readonly arn: string;
  readonly wildcard: WildcardReason | undefined;
}

function fill(
  pattern: Pattern,
  variable: string,
  texts: readonly ArgumentText[],
  unnamed: WildcardReason,
): readonly Pattern[] {
  const put = (value: string): string => pattern.arn.replaceAll(`\0${variable}\0`, () => value);
  if (texts.length === 0) return [{ arn: put("*"), wildcard: pattern.wildcard ?? unnamed }];
  return texts.map((each) => {
    const value = variable.endsWith("WithoutLeadingSlash") ? each.pattern.replace(/^\//, "") : each.pattern;
    return { arn: put(value), wildcard: pattern.wildcard ?? (value.includes("*") ? each.wildcard : undefined) };
  });
}

/** The template in the machine's account, its own variables between NULs so that no placeholder is taken for one. */
function locate(machine: Machine, template: string): string {
  return template
    .replace(/\$\{([^}]+)\}/g, (_, name: string) => (isOwnVariable(name) ? `\0${name}\0` : `\0\0${name}`))
    .replaceAll("\0\0Partition", machine.partition)
    .replaceAll("\0\0Region", machine.region)
    .replaceAll("\0\0Account", machine.accountId);
}

function isOwnVariable(name: string): boolean {
  return name !== "Partition" && name !== "Region" && name !== "Account";
}

/** `TopicArn` for a topic: the argument is the resource. */
function wholeArn(call: TaskCall, template: string, names: readonly string[]): readonly Resource[] | undefined {
  const argument = names.map((name) => argumentNamed(call, name)).find((name) => name !== undefined);
  if (argument === undefined) return undefined;
  const widened = locate(call.machine, template).replace(/\0[^\0]*\0/g, "*");
  return call.toResources(argument, argumentTexts(call, argument), { widened });
}

/** `InstanceIds` is a list. */
function argumentTexts(call: TaskCall, argument: string): readonly ArgumentText[] {
  return call.value(argument)?.kind === "array" ? call.itemTexts(argument) : call.texts(argument);
}

function findArgument(
  call: TaskCall,
  prefix: string,
  type: string,
  variable: string,
  isLast: boolean,
): string | undefined {
  const bare = variable.replace(/(Name|Id|Arn)$/, "");
  const candidates = argumentNames[prefix]?.[variable] ?? [
    variable,
    ...(isLast ? [`${type}Arn`, `${bare}Arn`, `${type}Name`, `${type}Id`, type] : []),
    bare,
    ...(isLast && normal(variable).startsWith(normal(type)) ? ["Name", "Id", "Arn"] : []),
    `${variable}s`,
  ];
  return candidates.map((name) => argumentNamed(call, name)).find((name) => name !== undefined);
}

/** The argument of this name whatever its case and hyphens: types are written `state-machine`, arguments `StateMachine`. */
function argumentNamed(call: TaskCall, name: string): string | undefined {
  if (call.has(name)) return name;
  const value = call.arguments;
  return value.kind === "object" ? Object.keys(value.fields).find((key) => normal(key) === normal(name)) : undefined;
}

function normal(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
}

function defaultText(prefix: string, variable: string): readonly ArgumentText[] {
  const value = argumentDefaults[prefix]?.[variable];
  return value === undefined ? [] : [{ pattern: value, wildcard: "not-in-arguments", unknown: false }];
}
