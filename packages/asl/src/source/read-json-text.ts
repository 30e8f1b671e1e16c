import type { Path } from "../validation/path.js";

/** From `start` up to `end`, in UTF-16 units of the text. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** A value and where it is written. */
export interface JsonNode extends TextSpan {
  /** The member's name with its quotes; absent for the root and for elements of arrays. */
  readonly key?: TextSpan;
  readonly members?: ReadonlyMap<string, JsonNode>;
  readonly items?: readonly JsonNode[];
}

export interface DuplicateKey {
  readonly path: Path;
  readonly first: TextSpan;
  readonly second: TextSpan;
}

export interface JsonText {
  /** Absent where the text is no JSON. */
  readonly root?: JsonNode;
  /** The first place at which the text is no JSON. */
  readonly fault?: { readonly offset: number; readonly message: string };
  readonly duplicates: readonly DuplicateKey[];
}

/**
 * Reads where each value of a JSON text stands, and which members are written twice: `JSON.parse` tells neither. Takes
 * exactly the texts that `JSON.parse` takes (RFC 8259), of any depth.
 */
export function readJsonText(text: string): JsonText {
  const reader = new JsonTextReader(text);
  const root = reader.read();
  if (root) return { root, duplicates: reader.duplicates };
  return { fault: reader.fault!, duplicates: reader.duplicates };
}

/** An object or array that is not closed yet. */
interface OpenNode {
  readonly start: number;
  readonly key: TextSpan | undefined;
  readonly name: string | number;
  readonly members?: Map<string, JsonNode>;
  readonly items?: JsonNode[];
}

const escapePattern = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const scalarPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const spacePattern = /[ \t\n\r]*/y;

/** Keeps the open values in a list of its own, so that depth costs no stack. */
class JsonTextReader {
  readonly duplicates: DuplicateKey[] = [];
  fault: JsonText["fault"];
  readonly #text: string;
  readonly #open: OpenNode[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): JsonNode | undefined {
    let key: TextSpan | undefined;
    let name: string | number = "";
    for (;;) {
      this.#skipSpace();
      let closed = this.#readValue(key, name);
      if (this.fault) return undefined;
      // What is closed may close the value around it, and so on.
      for (;;) {
        const parent = this.#open.at(-1);
        if (closed) {
          if (!parent) return this.#readEnd() ? closed : undefined;
          this.#attach(parent, closed, name);
        }
        const next = this.#readNext(parent!, closed === undefined);
        if (this.fault) return undefined;
        if (next === "close") {
          const { start, key: ownKey, name: ownName, members, items } = this.#open.pop()!;
          closed = {
            start,
            end: this.#at,
            ...(ownKey && { key: ownKey }),
            ...(members ? { members } : { items: items! }),
          };
          name = ownName;
          continue;
        }
        key = next.key;
        name = next.name;
        break;
      }
    }
  }

  /** A scalar, or undefined after opening an object or array. */
  #readValue(key: TextSpan | undefined, name: string | number): JsonNode | undefined {
    const start = this.#at;
    const first = this.#text[start];
    if (first === "{" || first === "[") {
      this.#at++;
      this.#open.push(first === "{" ? { start, key, name, members: new Map() } : { start, key, name, items: [] });
      return undefined;
    }
    const end = first === '"' ? this.#readString() : this.#match(scalarPattern);
    if (end === undefined) {
      if (!this.fault) this.#refuse("a value");
      return undefined;
    }
    return { start, end, ...(key && { key }) };
  }

  /** What follows in an open value: its end, or the next member or element. */
  #readNext(parent: OpenNode, isFirst: boolean): "close" | { readonly key?: TextSpan; readonly name: string | number } {
    const close = parent.members ? "}" : "]";
    this.#skipSpace();
    if (this.#text[this.#at] === close) {
      this.#at++;
      return "close";
    }
    if (!isFirst) {
      if (this.#text[this.#at] !== ",") return this.#refuse(`"," or "${close}"`);
      this.#at++;
      this.#skipSpace();
    }
    if (parent.items) return { name: parent.items.length };
    const start = this.#at;
    const end = this.#text[start] === '"' ? this.#readString() : undefined;
    if (this.fault) return "close";
    if (end === undefined) return this.#refuse(isFirst ? 'a name in double quotes, or "}"' : "a name in double quotes");
    this.#skipSpace();
    if (this.#text[this.#at] !== ":") return this.#refuse('":"');
    this.#at++;
    return { key: { start, end }, name: JSON.parse(this.#text.slice(start, end)) as string };
  }

  /** As `JSON.parse`, the last of equal names counts. */
  #attach(parent: OpenNode, node: JsonNode, name: string | number): void {
    if (parent.items) {
      parent.items.push(node);
      return;
    }
    const earlier = parent.members!.get(String(name));
    if (earlier) {
      const path = [...this.#open.slice(1).map((open) => open.name), name];
      this.duplicates.push({ path, first: earlier.key!, second: node.key! });
    }
    parent.members!.set(String(name), node);
  }

  /** By hand: a pattern would need stack for each character of a long string. */
  #readString(): number | undefined {
    for (this.#at++; this.#at < this.#text.length; ) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 0x22) return ++this.#at;
      if (code === 0x5c) {
        if (this.#match(escapePattern) === undefined) break;
      } else if (code < 0x20) break;
      else this.#at++;
    }
    const isEscape = this.#text[this.#at] === "\\";
    this.#refuse(isEscape ? 'one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX' : "the rest of a string");
    return undefined;
  }

  #readEnd(): boolean {
    this.#skipSpace();
    if (this.#at === this.#text.length) return true;
    this.#refuse("the end of the text");
    return false;
  }

  #refuse(expected: string): "close" {
    const found = this.#text.codePointAt(this.#at);
    const what = found === undefined ? "the end of the text" : JSON.stringify(String.fromCodePoint(found));
    this.fault = { offset: this.#at, message: `Expected ${expected}, but found ${what}` };
    return "close";
  }

  #skipSpace(): void {
    this.#match(spacePattern);
  }

  #match(pattern: RegExp): number | undefined {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return undefined;
    this.#at = pattern.lastIndex;
    return this.#at;
  }
}
