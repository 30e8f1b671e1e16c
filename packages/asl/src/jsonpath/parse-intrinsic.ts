import { quotas } from "../quotas.js";
import { type IntrinsicArgument, intrinsicFunctions } from "./intrinsic-functions.js";
import { parsePath } from "./parse-path.js";

export interface ParsedIntrinsic {
  readonly name: string;
  /** Paths among the arguments, at any depth. */
  readonly paths: readonly string[];
}

/** Reads `States.Name(…)`; undefined where the call, an argument, their number or an escape is wrong. */
export function parseIntrinsic(text: string): ParsedIntrinsic | undefined {
  const reader = new IntrinsicReader(text);
  const name = reader.readCall(1);
  return name !== undefined && reader.isAtEnd() ? { name, paths: reader.paths } : undefined;
}

/** A reader that stops at the first fault: each `read` gives undefined then. */
class IntrinsicReader {
  readonly paths: string[] = [];
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  isAtEnd(): boolean {
    this.#skipSpace();
    return this.#at === this.#text.length;
  }

  readCall(depth: number): string | undefined {
    if (depth > quotas.intrinsicNesting) return undefined;
    const name = this.#match(/States\.\w+/y);
    const declared = name === undefined ? undefined : intrinsicFunctions.get(name);
    if (!declared || this.#match(/\s*\(/y) === undefined) return undefined;
    let count = 0;
    if (this.#match(/\s*\)/y) === undefined) {
      do {
        const kind = this.#readArgument(depth);
        const expected = declared.parameters[count] ?? (declared.isVariadic ? "any" : undefined);
        if (!kind || !expected || !fits(kind, expected)) return undefined;
        count++;
      } while (this.#match(/\s*,/y) !== undefined);
      if (this.#match(/\s*\)/y) === undefined) return undefined;
    }
    return count >= (declared.minimum ?? declared.parameters.length) ? name : undefined;
  }

  #readArgument(depth: number): IntrinsicArgument | undefined {
    this.#skipSpace();
    const next = this.#text[this.#at];
    if (next === "'") return this.#match(/'(?:[^'\\]|\\['{}\\])*'/y) === undefined ? undefined : "string";
    if (next === "$") return this.#readPath();
    if (this.#text.startsWith("States.", this.#at)) return this.readCall(depth + 1) === undefined ? undefined : "any";
    if (this.#match(/-?\d+(\.\d+)?([eE][+-]?\d+)?/y) !== undefined) return "number";
    return this.#match(/null|true|false/y) === undefined ? undefined : "any";
  }

  /** A path ends before a comma or parenthesis that is in none of its own brackets. */
  #readPath(): IntrinsicArgument | undefined {
    let end = this.#at;
    let depth = 0;
    for (let quote = ""; end < this.#text.length; end++) {
      const character = this.#text[end]!;
      if (quote !== "") {
        if (character === "\\") end++;
        else if (character === quote) quote = "";
      } else if (character === "'" || character === '"') quote = character;
      else if (character === "[" || character === "(") depth++;
      else if ((character === "]" || character === ")") && depth > 0) depth--;
      else if (depth === 0 && (character === "," || character === ")")) break;
    }
    const path = this.#text.slice(this.#at, end).trimEnd();
    this.#at = end;
    if (!parsePath(path)) return undefined;
    this.paths.push(path);
    return "any";
  }

  #skipSpace(): void {
    this.#match(/\s*/y);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}

function fits(kind: IntrinsicArgument, expected: IntrinsicArgument): boolean {
  return kind === "any" || expected === "any" || kind === expected;
}
