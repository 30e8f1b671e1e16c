import type { DropStatement, QualifiedName, SchemaStatement } from "../nodes/index.js";
import type { Token } from "../token.js";
import { parseType } from "./parse-type.js";
import { parseFunctionName, skip, takeIfExists, takeKeyspace, takeTable } from "./schema-clauses.js";
import type { TokenReader } from "./token-reader.js";

const droppable = ["keyspace", "table", "type", "index", "materialized", "function", "aggregate"];

export function parseDrop(reader: TokenReader, first: Token): SchemaStatement {
  if (["role", "user", "trigger", "identity"].includes(reader.peek().value)) return skip(reader, first);
  const what = takeDropKind(reader);
  const ifExists = takeIfExists(reader);
  const name: QualifiedName =
    what === "keyspace" ? { keyspace: undefined, name: reader.name("a keyspace") } : parseFunctionName(reader);
  let argumentTypes: DropStatement["argumentTypes"];
  if ((what === "function" || what === "aggregate") && reader.takeSymbol("(")) {
    argumentTypes = reader.isSymbol(")") ? [] : reader.list(() => parseType(reader));
    reader.expectSymbol(")");
  }
  return { kind: "drop", what, ifExists, name, argumentTypes, span: reader.spanSince(first) };
}

function takeDropKind(reader: TokenReader): DropStatement["what"] {
  if (takeKeyspace(reader)) return "keyspace";
  if (takeTable(reader)) return "table";
  if (reader.takeWords("materialized", "view")) return "view";
  for (const what of ["type", "index", "function", "aggregate"] as const) if (reader.takeWords(what)) return what;
  return reader.fail("what to drop (KEYSPACE, TABLE, TYPE, INDEX, MATERIALIZED VIEW, FUNCTION, AGGREGATE)", droppable);
}
