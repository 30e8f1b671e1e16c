import { didYouMean } from "@treadle/diagnostics";
import { CqlSyntaxError } from "../cql-syntax-error.js";
import type { Identifier, QualifiedName } from "../nodes/index.js";
import { type CqlSpan, spanFrom } from "../span.js";
import { reservedWords, type Token, type TokenKind } from "../token.js";

/** Walks tokens; every parse function takes one. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  readonly #errors: CqlSyntaxError[];
  #index = 0;

  /** @param errors where errors go after which parsing went on */
  constructor(tokens: readonly Token[], errors: CqlSyntaxError[] = []) {
    this.#tokens = tokens;
    this.#errors = errors;
  }

  peek(ahead = 0): Token {
    return this.#tokens[Math.min(this.#index + ahead, this.#tokens.length - 1)]!;
  }

  next(): Token {
    const token = this.peek();
    this.#index++;
    return token;
  }

  /** From the given token's start to the end of the last one taken. */
  spanSince(first: Token | CqlSpan): CqlSpan {
    const span = "span" in first ? first.span : first;
    const last = this.#tokens[Math.max(0, this.#index - 1)]!.span;
    return spanFrom(span, last);
  }

  isSymbol(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === "symbol" && token.text === text;
  }

  isWord(word: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === "word" && token.value === word;
  }

  /** Whether these words come next, one after the other. */
  isWords(...words: readonly string[]): boolean {
    return words.every((word, at) => this.isWord(word, at));
  }

  isKind(kind: TokenKind, ahead = 0): boolean {
    return this.peek(ahead).kind === kind;
  }

  /** Whether the token can be a name. */
  isName(ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === "quotedName" || (token.kind === "word" && !reservedWords.has(token.value));
  }

  takeSymbol(text: string): boolean {
    if (!this.isSymbol(text)) return false;
    this.next();
    return true;
  }

  takeWords(...words: readonly string[]): boolean {
    if (!this.isWords(...words)) return false;
    for (const _ of words) this.next();
    return true;
  }

  expectSymbol(text: string): Token {
    if (!this.isSymbol(text)) this.fail(`"${text}"`);
    return this.next();
  }

  expectWords(...words: readonly string[]): Token {
    const first = this.peek();
    for (const word of words) {
      if (!this.isWord(word)) this.fail(word.toUpperCase(), [word]);
      this.next();
    }
    return first;
  }

  expectKind(kind: TokenKind, what: string): Token {
    if (!this.isKind(kind)) this.fail(what);
    return this.next();
  }

  name(what = "a name"): Identifier {
    if (!this.isName()) {
      const token = this.peek();
      if (token.kind === "word") {
        throw new CqlSyntaxError(
          `expected ${what}, but ${token.text.toUpperCase()} is reserved; write "${token.value}" in double quotes`,
          token.span,
        );
      }
      this.fail(what);
    }
    const token = this.next();
    return { name: token.value, span: token.span };
  }

  qualifiedName(what = "a name"): QualifiedName {
    const first = this.name(what);
    return this.takeSymbol(".") ? { keyspace: first, name: this.name(what) } : { keyspace: undefined, name: first };
  }

  /** One or more, parted by commas. */
  list<T>(parse: () => T): readonly T[] {
    const items = [parse()];
    while (this.takeSymbol(",")) items.push(parse());
    return items;
  }

  /** Tries a parse; goes back to where it began when it gives undefined or fails. */
  attempt<T>(parse: () => T | undefined): T | undefined {
    const start = this.#index;
    try {
      const result = parse();
      if (result === undefined) this.#index = start;
      return result;
    } catch (error) {
      if (!(error instanceof CqlSyntaxError)) throw error;
      this.#index = start;
      return undefined;
    }
  }

  /**
   * Parses a part; where it fails, notes the error and passes over tokens up to one of the given words or symbols, the
   * statement's end at most, so that what follows is looked at too.
   */
  recovering<T>(parse: () => T, stops: readonly string[]): T | undefined {
    try {
      return parse();
    } catch (error) {
      if (!(error instanceof CqlSyntaxError)) throw error;
      this.#errors.push(error);
      for (let depth = 0; !this.isKind("end") && !this.isSymbol(";"); this.next()) {
        const { kind, text, value } = this.peek();
        if (depth === 0 && (kind === "word" ? stops.includes(value) : kind === "symbol" && stops.includes(text))) break;
        if (kind === "symbol" && "([{".includes(text)) depth++;
        if (kind === "symbol" && ")]}".includes(text)) depth = Math.max(0, depth - 1);
      }
      return undefined;
    }
  }

  /** As `list`, where a faulty item does not hide those after it. */
  recoveringList<T>(parse: () => T, ends: readonly string[]): readonly T[] {
    return this.list(() => this.recovering(parse, [",", ...ends])).filter((item) => item !== undefined) as readonly T[];
  }

  /** Passes over the rest of the statement. */
  skipStatement(): void {
    while (!this.isKind("end") && !this.isSymbol(";")) this.next();
  }

  fail(expected: string, words: readonly string[] = []): never {
    const token = this.peek();
    const found =
      token.kind === "end" ? "the text ends" : `found ${token.kind === "symbol" ? `"${token.text}"` : token.text}`;
    const near =
      token.kind === "word"
        ? didYouMean(
            token.text,
            words.map((word) => word.toUpperCase()),
          )
        : "";
    throw new CqlSyntaxError(`expected ${expected}, but ${found}.${near}`.replace(/\.$/, ""), token.span);
  }
}
