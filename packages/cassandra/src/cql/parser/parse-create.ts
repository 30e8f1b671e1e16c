import type {
  ClusteringOrder,
  ColumnDeclaration,
  CreateAggregateStatement,
  CreateFunctionStatement,
  CreateIndexStatement,
  CreateTableStatement,
  CreateViewStatement,
  Identifier,
  IndexTarget,
  PrimaryKeyDeclaration,
  Property,
  SchemaStatement,
} from "../nodes/index.js";
import type { Token } from "../token.js";
import { parseProperty, parsePropertyMap } from "./parse-properties.js";
import { parseWhere } from "./parse-relation.js";
import { parseSelectors } from "./parse-select.js";
import { parseTerm } from "./parse-term.js";
import { parseType } from "./parse-type.js";
import {
  parseColumn,
  parseFunctionName,
  parseWith,
  skip,
  takeIfNotExists,
  takeKeyspace,
  takeTable,
} from "./schema-clauses.js";
import type { TokenReader } from "./token-reader.js";

const creatable = ["keyspace", "table", "type", "index", "custom", "materialized", "function", "aggregate"];

export function parseCreate(reader: TokenReader, first: Token): SchemaStatement {
  if (["role", "user", "trigger", "identity"].includes(reader.peek().value)) return skip(reader, first);
  if (takeKeyspace(reader)) {
    const ifNotExists = takeIfNotExists(reader);
    const name = reader.name("a keyspace");
    const properties = parseWith(reader, true);
    return { kind: "createKeyspace", name, ifNotExists, properties, span: reader.spanSince(first) };
  }
  if (takeTable(reader)) return parseCreateTable(reader, first);
  if (reader.takeWords("type")) {
    const ifNotExists = takeIfNotExists(reader);
    const name = reader.qualifiedName("a type");
    reader.expectSymbol("(");
    const fields = [];
    do fields.push({ name: reader.name("a field"), type: parseType(reader) });
    while (reader.takeSymbol(",") && !reader.isSymbol(")"));
    reader.expectSymbol(")");
    return { kind: "createType", name, ifNotExists, fields, span: reader.spanSince(first) };
  }
  if (reader.isWords("index") || reader.isWords("custom", "index")) return parseCreateIndex(reader, first);
  if (reader.takeWords("materialized", "view")) return parseCreateView(reader, first);
  const orReplace = reader.takeWords("or", "replace");
  if (reader.takeWords("function")) return parseCreateFunction(reader, first, orReplace);
  if (reader.takeWords("aggregate")) return parseCreateAggregate(reader, first, orReplace);
  return reader.fail(
    "what to create (KEYSPACE, TABLE, TYPE, INDEX, MATERIALIZED VIEW, FUNCTION, AGGREGATE)",
    creatable,
  );
}

function parseCreateTable(reader: TokenReader, first: Token): CreateTableStatement {
  const ifNotExists = takeIfNotExists(reader);
  const name = reader.qualifiedName("a table");
  reader.expectSymbol("(");
  const columns: ColumnDeclaration[] = [];
  const primaryKeys: PrimaryKeyDeclaration[] = [];
  do {
    if (reader.isWords("primary", "key")) primaryKeys.push(parsePrimaryKey(reader));
    else columns.push(parseColumn(reader));
  } while (reader.takeSymbol(",") && !reader.isSymbol(")"));
  reader.expectSymbol(")");
  const { properties, clusteringOrder, compactStorage } = parseTableOptions(reader);
  return {
    kind: "createTable",
    name,
    ifNotExists,
    columns,
    primaryKeys,
    clusteringOrder,
    compactStorage,
    properties,
    span: reader.spanSince(first),
  };
}

function parsePrimaryKey(reader: TokenReader): PrimaryKeyDeclaration {
  const first = reader.expectWords("primary", "key");
  reader.expectSymbol("(");
  let partitionKey: readonly Identifier[];
  if (reader.takeSymbol("(")) {
    partitionKey = reader.list(() => reader.name("a column"));
    reader.expectSymbol(")");
  } else {
    partitionKey = [reader.name("a column")];
  }
  const clustering: Identifier[] = [];
  while (reader.takeSymbol(",")) clustering.push(reader.name("a column"));
  reader.expectSymbol(")");
  return { partitionKey, clustering, span: reader.spanSince(first) };
}

