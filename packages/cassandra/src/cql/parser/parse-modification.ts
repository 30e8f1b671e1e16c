import { CqlSyntaxError } from "../cql-syntax-error.js";
import type {
  Assignment,
  BatchStatement,
  Condition,
  Conditions,
  DeleteStatement,
  Deletion,
  Identifier,
  InsertStatement,
  ModificationStatement,
  Term,
  UpdateStatement,
  Using,
} from "../nodes/index.js";
import { parseComparison, parseContains, parseInValues, parseWhere } from "./parse-relation.js";
import { parseBound } from "./parse-select.js";
import { parseMarker, parseTerm } from "./parse-term.js";
import type { TokenReader } from "./token-reader.js";

export function parseInsert(reader: TokenReader): InsertStatement {
  const first = reader.expectWords("insert", "into");
  const table = reader.qualifiedName("a table");
  const document = reader.takeWords("json");
  const json = document ? parseDocument(reader) : undefined;
  const columns = document ? [] : parseGroup(reader, () => reader.name("a column"));
  if (!document) reader.expectWords("values");
  const values = document ? [] : parseGroup(reader, () => parseTerm(reader));
  const condition = reader.peek();
  const conditional = reader.takeWords("if");
  if (conditional) reader.expectWords("not", "exists");
  const conditions: Conditions | undefined = conditional
    ? { kind: "ifNotExists", span: reader.spanSince(condition) }
    : undefined;
  const using = parseUsing(reader);
  return { kind: "insert", table, columns, values, json, conditions, using, span: reader.spanSince(first) };
}

function parseDocument(reader: TokenReader): Term {
  const token = reader.peek();
  const document: Term =
    token.kind === "string"
      ? { kind: "literal", type: "string", value: reader.next().value, span: token.span }
      : parseMarker(reader);
  if (reader.takeWords("default") && !reader.takeWords("null")) {
    if (!reader.takeWords("unset")) reader.fail("NULL or UNSET");
  }
  return document;
}

function parseGroup<T>(reader: TokenReader, parse: () => T): readonly T[] {
  reader.expectSymbol("(");
  const items = reader.list(parse);
  reader.expectSymbol(")");
  return items;
}

export function parseUpdate(reader: TokenReader): UpdateStatement {
  const first = reader.expectWords("update");
  const table = reader.qualifiedName("a table");
  const using = parseUsing(reader);
  reader.expectWords("set");
  const assignments = reader.recoveringList(() => parseAssignment(reader), ["where"]);
  if (!reader.isWord("where")) reader.fail("WHERE", ["where"]);
  const where = parseWhere(reader);
  const conditions = parseConditions(reader);
  return { kind: "update", table, using, assignments, where, conditions, span: reader.spanSince(first) };
}

function parseAssignment(reader: TokenReader): Assignment {
  const column = reader.name("a column");
  const span = () => reader.spanSince(column.span);
  if (reader.takeSymbol("[")) {
    const key = parseTerm(reader);
    reader.expectSymbol("]");
    reader.expectSymbol("=");
    const value = parseTerm(reader);
    return { kind: "element", column, key, value, span: span() };
  }
  if (reader.takeSymbol(".")) {
    const field = reader.name("a field");
    reader.expectSymbol("=");
    const value = parseTerm(reader);
    return { kind: "field", column, field, value, span: span() };
  }
  if (reader.isSymbol("+=") || reader.isSymbol("-=")) {
    const kind = reader.next().text === "+=" ? "add" : "subtract";
    const value = parseTerm(reader);
    return { kind, column, value, span: span() };
  }
  reader.expectSymbol("=");
  if (reader.isName() && !reader.isSymbol("(", 1) && !reader.isSymbol(".", 1)) {
    sameColumn(column, reader.name());
    // `c = c -3`: the sign belongs to the number.
    if (reader.isKind("integer") && reader.peek().text.startsWith("-")) {
      const value = parseTerm(reader);
      return { kind: "add", column, value, span: span() };
    }
    if (!reader.isSymbol("+") && !reader.isSymbol("-")) reader.fail('"+" or "-"');
    const kind = reader.next().text === "+" ? "add" : "subtract";
    const value = parseTerm(reader);
    return { kind, column, value, span: span() };
  }
  const value = parseTerm(reader);
  if (!reader.takeSymbol("+")) return { kind: "set", column, value, span: span() };
  sameColumn(column, reader.name("the column"));
  return { kind: "prepend", column, value, span: span() };
}

