import type { ColumnDeclaration, Identifier, Property, QualifiedName, SchemaStatement } from "../nodes/index.js";
import type { Token } from "../token.js";
import { parseProperty } from "./parse-properties.js";
import { parseTerm } from "./parse-term.js";
import { parseType } from "./parse-type.js";
import type { TokenReader } from "./token-reader.js";

export function skip(reader: TokenReader, first: Token): SchemaStatement {
  reader.skipStatement();
  return { kind: "skipped", span: reader.spanSince(first) };
}

export const takeIfNotExists = (reader: TokenReader): boolean => reader.takeWords("if", "not", "exists");
export const takeIfExists = (reader: TokenReader): boolean => reader.takeWords("if", "exists");
export const takeTable = (reader: TokenReader): boolean =>
  reader.takeWords("table") || reader.takeWords("columnfamily");
export const takeKeyspace = (reader: TokenReader): boolean =>
  reader.takeWords("keyspace") || reader.takeWords("schema");

export function parseWith(reader: TokenReader, required = false): readonly Property[] {
  if (!required && !reader.isWord("with")) return [];
  reader.expectWords("with");
  const properties = [parseProperty(reader)];
  while (reader.takeWords("and")) properties.push(parseProperty(reader));
  return properties;
}

export function parseColumn(reader: TokenReader): ColumnDeclaration {
  const name = reader.name("a column");
  const type = parseType(reader);
  const isStatic = reader.takeWords("static");
  const masked = takeMask(reader);
  const primaryKey = reader.takeWords("primary", "key");
  return { name, type, static: isStatic, masked, primaryKey };
}

export function takeMask(reader: TokenReader): boolean {
  if (!reader.takeWords("masked", "with")) return false;
  if (!reader.takeWords("default")) reader.qualifiedName("a masking function");
  if (reader.takeSymbol("(")) {
    if (!reader.isSymbol(")")) reader.list(() => parseTerm(reader));
    reader.expectSymbol(")");
  }
  return true;
}

/** Functions and aggregates may be named like keywords that other names may not. */
export function parseFunctionName(reader: TokenReader): QualifiedName {
  const word = (): Identifier => {
    if (!reader.isWord("token")) return reader.name("a function");
    const token = reader.next();
    return { name: token.value, span: token.span };
  };
  const first = word();
  return reader.takeSymbol(".") ? { keyspace: first, name: word() } : { keyspace: undefined, name: first };
}
