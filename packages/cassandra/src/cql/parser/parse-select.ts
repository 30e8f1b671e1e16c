import type { Bound, Ordering, Selector, SelectStatement } from "../nodes/index.js";
import { parseWhere } from "./parse-relation.js";
import { parseMarker, parseTerm } from "./parse-term.js";
import type { TokenReader } from "./token-reader.js";

export function parseSelect(reader: TokenReader): SelectStatement {
  const first = reader.expectWords("select");
  const json = takeModifier(reader, "json");
  const distinct = takeModifier(reader, "distinct");
  const start = reader.peek();
  const selectors = parseSelectors(reader);
  const selectorsSpan = reader.spanSince(start);
  reader.expectWords("from");
  const table = reader.qualifiedName("a table");
  const where = parseWhere(reader);
  const groupBy = reader.takeWords("group", "by") ? reader.list(() => parseTerm(reader, "selection")) : [];
  const orderBy = reader.takeWords("order", "by") ? reader.list(() => parseOrdering(reader)) : [];
  const perPartitionLimit = reader.takeWords("per", "partition", "limit") ? parseBound(reader) : undefined;
  const limit = reader.takeWords("limit") ? parseBound(reader) : undefined;
  const filtering = reader.peek();
  const allowFiltering = reader.takeWords("allow") ? filtering : undefined;
  if (allowFiltering) reader.expectWords("filtering");
  return {
    kind: "select",
    json,
    distinct,
    selectors,
    selectorsSpan,
    table,
    where,
    groupBy,
    orderBy,
    perPartitionLimit,
    limit,
    allowFiltering: allowFiltering && reader.spanSince(allowFiltering),
    span: reader.spanSince(first),
  };
}

/** `json` and `distinct` are also legal column names: they are the modifier only where a selector follows. */
function takeModifier(reader: TokenReader, word: string): boolean {
  if (!reader.isWord(word)) return false;
  const after = reader.peek(1);
  const isColumn =
    reader.isWord("from", 1) ||
    (reader.isWord("as", 1) && !reader.isSymbol(",", 2) && !reader.isWord("from", 2)) ||
    (after.kind === "symbol" && [",", ".", "[", "(", "+", "-", "/", "%"].includes(after.text));
  if (isColumn) return false;
  reader.next();
  return true;
}

export function parseSelectors(reader: TokenReader): readonly Selector[] | undefined {
  if (reader.takeSymbol("*")) return undefined;
  return reader.recoveringList(() => {
    const start = reader.peek();
    const term = parseTerm(reader, "selection");
    const alias = reader.takeWords("as") ? reader.name("an alias") : undefined;
    if (!reader.isSymbol(",") && !reader.isWord("from")) reader.fail("FROM", ["from"]);
    return { term, alias, span: reader.spanSince(start) };
  }, ["from"]);
}

function parseOrdering(reader: TokenReader): Ordering {
  const column = reader.name("a column");
  const annOf = reader.takeWords("ann", "of") ? parseTerm(reader) : undefined;
  const descending = reader.takeWords("desc");
  if (!descending) reader.takeWords("asc");
  return { column, annOf, descending, span: reader.spanSince(column.span) };
}

/** An integer, `?` or `:name`. */
export function parseBound(reader: TokenReader): Bound {
  if (reader.isSymbol("?") || reader.isSymbol(":")) return parseMarker(reader);
  const token = reader.expectKind("integer", "a whole number or a marker");
  return { kind: "literal", type: "integer", value: token.value, span: token.span };
}
