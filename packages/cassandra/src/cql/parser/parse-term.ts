import type { LiteralTerm, MarkerTerm, Term, TypeNode } from "../nodes/index.js";
import type { Token } from "../token.js";
import { parseType } from "./parse-type.js";
import type { TokenReader } from "./token-reader.js";

/** Where a term stands: a SELECT clause also has columns and their parts. */
export type TermPlace = "value" | "selection";

/** `a + b * c`, with the usual precedence; every operator groups to the left. */
export function parseTerm(reader: TokenReader, place: TermPlace = "value"): Term {
  let left = parseProduct(reader, place);
  while ((reader.isSymbol("+") || reader.isSymbol("-")) && !isPrepend(reader, place)) {
    const operator = reader.next().text as "+" | "-";
    const right = parseProduct(reader, place);
    left = { kind: "operation", operator, left, right, span: reader.spanSince(left.span) };
  }
  return left;
}

/** `SET l = ? + l`: the column after the sign belongs to the assignment. */
function isPrepend(reader: TokenReader, place: TermPlace): boolean {
  return place === "value" && reader.isName(1) && !reader.isSymbol("(", 2) && !reader.isSymbol(".", 2);
}

function parseProduct(reader: TokenReader, place: TermPlace): Term {
  let left = parseGroup(reader, place);
  while (reader.isSymbol("*") || reader.isSymbol("/") || reader.isSymbol("%")) {
    const operator = reader.next().text as "*" | "/" | "%";
    const right = parseGroup(reader, place);
    left = { kind: "operation", operator, left, right, span: reader.spanSince(left.span) };
  }
  return left;
}

function parseGroup(reader: TokenReader, place: TermPlace): Term {
  const first = reader.peek();
  if (reader.takeSymbol("-")) {
    const operand = parseGroup(reader, place);
    return { kind: "negation", operand, span: reader.spanSince(first) };
  }
  const term = parseSimpleTerm(reader, place);
  return place === "selection" ? parseParts(reader, term) : term;
}

/** `.field`, `[key]` and `[from..to]` after what is selected. */
function parseParts(reader: TokenReader, operand: Term): Term {
  let term = operand;
  for (;;) {
    if (reader.takeSymbol(".")) {
      const field = reader.name("a field");
      term = { kind: "field", operand: term, field, span: reader.spanSince(term.span) };
    } else if (reader.takeSymbol("[")) {
      const from = reader.isSymbol("..") ? undefined : parseTerm(reader);
      if (from !== undefined && reader.takeSymbol("]")) {
        term = { kind: "element", operand: term, key: from, span: reader.spanSince(term.span) };
        continue;
      }
      reader.expectSymbol("..");
      const to = reader.isSymbol("]") ? undefined : parseTerm(reader);
      reader.expectSymbol("]");
      term = { kind: "slice", operand: term, from, to, span: reader.spanSince(term.span) };
    } else {
      return term;
    }
  }
}

function parseSimpleTerm(reader: TokenReader, place: TermPlace): Term {
  const first = reader.peek();
  const constant = parseConstant(reader);
  if (constant !== undefined) return constant;
  if (first.kind === "symbol") {
    if (first.text === "?" || first.text === ":") return parseMarker(reader);
    if (first.text === "[") return parseList(reader, place);
    if (first.text === "{") return parseBraces(reader, place);
    if (first.text === "(") return parseTypeHint(reader, place) ?? parseTuple(reader, place);
  }
  if (reader.isWord("null")) {
    reader.next();
    return { kind: "null", span: first.span };
  }
  if (reader.isWord("cast") && reader.isSymbol("(", 1)) return parseCast(reader, place);
  if (place === "selection") {
    const special = parseSpecialSelection(reader);
    if (special !== undefined) return special;
  }
  const call = parseCall(reader, place);
  if (call !== undefined) return call;
  if (place === "selection") {
    const name = reader.name("a column or a function");
    return { kind: "column", name: name.name, span: name.span };
  }
  return reader.fail("a value");
}

const constantKinds: { readonly [kind in Token["kind"]]?: LiteralTerm["type"] } = {
  string: "string",
  integer: "integer",
  float: "float",
  uuid: "uuid",
  hex: "hex",
  duration: "duration",
};

export function parseConstant(reader: TokenReader): LiteralTerm | undefined {
  const token = reader.peek();
  const type = constantKinds[token.kind];
  if (type !== undefined) {
    reader.next();
    const value = type === "float" ? numberText(token.value) : token.value;
    return { kind: "literal", type, value, span: token.span };
  }
  if (token.kind !== "word") return undefined;
  if (token.value === "true" || token.value === "false") {
    reader.next();
    return { kind: "literal", type: "boolean", value: token.value, span: token.span };
  }
  if (token.value === "nan" || token.value === "infinity") {
    reader.next();
    return { kind: "literal", type: "float", value: numberText(token.value), span: token.span };
  }
  return undefined;
}

/** Java's spelling of what is no number; the server knows no negative NaN. */
function numberText(text: string): string {
  if (/nan$/i.test(text)) return "NaN";
  return /infinity$/i.test(text) ? text.replace(/infinity/i, "Infinity") : text;
}

