import type { Property } from "../nodes/index.js";
import { parseConstant } from "./parse-term.js";
import type { TokenReader } from "./token-reader.js";

/** `name = value`, where the value is a constant, a word or a map of constants. */
export function parseProperty(reader: TokenReader): Property {
  const name = reader.name("a property");
  reader.expectSymbol("=");
  const value = reader.isSymbol("{") ? parsePropertyMap(reader) : parsePropertyValue(reader);
  return { name: name.name, value, span: reader.spanSince(name.span) };
}

export function parsePropertyMap(reader: TokenReader): { readonly [key: string]: string } {
  reader.expectSymbol("{");
  const entries: [string, string][] = [];
  while (!reader.isSymbol("}")) {
    if (entries.length > 0) reader.expectSymbol(",");
    const key = parsePropertyValue(reader);
    reader.expectSymbol(":");
    entries.push([key, parsePropertyValue(reader)]);
  }
  reader.expectSymbol("}");
  return Object.fromEntries(entries);
}

function parsePropertyValue(reader: TokenReader): string {
  const constant = parseConstant(reader);
  return constant ? constant.value : reader.name("a value").name;
}