function parseTableOptions(reader: TokenReader) {
  const properties: Property[] = [];
  const clusteringOrder: ClusteringOrder[] = [];
  let compactStorage = false;
  if (reader.takeWords("with")) {
    do {
      if (reader.takeWords("compact", "storage")) {
        compactStorage = true;
      } else if (reader.takeWords("clustering", "order", "by")) {
        reader.expectSymbol("(");
        clusteringOrder.push(
          ...reader.list(() => {
            const column = reader.name("a column");
            const descending = reader.takeWords("desc");
            if (!descending && !reader.takeWords("asc")) reader.fail("ASC or DESC", ["asc", "desc"]);
            return { column, descending };
          }),
        );
        reader.expectSymbol(")");
      } else {
        properties.push(parseProperty(reader));
      }
    } while (reader.takeWords("and"));
  }
  return { properties, clusteringOrder, compactStorage };
}

function parseCreateIndex(reader: TokenReader, first: Token): CreateIndexStatement {
  const custom = reader.takeWords("custom");
  reader.expectWords("index");
  const ifNotExists = takeIfNotExists(reader);
  const name = reader.isWord("on") ? undefined : reader.qualifiedName("an index");
  reader.expectWords("on");
  const table = reader.qualifiedName("a table");
  reader.expectSymbol("(");
  const targets = reader.isSymbol(")") ? [] : reader.list(() => parseIndexTarget(reader));
  reader.expectSymbol(")");
  const using = reader.takeWords("using") ? reader.expectKind("string", "an index class in quotes").value : undefined;
  let options: { readonly [key: string]: string } = {};
  if (reader.takeWords("with")) {
    reader.expectWords("options");
    reader.expectSymbol("=");
    options = parsePropertyMap(reader);
  }
  return {
    kind: "createIndex",
    custom,
    ifNotExists,
    name,
    table,
    targets,
    using,
    options,
    span: reader.spanSince(first),
  };
}

function parseIndexTarget(reader: TokenReader): IndexTarget {
  const first = reader.peek();
  const word = first.value;
  const wrapped =
    first.kind === "word" && ["keys", "values", "entries", "full"].includes(word) && reader.isSymbol("(", 1);
  if (!wrapped) {
    const column = reader.name("a column");
    return { kind: "simple", column, span: column.span };
  }
  reader.next();
  reader.expectSymbol("(");
  const column = reader.name("a column");
  reader.expectSymbol(")");
  return { kind: word as IndexTarget["kind"], column, span: reader.spanSince(first) };
}

function parseCreateView(reader: TokenReader, first: Token): CreateViewStatement {
  const ifNotExists = takeIfNotExists(reader);
  const name = reader.qualifiedName("a view");
  reader.expectWords("as", "select");
  const selectors = parseSelectors(reader);
  reader.expectWords("from");
  const base = reader.qualifiedName("a table");
  const where = parseWhere(reader);
  const primaryKey = parsePrimaryKey(reader);
  const { properties, clusteringOrder } = parseTableOptions(reader);
  return {
    kind: "createView",
    name,
    ifNotExists,
    selectors,
    base,
    where,
    primaryKey,
    clusteringOrder,
    properties,
    span: reader.spanSince(first),
  };
}

function parseCreateFunction(reader: TokenReader, first: Token, orReplace: boolean): CreateFunctionStatement {
  const ifNotExists = takeIfNotExists(reader);
  const name = parseFunctionName(reader);
  reader.expectSymbol("(");
  const args = reader.isSymbol(")")
    ? []
    : reader.list(() => ({ name: reader.name("an argument"), type: parseType(reader) }));
  reader.expectSymbol(")");
  const calledOnNull = reader.takeWords("called");
  if (!calledOnNull) reader.expectWords("returns", "null");
  reader.expectWords("on", "null", "input", "returns");
  const returns = parseType(reader);
  reader.expectWords("language");
  const language = reader.name("a language");
  reader.expectWords("as");
  reader.expectKind("string", "the body in quotes");
  return {
    kind: "createFunction",
    name,
    orReplace,
    ifNotExists,
    arguments: args,
    calledOnNull,
    returns,
    language,
    span: reader.spanSince(first),
  };
}

function parseCreateAggregate(reader: TokenReader, first: Token, orReplace: boolean): CreateAggregateStatement {
  const ifNotExists = takeIfNotExists(reader);
  const name = parseFunctionName(reader);
  reader.expectSymbol("(");
  const args = reader.isSymbol(")") ? [] : reader.list(() => parseType(reader));
  reader.expectSymbol(")");
  reader.expectWords("sfunc");
  const stateFunction = reader.name("a function");
  reader.expectWords("stype");
  const stateType = parseType(reader);
  const finalFunction = reader.takeWords("finalfunc") ? reader.name("a function") : undefined;
  const initialCondition = reader.takeWords("initcond") ? parseTerm(reader) : undefined;
  return {
    kind: "createAggregate",
    name,
    orReplace,
    ifNotExists,
    arguments: args,
    stateFunction,
    stateType,
    finalFunction,
    initialCondition,
    span: reader.spanSince(first),
  };
}