export function parseMarker(reader: TokenReader): MarkerTerm {
  const first = reader.peek();
  if (reader.takeSymbol("?")) return { kind: "marker", name: undefined, written: undefined, span: first.span };
  reader.expectSymbol(":");
  const token = reader.peek();
  const { name } = reader.name("the marker's name");
  const written = token.kind === "quotedName" ? name : token.text;
  return { kind: "marker", name, written, span: reader.spanSince(first) };
}

function parseList(reader: TokenReader, place: TermPlace): Term {
  const first = reader.expectSymbol("[");
  const elements = reader.isSymbol("]") ? [] : reader.list(() => parseTerm(reader, place));
  reader.expectSymbol("]");
  return { kind: "list", elements, span: reader.spanSince(first) };
}

function parseBraces(reader: TokenReader, place: TermPlace): Term {
  const first = reader.expectSymbol("{");
  if (reader.takeSymbol("}")) return { kind: "set", elements: [], span: reader.spanSince(first) };
  if (reader.isName() && reader.isSymbol(":", 1)) {
    const fields = reader.list(() => {
      const name = reader.name("a field");
      reader.expectSymbol(":");
      return { name, value: parseTerm(reader, place) };
    });
    reader.expectSymbol("}");
    return { kind: "fields", fields, span: reader.spanSince(first) };
  }
  const key = parseTerm(reader, place);
  if (reader.takeSymbol(":")) {
    const entries = [{ key, value: parseTerm(reader, place) }];
    while (reader.takeSymbol(",")) {
      const next = parseTerm(reader, place);
      reader.expectSymbol(":");
      entries.push({ key: next, value: parseTerm(reader, place) });
    }
    reader.expectSymbol("}");
    return { kind: "map", entries, span: reader.spanSince(first) };
  }
  const elements = [key];
  while (reader.takeSymbol(",")) elements.push(parseTerm(reader, place));
  reader.expectSymbol("}");
  return { kind: "set", elements, span: reader.spanSince(first) };
}

/** `(int) x`; undefined, with nothing taken, where the parenthesis is another one. */
function parseTypeHint(reader: TokenReader, place: TermPlace): Term | undefined {
  const first = reader.peek();
  const type = reader.attempt<TypeNode>(() => {
    reader.expectSymbol("(");
    const hinted = parseType(reader);
    reader.expectSymbol(")");
    return startsSimpleTerm(reader) ? hinted : undefined;
  });
  if (type === undefined) return undefined;
  const operand = parseSimpleTerm(reader, place);
  return { kind: "typeHint", type, operand, span: reader.spanSince(first) };
}

function startsSimpleTerm(reader: TokenReader): boolean {
  const token = reader.peek();
  if (token.kind === "symbol") return "?:([{".includes(token.text);
  if (token.kind === "word")
    return reader.isName() || ["null", "true", "false", "nan", "infinity", "token"].includes(token.value);
  return token.kind !== "end";
}

function parseTuple(reader: TokenReader, place: TermPlace): Term {
  const first = reader.expectSymbol("(");
  const elements = reader.list(() => parseTerm(reader, place));
  reader.expectSymbol(")");
  return { kind: "tuple", elements, span: reader.spanSince(first) };
}

function parseCast(reader: TokenReader, place: TermPlace): Term {
  const first = reader.expectWords("cast");
  reader.expectSymbol("(");
  const operand = parseTerm(reader, place);
  reader.expectWords("as");
  const type = parseType(reader);
  reader.expectSymbol(")");
  return { kind: "cast", operand, type, span: reader.spanSince(first) };
}

function parseSpecialSelection(reader: TokenReader): Term | undefined {
  const first = reader.peek();
  if (first.kind !== "word" || !reader.isSymbol("(", 1)) return undefined;
  if (first.value === "count") {
    return reader.attempt(() => {
      reader.next();
      reader.expectSymbol("(");
      // A constant is never null, so that it counts rows as * does.
      const isRows = reader.takeSymbol("*") || parseConstant(reader) !== undefined;
      return isRows && reader.takeSymbol(")") ? { kind: "countRows", span: reader.spanSince(first) } : undefined;
    });
  }
  if (first.value !== "writetime" && first.value !== "maxwritetime" && first.value !== "ttl") return undefined;
  reader.next();
  reader.expectSymbol("(");
  const name = reader.name("a column");
  const operand = parseParts(reader, { kind: "column", name: name.name, span: name.span });
  reader.expectSymbol(")");
  return { kind: "metadata", function: first.value, operand, span: reader.spanSince(first) };
}

function parseCall(reader: TokenReader, place: TermPlace): Term | undefined {
  const first = reader.peek();
  const named = (ahead: number): boolean => reader.isName(ahead) || reader.isWord("token", ahead);
  const qualified = reader.isName() && reader.isSymbol(".", 1) && named(2) && reader.isSymbol("(", 3);
  if (!qualified && !(named(0) && reader.isSymbol("(", 1))) return undefined;
  const keyspace = qualified ? reader.next().value : undefined;
  if (qualified) reader.next();
  const token = reader.next();
  reader.expectSymbol("(");
  const args = reader.isSymbol(")") ? [] : reader.list(() => parseTerm(reader, place));
  reader.expectSymbol(")");
  return {
    kind: "call",
    keyspace,
    name: { name: token.value, span: token.span },
    arguments: args,
    span: reader.spanSince(first),
  };
}
