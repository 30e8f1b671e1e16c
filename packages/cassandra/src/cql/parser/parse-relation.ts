import type { ComparisonOperator, ContainsOperator, Identifier, MarkerTerm, Relation, Term } from "../nodes/index.js";
import { parseMarker, parseTerm } from "./parse-term.js";
import type { TokenReader } from "./token-reader.js";

const afterRelation = ["and", "group", "order", "per", "limit", "allow", "if", "primary", "apply"];

/** `WHERE a = 1 AND …`; empty where there is no WHERE. */
export function parseWhere(reader: TokenReader): readonly Relation[] {
  if (!reader.takeWords("where")) return [];
  const relations: Relation[] = [];
  do {
    const relation = reader.recovering(() => parseRelation(reader), afterRelation);
    if (relation !== undefined) relations.push(relation);
  } while (reader.takeWords("and"));
  return relations;
}

function parseRelation(reader: TokenReader): Relation {
  const first = reader.peek();
  if (reader.isWord("expr") && reader.isSymbol("(", 1)) {
    reader.next();
    reader.expectSymbol("(");
    const index = reader.name("an index");
    reader.expectSymbol(",");
    const value = parseTerm(reader);
    reader.expectSymbol(")");
    return { kind: "indexExpression", index, value, span: reader.spanSince(first) };
  }
  if (reader.takeWords("token")) {
    const columns = parseColumnGroup(reader);
    const operator = parseComparison(reader);
    const value = parseTerm(reader);
    return { kind: "token", columns, operator, value, span: reader.spanSince(first) };
  }
  if (reader.isSymbol("(")) {
    const tuple = reader.attempt(() => {
      const columns = parseColumnGroup(reader);
      return reader.isWord("in") || peekComparison(reader) !== undefined ? columns : undefined;
    });
    return tuple === undefined ? parseParenthesized(reader) : parseTupleRelation(reader, tuple, first.span);
  }
  return parseColumnRelation(reader);
}

function parseParenthesized(reader: TokenReader): Relation {
  reader.expectSymbol("(");
  const relation = parseRelation(reader);
  reader.expectSymbol(")");
  return relation;
}

function parseColumnGroup(reader: TokenReader): readonly Identifier[] {
  reader.expectSymbol("(");
  const columns = reader.list(() => reader.name("a column"));
  reader.expectSymbol(")");
  return columns;
}

function parseTupleRelation(reader: TokenReader, columns: readonly Identifier[], start: Identifier["span"]): Relation {
  if (reader.takeWords("in")) {
    const values = parseInValues(reader);
    return { kind: "tupleIn", columns, values, span: reader.spanSince(start) };
  }
  const operator = parseComparison(reader);
  const value = parseTerm(reader);
  return { kind: "tuple", columns, operator, value, span: reader.spanSince(start) };
}

function parseColumnRelation(reader: TokenReader): Relation {
  const column = reader.name("a column");
  const span = () => reader.spanSince(column.span);
  if (reader.takeWords("like")) {
    const value = parseTerm(reader);
    return { kind: "like", column, value, span: span() };
  }
  if (reader.takeWords("is")) {
    reader.expectWords("not", "null");
    return { kind: "notNull", column, span: span() };
  }
  if (reader.takeWords("in")) {
    const values = parseInValues(reader);
    return { kind: "in", column, values, span: span() };
  }
  const contains = parseContains(reader);
  if (contains !== undefined) {
    const value = parseTerm(reader);
    return { kind: "column", column, operator: contains, value, span: span() };
  }
  if (reader.takeSymbol("[")) {
    const key = parseTerm(reader);
    reader.expectSymbol("]");
    const operator = parseComparison(reader);
    const value = parseTerm(reader);
    return { kind: "element", column, key, operator, value, span: span() };
  }
  const operator = parseComparison(reader);
  const value = parseTerm(reader);
  return { kind: "column", column, operator, value, span: span() };
}

/** `(1, 2)`, `()`, `?` or `:name`. */
export function parseInValues(reader: TokenReader): readonly Term[] | MarkerTerm {
  if (reader.isSymbol("?") || reader.isSymbol(":")) return parseMarker(reader);
  reader.expectSymbol("(");
  if (reader.takeSymbol(")")) return [];
  const values = reader.list(() => parseTerm(reader));
  reader.expectSymbol(")");
  return values;
}

const comparisons: readonly string[] = ["=", "<", "<=", ">", ">=", "!="];

function peekComparison(reader: TokenReader): ComparisonOperator | undefined {
  const token = reader.peek();
  return token.kind === "symbol" && comparisons.includes(token.text) ? (token.text as ComparisonOperator) : undefined;
}

export function parseComparison(reader: TokenReader): ComparisonOperator {
  const operator = peekComparison(reader);
  if (operator === undefined) return reader.fail("an operator (=, <, <=, >, >=, IN, CONTAINS)", ["contains", "like"]);
  reader.next();
  return operator;
}

export function parseContains(reader: TokenReader): ContainsOperator | undefined {
  if (!reader.takeWords("contains")) return undefined;
  return reader.takeWords("key") ? "contains key" : "contains";
}
