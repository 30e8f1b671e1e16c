import { CqlSyntaxError } from "../cql-syntax-error.js";
import type { Statement } from "../nodes/index.js";
import { tokenize } from "../tokenize.js";
import { parseBatch, parseDelete, parseInsert, parseUpdate } from "./parse-modification.js";
import { parseSchemaStatement } from "./parse-schema-statement.js";
import { parseSelect } from "./parse-select.js";
import { TokenReader } from "./token-reader.js";

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  /** In the order of the text; never empty. */
  | { readonly ok: false; readonly errors: readonly CqlSyntaxError[] };

/** One statement; a semicolon may end it. */
export function parseStatement(text: string): Parsed<Statement> {
  return parsing(text, (reader) => {
    const statement = parseOne(reader);
    reader.takeSymbol(";");
    if (!reader.isKind("end")) reader.fail("the end of the statement");
    return statement;
  });
}

/** Statements parted by semicolons, as in a schema file. */
export function parseScript(text: string): Parsed<readonly Statement[]> {
  return parsing(text, (reader) => {
    const statements: Statement[] = [];
    while (!reader.isKind("end")) {
      if (reader.takeSymbol(";")) continue;
      const statement = reader.recovering(() => {
        const one = parseOne(reader);
        if (!reader.isKind("end") && !reader.isSymbol(";")) reader.fail('";"');
        return one;
      }, []);
      if (statement !== undefined) statements.push(statement);
    }
    return statements;
  });
}

function parsing<T>(text: string, parse: (reader: TokenReader) => T): Parsed<T> {
  const errors: CqlSyntaxError[] = [];
  try {
    const reader = new TokenReader(tokenize(text), errors);
    const value = parse(reader);
    return errors.length === 0 ? { ok: true, value } : { ok: false, errors };
  } catch (error) {
    if (error instanceof CqlSyntaxError) return { ok: false, errors: [...errors, error] };
    throw error;
  }
}

const statementWords = ["select", "insert", "update", "delete", "begin", "create", "alter", "drop", "use"];

function parseOne(reader: TokenReader): Statement {
  if (reader.isWord("select")) return parseSelect(reader);
  if (reader.isWord("insert")) return parseInsert(reader);
  if (reader.isWord("update")) return parseUpdate(reader);
  if (reader.isWord("delete")) return parseDelete(reader);
  if (reader.isWord("begin")) return parseBatch(reader);
  return parseSchemaStatement(reader) ?? reader.fail("a statement", statementWords);
}
