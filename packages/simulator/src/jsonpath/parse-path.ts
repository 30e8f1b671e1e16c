import { runtimeFailure } from "../failure.js";
import type { Json } from "../json.js";
import { type FilterOperand, isDefinite, type Path, type PathFilter, type PathSegment } from "./path.js";

const cache = new Map<string, Path>();

/** Reads a JSONPath; spaces around it do not count. @throws StateFailure `States.Runtime` */
export function parsePath(text: string): Path {
  let path = cache.get(text);
  if (path === undefined) {
    path = new PathParser(text.trim()).parse();
    cache.set(text, path);
  }
  return path;
}

const NAME = /[\p{ID_Start}_][\p{ID_Continue}\u200c\u200d]*/uy;
const MEMBER = /[^.[\]()\s,'"?@=!<>&|*]+/uy;
const NUMBER = /-?\d+/y;
const LITERAL_NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const OPERATOR = /==|!=|<=|>=|=~|<|>|in\b|nin\b/y;

class PathParser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): Path {
    const root = this.#readRoot();
    const segments = this.#readSegments();
    if (this.#at < this.#text.length) this.#fail(`unexpected '${this.#text[this.#at]}' at ${this.#at}`);
    return { text: this.#text, root, segments, definite: segments.every(isDefinite) };
  }

  #readRoot(): Path["root"] {
    if (!this.#take("$")) this.#fail("a path starts with '$'");
    if (this.#take("$")) return { kind: "context" };
    const name = this.#match(NAME);
    return name === undefined ? { kind: "input" } : { kind: "variable", name };
  }

  #readSegments(): PathSegment[] {
    const segments: PathSegment[] = [];
    for (;;) {
      if (this.#take("..")) {
        segments.push({ kind: "descendants" });
        if (this.#peek("[")) continue;
        segments.push(this.#readMember());
      } else if (this.#take(".")) {
        if (this.#peek("[")) continue;
        segments.push(this.#readMember());
      } else if (this.#take("[")) {
        segments.push(this.#readBracket());
      } else {
        return segments;
      }
    }
  }

  #readMember(): PathSegment {
    if (this.#take("*")) return { kind: "wildcard" };
    const name = this.#match(MEMBER);
    if (name === undefined) this.#fail(`a name is missing at ${this.#at}`);
    return { kind: "members", names: [name] };
  }

  #readBracket(): PathSegment {
    this.#skipSpaces();
    let segment: PathSegment;
    if (this.#take("*")) {
      segment = { kind: "wildcard" };
    } else if (this.#take("?")) {
      this.#expect("(");
      segment = { kind: "filter", filter: this.#readOr() };
      this.#expect(")");
    } else if (this.#peek("'") || this.#peek('"')) {
      segment = { kind: "members", names: this.#readList(() => this.#readName()) };
    } else {
      segment = this.#readIndexes();
    }
    this.#expect("]");
    return segment;
  }

  #readIndexes(): PathSegment {
    const first = this.#readInteger();
    this.#skipSpaces();
    if (this.#take(":")) {
      const to = this.#readInteger();
      const step = this.#take(":") ? (this.#readInteger() ?? 1) : 1;
      return { kind: "slice", from: first, to, step };
    }
    if (first === undefined) this.#fail(`an index is missing at ${this.#at}`);
    const indexes = [first];
    while (this.#take(",")) {
      this.#skipSpaces();
      indexes.push(this.#readInteger() ?? this.#fail(`an index is missing at ${this.#at}`));
      this.#skipSpaces();
    }
    return { kind: "indexes", indexes };
  }

  #readInteger(): number | undefined {
    const digits = this.#match(NUMBER);
    return digits === undefined ? undefined : Number(digits);
  }

  #readList<T>(readItem: () => T): T[] {
    const items = [readItem()];
    this.#skipSpaces();
    while (this.#take(",")) {
      this.#skipSpaces();
      items.push(readItem());
      this.#skipSpaces();
    }
    return items;
  }

  /** A backslash before the quotation mark that does not end the name belongs to the name. */
  #readName(): string {
    return this.#readString(this.#peek("'") ? '"' : "'");
  }

  /** Drops backslashes that escape something other than `literal`. */
  #readString(literal?: string): string {
    const quote = this.#text[this.#at] as string;
    let value = "";
    for (let at = this.#at + 1; at < this.#text.length; at++) {
      const char = this.#text[at] as string;
      if (char === quote) {
        this.#at = at + 1;
        return value;
      }
      value += char === "\\" && this.#text[at + 1] !== literal ? (this.#text[++at] ?? "") : char;
    }
    return this.#fail("a string has no end");
  }

  #readOr(): PathFilter {
    let left = this.#readAnd();
    for (this.#skipSpaces(); this.#take("||"); this.#skipSpaces()) left = { kind: "or", left, right: this.#readAnd() };
    return left;
  }

  #readAnd(): PathFilter {
    let left = this.#readNot();
    for (this.#skipSpaces(); this.#take("&&"); this.#skipSpaces()) left = { kind: "and", left, right: this.#readNot() };
    return left;
  }

  #readNot(): PathFilter {
    this.#skipSpaces();
    if (this.#peek("!") && !this.#peek("!=")) {
      this.#at += 1;
      return { kind: "not", operand: this.#readNot() };
    }
    if (this.#take("(")) {
      const inner = this.#readOr();
      this.#expect(")");
      return inner;
    }
    const left = this.#readOperand();
    this.#skipSpaces();
    const operator = this.#match(OPERATOR);
    if (operator === undefined) return { kind: "exists", operand: left };
    this.#skipSpaces();
    return { kind: "compare", operator, left, right: this.#readOperand() };
  }

  #readOperand(): FilterOperand {
    if (this.#take("@")) return { kind: "path", fromItem: true, segments: this.#readSegments() };
    if (this.#take("$")) return { kind: "path", fromItem: false, segments: this.#readSegments() };
    if (this.#take("/")) return this.#readPattern();
    return { kind: "literal", value: this.#readLiteral() };
  }

  #readPattern(): FilterOperand {
    const start = this.#at;
    while (this.#at < this.#text.length && !this.#peek("/")) this.#at += this.#peek("\\") ? 2 : 1;
    const source = this.#text.slice(start, this.#at);
    this.#expect("/");
    const flags = this.#match(/[a-z]*/y) ?? "";
    return { kind: "pattern", pattern: new RegExp(`^(?:${source})$`, flags) };
  }

  #readLiteral(): Json {
    if (this.#peek("'") || this.#peek('"')) return this.#readString();
    if (this.#take("[")) {
      this.#skipSpaces();
      const items = this.#peek("]") ? [] : this.#readList(() => this.#readLiteral());
      this.#expect("]");
      return items;
    }
    for (const [word, value] of [
      ["true", true],
      ["false", false],
      ["null", null],
    ] as const) {
      if (this.#take(word)) return value;
    }
    const digits = this.#match(LITERAL_NUMBER);
    return digits === undefined ? this.#fail(`a value is missing at ${this.#at}`) : Number(digits);
  }

  #skipSpaces(): void {
    while (this.#text[this.#at] === " ") this.#at += 1;
  }

  #peek(token: string): boolean {
    return this.#text.startsWith(token, this.#at);
  }

  #take(token: string): boolean {
    if (!this.#peek(token)) return false;
    this.#at += token.length;
    return true;
  }

  #expect(token: string): void {
    this.#skipSpaces();
    if (!this.#take(token)) this.#fail(`'${token}' is missing at ${this.#at}`);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found) this.#at += found.length;
    return found || undefined;
  }

  #fail(problem: string): never {
    throw runtimeFailure(`Invalid path '${this.#text}' : ${problem}`);
  }
}
