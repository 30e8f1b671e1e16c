import { nativeTypes } from "../../contract/cql-type.js";
import type { Property } from "../nodes/index.js";
import { unreservedKeywords } from "../token.js";
import { parseConstant } from "./parse-term.js";
import type { TokenReader } from "./token-reader.js";

/** What a single value may be beside a constant. */
const words: ReadonlySet<string> = new Set([...unreservedKeywords, ...nativeTypes, "varchar"]);

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
    const key = parseOption(reader);
    reader.expectSymbol(":");
    entries.push([key, parseOption(reader)]);
  }
  reader.expectSymbol("}");
  return Object.fromEntries(entries);
}

/** Keys and values of a map are constants; a single value may also be a keyword that can be a name. */
function parseOption(reader: TokenReader): string {
  return parseConstant(reader)?.value ?? reader.fail("a constant");
}

function parsePropertyValue(reader: TokenReader): string {
  const constant = parseConstant(reader);
  if (constant !== undefined) return constant.value;
  const { value } = reader.peek();
  if (!reader.isKind("word") || !words.has(value)) reader.fail("a constant");
  return reader.next().value;
}
