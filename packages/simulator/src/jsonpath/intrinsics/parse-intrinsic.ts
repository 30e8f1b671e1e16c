import { runtimeFailure } from "../../failure.js";
import type { IntrinsicArgument, IntrinsicCall } from "./intrinsic-call.js";

const cache = new Map<string, IntrinsicCall>();

/** Reads an intrinsic function call. @throws StateFailure when it is none. */
export function parseIntrinsic(text: string): IntrinsicCall {
  let call = cache.get(text);
  if (call === undefined) {
    const parser = new IntrinsicParser(text);
    call = parser.parse();
    cache.set(text, call);
  }
  return call;
}

const NAME = /States\.[A-Za-z0-9]+/y;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

class IntrinsicParser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): IntrinsicCall {
    const call = this.#readCall();
    this.#skipSpaces();
    if (this.#at < this.#text.length) this.#fail();
    return call;
  }

  #readCall(): IntrinsicCall {
    this.#skipSpaces();
    const start = this.#at;
    const name = this.#match(NAME) ?? this.#fail();
    this.#skipSpaces();
    if (!this.#take("(")) this.#fail();
    const args: IntrinsicArgument[] = [];
    this.#skipSpaces();
    if (!this.#take(")")) {
      do args.push(this.#readArgument());
      while (this.#take(","));
      if (!this.#take(")")) this.#fail();
    }
    return { text: this.#text.slice(start, this.#at), name, args };
  }

  #readArgument(): IntrinsicArgument {
    this.#skipSpaces();
    const argument = this.#readValue();
    this.#skipSpaces();
    return argument;
  }

  #readValue(): IntrinsicArgument {
    const char = this.#text[this.#at];
    if (char === "'" || char === '"') return { kind: "string", raw: this.#readString(char) };
    if (char === "$") return { kind: "path", text: this.#readPath() };
    const word = this.#match(WORD);
    if (word !== undefined) return { kind: "value", value: JSON.parse(word) as null | boolean };
    const number = this.#match(NUMBER);
    if (number !== undefined) return { kind: "value", value: Number(number) };
    return { kind: "call", call: this.#readCall() };
  }

  #readString(quote: string): string {
    const start = this.#at + 1;
    for (let at = start; at < this.#text.length; at++) {
      if (this.#text[at] === "\\") at += 1;
      else if (this.#text[at] === quote) {
        this.#at = at + 1;
        return this.#text.slice(start, at);
      }
    }
    return this.#fail();
  }

  /** A path ends at a comma or parenthesis outside its brackets and quotes. */
  #readPath(): string {
    const start = this.#at;
    let depth = 0;
    let quote = "";
    for (; this.#at < this.#text.length; this.#at++) {
      const char = this.#text[this.#at] as string;
      if (quote !== "") {
        if (char === "\\") this.#at += 1;
        else if (char === quote) quote = "";
      } else if (depth > 0 && (char === "'" || char === '"')) quote = char;
      else if (char === "[") depth += 1;
      else if (char === "]") depth -= 1;
      else if (depth === 0 && (char === "," || char === ")" || char === " ")) break;
    }
    return this.#text.slice(start, this.#at);
  }

  #skipSpaces(): void {
    while (this.#text[this.#at] === " ") this.#at += 1;
  }

  #take(token: string): boolean {
    if (this.#text[this.#at] !== token) return false;
    this.#at += 1;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #fail(): never {
    throw runtimeFailure(`The function '${this.#text}' cannot be read at position ${this.#at}`);
  }
}
