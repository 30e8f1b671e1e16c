import { createHash } from "node:crypto";
import { jsonataFunctionNames } from "@treadle/asl";

/** Longest state name and variable name that Step Functions takes, in characters. */
const maxNameLength = 80;

/** The name of a step inside others: its path. Past 80 characters the end is replaced by a hash of the whole. */
export function stateName(parentPath: string, name: string): string {
  return shorten(parentPath === "" ? name : `${parentPath}.${name}`, ".");
}

/**
 * The variable of a step's value, from its path. Different paths give different variables: dots become `_`, a `_` inside a name
 * is doubled, one at a name's edge and whatever cannot stand in a variable are written by their code. A trailing `_`, which nothing
 * else has, is for names that need another: those that would hide a JSONata function or `$states`, that every object of
 * the engine has, or that do not begin with a letter.
 */
export function variableName(path: string): string {
  const name = path.split(".").map(variablePart).join("_");
  if (name.startsWith("_")) return shorten(`x${name}_`, "_");
  return shorten(jsonataFunctionNames.has(name) || name in Object.prototype ? `${name}_` : name, "_");
}

function variablePart(name: string): string {
  return name
    .replace(/^_|_$|[^A-Za-z0-9_]/gu, (other) => `\u0000x${other.codePointAt(0)!.toString(16)}\u0000`)
    .replaceAll("_", "__")
    .replaceAll("\u0000", "_");
}

/** Longest Label of a distributed Map. */
const maxLabelLength = 40;

/** The Label of a distributed Map, from its path: part of its children's ARNs. */
export function labelName(path: string): string {
  return shorten(path.replaceAll(".", "_"), "_", maxLabelLength);
}

/** The placeholder of a workflow's state machine: letters and digits only, as the tools that fill it take them. */
export function stateMachinePlaceholder(workflowName: string): string {
  return `${workflowName.replaceAll(/[^A-Za-z0-9]/g, "")}StateMachineArn`;
}

export function isStepName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
}

function shorten(name: string, separator: string, length = maxNameLength): string {
  if (name.length <= length) return name;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, 8);
  return `${name.slice(0, length - hash.length - 1)}${separator}${hash}`;
}
