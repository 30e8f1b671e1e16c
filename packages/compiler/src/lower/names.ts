import { createHash } from "node:crypto";

/** Longest state name and variable name that Step Functions takes, in characters. */
const maxNameLength = 80;

/** The name of a step inside others: its path. Past 80 characters the end is replaced by a hash of the whole. */
export function stateName(parentPath: string, name: string): string {
  return shorten(parentPath === "" ? name : `${parentPath}.${name}`, ".");
}

/**
 * The variable of a step's value, from its path. Different paths give different variables: dots become `_`, a `_` of a name
 * is doubled, and a name that would hide a JSONata function or `$states` gets a trailing `_`, which nothing else has.
 */
export function variableName(path: string): string {
  const name = path.replaceAll("_", "__").replaceAll(".", "_");
  return shorten(takenByJsonata.has(name) ? `${name}_` : name, "_");
}

/** Longest Label of a distributed Map. */
const maxLabelLength = 40;

/** The Label of a distributed Map, from its path: part of its children's ARNs. */
export function labelName(path: string): string {
  return shorten(path.replaceAll(".", "_"), "_", maxLabelLength);
}

export function isStepName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
}

function shorten(name: string, separator: string, length = maxNameLength): string {
  if (name.length <= length) return name;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, 8);
  return `${name.slice(0, length - hash.length - 1)}${separator}${hash}`;
}

/** The functions of JSONata 2.0.6 and those that Step Functions adds: a variable of that name would hide the function. */
const takenByJsonata = new Set(
  `states string substring substringBefore substringAfter lowercase uppercase length trim pad match contains split join
  replace base64encode base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl sum max min average number
  abs floor ceil round power sqrt random formatNumber formatBase formatInteger parseInteger boolean not exists count append
  sort reverse shuffle distinct zip keys lookup spread merge sift each error assert type now millis fromMillis toMillis map
  filter single reduce eval clone partition range hash uuid parse`.split(/\s+/),
);