function sameColumn(column: Identifier, other: Identifier): void {
  if (other.name === column.name) return;
  throw new CqlSyntaxError(
    `only ${column.name} itself may stand on the right, as in ${column.name} = ${column.name} + value; found ${other.name}`,
    other.span,
  );
}

export function parseDelete(reader: TokenReader): DeleteStatement {
  const first = reader.expectWords("delete");
  const deletions = reader.isWord("from") ? [] : reader.list(() => parseDeletion(reader));
  reader.expectWords("from");
  const table = reader.qualifiedName("a table");
  const using = parseUsing(reader);
  if (using.ttl !== undefined) throw new CqlSyntaxError("DELETE takes USING TIMESTAMP only", using.ttl.span);
  if (!reader.isWord("where")) reader.fail("WHERE", ["where"]);
  const where = parseWhere(reader);
  const conditions = parseConditions(reader);
  return { kind: "delete", deletions, table, using, where, conditions, span: reader.spanSince(first) };
}

function parseDeletion(reader: TokenReader): Deletion {
  const column = reader.name("a column");
  let element: Term | undefined;
  let field: Identifier | undefined;
  if (reader.takeSymbol("[")) {
    element = parseTerm(reader);
    reader.expectSymbol("]");
  } else if (reader.takeSymbol(".")) {
    field = reader.name("a field");
  }
  return { column, element, field, span: reader.spanSince(column.span) };
}

function parseUsing(reader: TokenReader): Using {
  let timestamp: Using["timestamp"];
  let ttl: Using["ttl"];
  if (!reader.takeWords("using")) return { timestamp, ttl };
  do {
    if (reader.takeWords("timestamp")) timestamp = parseBound(reader);
    else if (reader.takeWords("ttl")) ttl = parseBound(reader);
    else reader.fail("TIMESTAMP or TTL", ["timestamp", "ttl"]);
  } while (reader.takeWords("and"));
  return { timestamp, ttl };
}

function parseConditions(reader: TokenReader): Conditions | undefined {
  const first = reader.peek();
  if (!reader.takeWords("if")) return undefined;
  if (reader.takeWords("exists")) return { kind: "ifExists", span: reader.spanSince(first) };
  const conditions = [parseCondition(reader)];
  while (reader.takeWords("and")) conditions.push(parseCondition(reader));
  return { kind: "if", conditions, span: reader.spanSince(first) };
}

function parseCondition(reader: TokenReader): Condition {
  const column = reader.name("a column");
  let element: Term | undefined;
  let field: Identifier | undefined;
  if (reader.takeSymbol("[")) {
    element = parseTerm(reader);
    reader.expectSymbol("]");
  } else if (reader.takeSymbol(".")) {
    field = reader.name("a field");
  }
  const made = (operator: Condition["operator"], value: Condition["value"]): Condition => ({
    column,
    element,
    field,
    operator,
    value,
    span: reader.spanSince(column.span),
  });
  if (reader.takeWords("in")) return made("in", parseInValues(reader));
  const contains = element === undefined ? parseContains(reader) : undefined;
  return contains === undefined ? made(parseComparison(reader), parseTerm(reader)) : made(contains, parseTerm(reader));
}

export function parseBatch(reader: TokenReader): BatchStatement {
  const first = reader.expectWords("begin");
  const type = reader.takeWords("unlogged") ? "unlogged" : reader.takeWords("counter") ? "counter" : "logged";
  reader.expectWords("batch");
  const using = parseUsing(reader);
  const statements: ModificationStatement[] = [];
  while (!reader.isWord("apply")) {
    const before = reader.peek();
    const statement = reader.recovering(() => parseModification(reader), ["apply"]);
    if (statement !== undefined) statements.push(statement);
    if (!reader.takeSymbol(";") && reader.peek() === before) break;
  }
  reader.expectWords("apply", "batch");
  return { kind: "batch", type, using, statements, span: reader.spanSince(first) };
}

function parseModification(reader: TokenReader): ModificationStatement {
  if (reader.isWord("insert")) return parseInsert(reader);
  if (reader.isWord("update")) return parseUpdate(reader);
  if (reader.isWord("delete")) return parseDelete(reader);
  return reader.fail("INSERT, UPDATE, DELETE or APPLY BATCH", ["insert", "update", "delete", "apply"]);
}
