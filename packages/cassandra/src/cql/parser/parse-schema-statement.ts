import type { SchemaStatement } from "../nodes/index.js";
import { parseAlter } from "./parse-alter.js";
import { parseCreate } from "./parse-create.js";
import { parseDrop } from "./parse-drop.js";
import { skip } from "./schema-clauses.js";
import type { TokenReader } from "./token-reader.js";

/** CREATE, ALTER, DROP and USE; undefined where the statement is another one. */
export function parseSchemaStatement(reader: TokenReader): SchemaStatement | undefined {
  const first = reader.peek();
  if (reader.takeWords("use")) {
    const keyspace = reader.name("a keyspace");
    return { kind: "use", keyspace, span: reader.spanSince(first) };
  }
  if (reader.takeWords("create")) return parseCreate(reader, first);
  if (reader.takeWords("alter")) return parseAlter(reader, first);
  if (reader.takeWords("drop")) return parseDrop(reader, first);
  if (["grant", "revoke", "list", "truncate", "add", "describe", "desc"].includes(first.value))
    return skip(reader, first);
  return undefined;
}
