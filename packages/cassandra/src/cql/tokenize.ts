import { CqlSyntaxError } from "./cql-syntax-error.js";
import type { CqlSpan } from "./span.js";
import type { Token, TokenKind } from "./token.js";

interface Scanner {
  readonly kind: TokenKind | "skip";
  readonly pattern: RegExp;
  readonly value?: (text: string) => string;
}

const lower = (text: string): string => text.toLowerCase();

/*
 * Tried in this order. A minus joins the number after it, as in Cassandra's own lexer: `c = c -3` is a name and a
 * negative integer. `1..3` must stay an integer and a range.
 */
const scanners: readonly Scanner[] = [
  { kind: "skip", pattern: /\s+|--[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//y },
  {
    kind: "uuid",
    pattern: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-z_])/iy,
    value: lower,
  },
  { kind: "hex", pattern: /0x[0-9a-f]*/iy, value: lower },
  { kind: "duration", pattern: /-?(?:\d+(?:mo|ms|us|µs|ns|[ywdhms]))+(?![0-9a-z_])/iy },
  { kind: "duration", pattern: /-?P\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/y },
  { kind: "duration", pattern: /-?P(?=\d|T\d)(?:\d+[YMDW])*(?:T(?:\d+[HMS])+)?(?![0-9a-zA-Z_])/y },
  { kind: "float", pattern: /-?\d+(?:\.(?!\.(?!\.))\d*(?:e[+-]?\d+)?|e[+-]?\d+)/iy },
  { kind: "integer", pattern: /-?\d+/y },
  { kind: "float", pattern: /-(?:nan|infinity)\b/iy },
  { kind: "word", pattern: /[a-z][a-z0-9_]*/iy, value: lower },
  { kind: "quotedName", pattern: /"(?:[^"]|"")+"/y, value: (text) => text.slice(1, -1).replaceAll('""', '"') },
  { kind: "string", pattern: /'(?:[^']|'')*'/y, value: (text) => text.slice(1, -1).replaceAll("''", "'") },
  { kind: "string", pattern: /\$\$[\s\S]*?\$\$/y, value: (text) => text.slice(2, -2) },
  { kind: "symbol", pattern: /<=|>=|!=|\+=|-=|\.\.|[=<>+\-*/%()[\]{},.;:?]/y },
];

/** Whether a text is written as a duration is in a statement. */
export function isDuration(text: string): boolean {
  return scanners.some(({ kind, pattern }) => {
    pattern.lastIndex = 0;
    return kind === "duration" && pattern.exec(text)?.[0] === text;
  });
}

/** @throws {CqlSyntaxError} at a character that begins nothing. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  let line = 1;
  let lineStart = 0;
  const spanOf = (length: number): CqlSpan => ({ offset, length, line, column: offset - lineStart + 1 });
  while (offset < text.length) {
    const { kind, text: part, value } = scan(text, offset, spanOf);
    if (kind !== "skip") tokens.push({ kind, text: part, value, span: spanOf(part.length) });
    for (let at = part.indexOf("\n"); at >= 0; at = part.indexOf("\n", at + 1)) {
      line++;
      lineStart = offset + at + 1;
    }
    offset += part.length;
  }
  tokens.push({ kind: "end", text: "", value: "", span: spanOf(0) });
  return tokens;
}

function scan(text: string, offset: number, spanOf: (length: number) => CqlSpan) {
  for (const { kind, pattern, value } of scanners) {
    pattern.lastIndex = offset;
    const match = pattern.exec(text);
    if (match === null || match[0] === "") continue;
    // The server's lexer takes these for the beginning of -NaN and -Infinity, and gives up.
    if (match[0] === "-" && /[in]/i.test(text[offset + 1] ?? "")) {
      throw new CqlSyntaxError("a blank is missing between - and the name", spanOf(1));
    }
    return { kind, text: match[0], value: value ? value(match[0]) : match[0] };
  }
  const rest = text[offset]!;
  const what = rest === "'" || rest === '"' || rest === "$" ? `this ${rest} has no end` : `"${rest}" begins nothing`;
  throw new CqlSyntaxError(what, spanOf(1));
}
