import type {
  CollectionNode,
  ExpressionNode,
  FromNode,
  OffsetLimitNode,
  OrderByItemNode,
  OrderByNode,
  QueryNode,
  SelectItemNode,
  SelectNode,
  SourceNode,
} from "./nodes.js";
import { createExpressionParser } from "./parse-expression.js";
import type { Span } from "./span.js";
import { SyntaxFault } from "./syntax-fault.js";
import { TokenCursor } from "./token-cursor.js";

export type ParsedQuery =
  | { readonly query: QueryNode; readonly fault?: undefined }
  | { readonly query?: undefined; readonly fault: { readonly message: string } & Span };

/** Parses one query of the NoSQL API's language. */
export function parseQuery(text: string): ParsedQuery {
  try {
    const cursor = new TokenCursor(text);
    const query = createQueryParser(cursor)();
    if (cursor.token.kind !== "end") cursor.fail("the end of the query");
    return { query };
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error;
    return { fault: { message: error.message, start: error.start, end: error.end } };
  }
}

function createQueryParser(cursor: TokenCursor): () => QueryNode {
  const { parseExpression, parsePath } = createExpressionParser(cursor, parse);

  function parse(): QueryNode {
    const start = cursor.token.start;
    const select = parseSelect();
    const from = cursor.isKeyword("FROM") ? parseFrom() : undefined;
    const where = cursor.takeKeyword("WHERE") ? parseExpression() : undefined;
    const groupBy = parseGroupBy();
    const orderBy = cursor.isKeyword("ORDER") ? parseOrderBy() : undefined;
    const offsetLimit = cursor.isKeyword("OFFSET") ? parseOffsetLimit() : undefined;
    return { kind: "query", select, from, where, groupBy, orderBy, offsetLimit, start, end: cursor.previousEnd };
  }

  function parseSelect(): SelectNode {
    const { start } = cursor.expectKeyword("SELECT");
    const distinct = cursor.takeKeyword("DISTINCT");
    const top = cursor.takeKeyword("TOP") ? parseCount() : undefined;
    return { distinct, top, what: parseWhat(), start, end: cursor.previousEnd };
  }

  function parseWhat(): SelectNode["what"] {
    if (cursor.takeSymbol("*")) return { kind: "star" };
    if (cursor.takeKeyword("VALUE")) return { kind: "value", value: parseExpression() };
    return { kind: "list", items: parseList(parseSelectItem) };
  }

  function parseSelectItem(): SelectItemNode {
    const value = parseExpression();
    const alias = parseAlias();
    return { value, alias, start: value.start, end: cursor.previousEnd };
  }

  function parseAlias(): string | undefined {
    if (cursor.takeKeyword("AS")) return parseName("a name");
    return cursor.token.kind === "identifier" ? cursor.next().text : undefined;
  }

  function parseName(expected: string): string {
    return cursor.token.kind === "identifier" ? cursor.next().text : cursor.fail(expected);
  }

  function parseFrom(): FromNode {
    const { start } = cursor.expectKeyword("FROM");
    const source = parseSource();
    const joins: SourceNode[] = [];
    while (cursor.takeKeyword("JOIN")) joins.push(parseSource());
    return { source, joins, start, end: cursor.previousEnd };
  }

  function parseSource(): SourceNode {
    const { start } = cursor.token;
    const next = cursor.peek();
    const iterates = cursor.token.kind === "identifier" && next.kind === "keyword" && next.text === "IN";
    if (iterates) {
      const alias = cursor.next().text;
      cursor.expectKeyword("IN");
      const collection = parseCollection();
      return { iterates, alias, collection, start, end: cursor.previousEnd };
    }
    const collection = parseCollection();
    const alias = parseAlias() ?? (collection.kind === "path" ? lastName(collection.path) : undefined);
    return { iterates, alias, collection, start, end: cursor.previousEnd };
  }

  function parseCollection(): CollectionNode {
    const { start } = cursor.token;
    if (cursor.takeSymbol("(")) {
      const query = parse();
      cursor.expectSymbol(")");
      return { kind: "subquery", query, start, end: cursor.previousEnd };
    }
    const path = parsePath();
    return { kind: "path", path, start, end: cursor.previousEnd };
  }

  function parseGroupBy(): readonly ExpressionNode[] {
    if (!cursor.takeKeyword("GROUP")) return [];
    cursor.expectKeyword("BY");
    return parseList(parseExpression);
  }

  function parseOrderBy(): OrderByNode {
    const { start } = cursor.expectKeyword("ORDER");
    cursor.expectKeyword("BY");
    const rank = cursor.isWord("RANK") && cursor.peek().kind !== "symbol";
    if (rank) cursor.next();
    const items = parseList(rank ? parseRankItem : parseOrderByItem);
    return { rank, items, start, end: cursor.previousEnd };
  }

  function parseRankItem(): OrderByItemNode {
    const { start, end } = cursor.token;
    const item = parseOrderByItem();
    if (item.value.kind !== "call") {
      throw new SyntaxFault("ORDER BY RANK needs a call of a scoring function", start, end);
    }
    return item;
  }

  function parseOrderByItem(): OrderByItemNode {
    const value = parseExpression();
    const descending = cursor.takeKeyword("DESC");
    if (!descending) cursor.takeKeyword("ASC");
    return { value, descending, start: value.start, end: cursor.previousEnd };
  }

  function parseOffsetLimit(): OffsetLimitNode {
    const { start } = cursor.expectKeyword("OFFSET");
    const offset = parseCount();
    cursor.expectKeyword("LIMIT");
    return { offset, limit: parseCount(), start, end: cursor.previousEnd };
  }

  /** A number or a parameter: the language takes no expression here. */
  function parseCount(): ExpressionNode {
    const { kind, text, start, end } = cursor.token;
    if (kind === "number") {
      cursor.next();
      return { kind: "literal", value: Number(text), start, end };
    }
    if (kind === "parameter") {
      cursor.next();
      return { kind: "parameter", name: text, start, end };
    }
    return cursor.fail("a number or a @parameter");
  }

  function parseList<T>(parseOne: () => T): readonly T[] {
    const items = [parseOne()];
    while (cursor.takeSymbol(",")) items.push(parseOne());
    return items;
  }

  return parse;
}

function lastName(path: ExpressionNode): string | undefined {
  if (path.kind === "identifier" || path.kind === "property") return path.name;
  return undefined;
}
