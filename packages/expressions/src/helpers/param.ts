import type { Placeholder, PlaceholderKind } from "../nodes/placeholder.js";

const registry = Symbol.for("treadle.params");

/**
 * A text that deployment fills in: `param("OrdersTable", "table-name")` is `${OrdersTable}` in the definition, and listed with
 * its kind in the manifest. Until then, so in Node.js and in the simulator, it is the text `${OrdersTable}` itself.
 *
 * @param name letters and digits, as the tools take them that fill it in
 * @param kind what deployment must put there. Default "text", which must hold neither quotation marks nor backslashes.
 * @throws RangeError for another name.
 */
export function param(name: string, kind: PlaceholderKind = "text"): string {
  if (!isParamName(name)) throw new RangeError(`"${name}" is no placeholder: use letters and digits, a letter first`);
  declaredParams().set(name, { name, kind });
  return `\${${name}}`;
}

export function isParamName(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9]*$/.test(name);
}

/** The placeholders that were made in this process: a constant of a module is told by its text to hold one. */
export function declaredParams(): Map<string, Placeholder> {
  const holder = globalThis as { [registry]?: Map<string, Placeholder> };
  holder[registry] ??= new Map();
  return holder[registry];
}
