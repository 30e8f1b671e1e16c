import type { Identifier, SchemaStatement, TableChange, TypeChange } from "../nodes/index.js";
import type { Token } from "../token.js";
import { parseType } from "./parse-type.js";
import {
  parseColumn,
  parseWith,
  skip,
  takeIfExists,
  takeIfNotExists,
  takeKeyspace,
  takeMask,
  takeTable,
} from "./schema-clauses.js";
import type { TokenReader } from "./token-reader.js";

const alterable = ["keyspace", "table", "type", "materialized"];

export function parseAlter(reader: TokenReader, first: Token): SchemaStatement {
  if (reader.isWord("role") || reader.isWord("user")) return skip(reader, first);
  if (takeKeyspace(reader)) {
    const ifExists = takeIfExists(reader);
    const name = reader.name("a keyspace");
    const properties = parseWith(reader, true);
    return { kind: "alterKeyspace", name, ifExists, properties, span: reader.spanSince(first) };
  }
  if (takeTable(reader)) {
    const ifExists = takeIfExists(reader);
    const name = reader.qualifiedName("a table");
    const change = parseTableChange(reader);
    return { kind: "alterTable", name, ifExists, change, span: reader.spanSince(first) };
  }
  if (reader.takeWords("type")) {
    const ifExists = takeIfExists(reader);
    const name = reader.qualifiedName("a type");
    const change = parseTypeChange(reader);
    return { kind: "alterType", name, ifExists, change, span: reader.spanSince(first) };
  }
  if (reader.takeWords("materialized", "view")) {
    const ifExists = takeIfExists(reader);
    const name = reader.qualifiedName("a view");
    const properties = parseWith(reader, true);
    return { kind: "alterView", name, ifExists, properties, span: reader.spanSince(first) };
  }
  return reader.fail("what to alter (KEYSPACE, TABLE, TYPE, MATERIALIZED VIEW)", alterable);
}

function parseTableChange(reader: TokenReader): TableChange {
  if (reader.takeWords("add")) {
    const ifNotExists = takeIfNotExists(reader);
    const columns = parseMaybeGrouped(reader, () => parseColumn(reader));
    return { kind: "add", ifNotExists, columns };
  }
  if (reader.takeWords("drop", "compact", "storage")) return { kind: "dropCompactStorage" };
  if (reader.takeWords("drop")) {
    const ifExists = takeIfExists(reader);
    const columns = parseMaybeGrouped(reader, () => reader.name("a column"));
    if (reader.takeWords("using", "timestamp")) reader.expectKind("integer", "a timestamp");
    return { kind: "drop", ifExists, columns };
  }
  if (reader.takeWords("rename")) {
    const ifExists = takeIfExists(reader);
    return { kind: "rename", ifExists, renames: parseRenames(reader) };
  }
  if (reader.takeWords("alter")) {
    const ifExists = takeIfExists(reader);
    const column = reader.name("a column");
    if (!takeMask(reader)) reader.expectWords("drop", "masked");
    return { kind: "mask", ifExists, column };
  }
  return { kind: "properties", properties: parseWith(reader, true) };
}

function parseMaybeGrouped<T>(reader: TokenReader, parse: () => T): readonly T[] {
  if (!reader.takeSymbol("(")) {
    const item = parse();
    if (reader.isSymbol(",")) reader.fail("the end of the statement; several columns stand in parentheses");
    return [item];
  }
  const items = reader.list(parse);
  reader.expectSymbol(")");
  return items;
}

function parseRenames(reader: TokenReader): readonly { from: Identifier; to: Identifier }[] {
  const renames: { from: Identifier; to: Identifier }[] = [];
  do {
    const from = reader.name("a name");
    reader.expectWords("to");
    renames.push({ from, to: reader.name("a name") });
  } while (reader.takeWords("and"));
  return renames;
}

function parseTypeChange(reader: TokenReader): TypeChange {
  if (reader.takeWords("add")) {
    const ifNotExists = takeIfNotExists(reader);
    return { kind: "add", ifNotExists, name: reader.name("a field"), type: parseType(reader) };
  }
  if (reader.takeWords("rename")) {
    const ifExists = takeIfExists(reader);
    return { kind: "rename", ifExists, renames: parseRenames(reader) };
  }
  return reader.fail("ADD or RENAME", ["add", "rename"]);
}
