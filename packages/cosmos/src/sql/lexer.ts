import { SyntaxFault } from "./syntax-fault.js";

export type TokenKind = "identifier" | "keyword" | "parameter" | "number" | "string" | "symbol" | "end";

export interface Token {
  readonly kind: TokenKind;
  /** Keywords in upper case, the value of strings, the digits of numbers, else the text itself. */
  readonly text: string;
  /** As written; it differs from `text` for keywords and strings. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Words that name no property after a dot and no alias. Others that the grammar knows (`RANK`, `FIRST`, `ALL`) are words
 * only where they stand in their place, so `c.first` is a property.
 */
export const reservedWords: ReadonlySet<string> = new Set(
  (
    "AND ARRAY AS ASC BETWEEN BY DESC DISTINCT ESCAPE EXISTS FALSE FROM GROUP IN JOIN LIKE LIMIT NOT NULL OFFSET OR " +
    "ORDER SELECT TOP TRUE UDF UNDEFINED VALUE WHERE"
  ).split(" "),
);

const symbols = [">>>", "<<", ">>", "<=", ">=", "!=", "<>", "??", "||", ..."()[]{}.,:?=<>+-*/%&|^~"] as const;

const blank = /\s+|--[^\n]*/y;
const word = /[\p{L}_][\p{L}\p{N}\p{M}_]*/uy;
const parameter = /@[\p{L}_][\p{L}\p{N}\p{M}_]*/uy;
const number = /(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)/y;
const escapes: { readonly [letter: string]: string } = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/** Splits a query into tokens; the last one is always `end`. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let position = 0;

  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = position;
    return pattern.exec(text)?.[0];
  };
  const push = (kind: TokenKind, value: string, length: number): void => {
    tokens.push({
      kind,
      text: value,
      written: text.slice(position, position + length),
      start: position,
      end: position + length,
    });
    position += length;
  };

  for (;;) {
    for (let skipped = match(blank); skipped !== undefined; skipped = match(blank)) position += skipped.length;
    const first = text[position];
    if (first === undefined) break;

    if (first === "'" || first === '"') {
      const { value, length } = readString(text, position, tokens.at(-1)?.text === "ESCAPE");
      push("string", value, length);
      continue;
    }
    const name = match(word);
    if (name !== undefined) {
      const upper = name.toUpperCase();
      const keyword = reservedWords.has(upper);
      push(keyword ? "keyword" : "identifier", keyword ? upper : name, name.length);
      continue;
    }
    const bound = match(parameter);
    if (bound !== undefined) {
      push("parameter", bound, bound.length);
      continue;
    }
    const digits = first === "." && endsOperand(tokens.at(-1)) ? undefined : match(number);
    if (digits !== undefined) {
      const start = position;
      push("number", digits, digits.length);
      if (match(word) !== undefined) throw new SyntaxFault("a number must not run into a name", start, position + 1);
      continue;
    }
    const symbol = symbols.find((candidate) => text.startsWith(candidate, position));
    if (symbol === undefined) throw new SyntaxFault(`"${first}" has no meaning here`, position, position + 1);
    push("symbol", symbol, symbol.length);
  }
  tokens.push({ kind: "end", text: "", written: "", start: text.length, end: text.length });
  return tokens;
}

/** After an operand a dot begins a property access, not a fraction: `c.2` is no number. */
function endsOperand(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === "identifier" || token.text === "]" || token.text === ")");
}

function readString(text: string, start: number, afterEscape: boolean): { value: string; length: number } {
  const quote = text[start]!;
  // `ESCAPE '\'` names the backslash itself.
  if (afterEscape && text.startsWith(`\\${quote}`, start + 1)) return { value: "\\", length: 3 };
  let value = "";
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at]!;
    if (character === quote) return { value, length: at + 1 - start };
    if (character !== "\\") {
      value += character;
      continue;
    }
    const escaped = text[++at] ?? "";
    const code = escaped === "u" ? /^[0-9a-fA-F]{4}/.exec(text.slice(at + 1, at + 5))?.[0] : undefined;
    if (code !== undefined) {
      value += String.fromCharCode(Number.parseInt(code, 16));
      at += 4;
    } else {
      value += escapes[escaped] ?? escaped;
    }
  }
  throw new SyntaxFault("this string does not end", start, text.length);
}
