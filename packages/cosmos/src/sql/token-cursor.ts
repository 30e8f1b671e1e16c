import { type Token, tokenize } from "./lexer.js";
import { SyntaxFault } from "./syntax-fault.js";

/** The tokens of a query with a place in them; what both halves of the parser share. */
export class TokenCursor {
  readonly #tokens: readonly Token[];
  #position = 0;

  constructor(text: string) {
    this.#tokens = tokenize(text);
  }

  get token(): Token {
    return this.#tokens[this.#position]!;
  }

  /** The end of the token before, which ends the node that was just read. */
  get previousEnd(): number {
    return this.#tokens[this.#position - 1]?.end ?? 0;
  }

  peek(ahead = 1): Token {
    return this.#tokens[Math.min(this.#position + ahead, this.#tokens.length - 1)]!;
  }

  next(): Token {
    const token = this.token;
    if (token.kind !== "end") this.#position++;
    return token;
  }

  isKeyword(word: string): boolean {
    return this.token.kind === "keyword" && this.token.text === word;
  }

  isSymbol(symbol: string): boolean {
    return this.token.kind === "symbol" && this.token.text === symbol;
  }

  /** A word that is none elsewhere: `RANK`, `FIRST`. */
  isWord(word: string): boolean {
    return this.token.kind === "identifier" && this.token.text.toUpperCase() === word;
  }

  takeKeyword(word: string): boolean {
    if (!this.isKeyword(word)) return false;
    this.next();
    return true;
  }

  takeSymbol(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.next();
    return true;
  }

  expectKeyword(word: string): Token {
    return this.isKeyword(word) ? this.next() : this.fail(word);
  }

  expectSymbol(symbol: string): Token {
    return this.isSymbol(symbol) ? this.next() : this.fail(`"${symbol}"`);
  }

  fail(expected: string): never {
    const { kind, text, start, end } = this.token;
    const found = kind === "end" ? "the query ends" : `"${text}" stands`;
    throw new SyntaxFault(`${found} where ${expected} is expected`, start, Math.max(end, start + 1));
  }
}
