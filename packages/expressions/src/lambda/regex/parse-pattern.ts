/** A pattern in the part of the language that JavaScript (without the flag u) and Java read alike. */
export interface ParsedPattern {
  /** As it is printed: with classes written out where the engines' own differ. */
  readonly text: string;
  /** Whether it may match nothing at all, which JSONata's functions refuse. */
  readonly matchesEmpty: boolean;
  /** The number of groups that capture. */
  readonly groups: number;
  /** Whether every group takes part in every match. */
  readonly groupsAlwaysMatch: boolean;
}

interface Part {
  readonly text: string;
  readonly matchesEmpty: boolean;
  /** A class that takes characters beyond U+FFFF, which count as two in JavaScript and as one in Java. */
  readonly isWide: boolean;
}

const spaces = "\\u0009-\\u000d\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
/** Class escapes as members of a class. */
const members: { readonly [letter: string]: string } = { d: "0-9", w: "A-Za-z0-9_", s: spaces };
const controls: { readonly [letter: string]: string } = { n: "\\n", r: "\\r", t: "\\t", f: "\\f", v: "\\u000b" };

/** Reads a pattern, or says in words what in it is not alike in the engines. */
export function parsePattern(source: string, ignoreCase: boolean): ParsedPattern | string {
  try {
    return new PatternParser(source, ignoreCase).parse();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

class Refusal extends Error {}

class PatternParser {
  #position = 0;
  #groups = 0;
  #groupsAlwaysMatch = true;
  readonly #source: string;
  readonly #ignoreCase: boolean;

  constructor(source: string, ignoreCase: boolean) {
    this.#source = source;
    this.#ignoreCase = ignoreCase;
  }

  parse(): ParsedPattern {
    const { text, matchesEmpty } = this.#alternatives();
    if (this.#position < this.#source.length) throw new Refusal(`"${this.#peek()}"`);
    return { text, matchesEmpty, groups: this.#groups, groupsAlwaysMatch: this.#groupsAlwaysMatch };
  }

  #peek(): string {
    return this.#source[this.#position] ?? "";
  }

  #take(): string {
    const unit = this.#peek();
    this.#position += 1;
    return unit;
  }

  #takeIf(text: string): boolean {
    if (!this.#source.startsWith(text, this.#position)) return false;
    this.#position += text.length;
    return true;
  }

  #alternatives(): Part {
    const before = this.#groups;
    const parts = [this.#sequence()];
    while (this.#takeIf("|")) parts.push(this.#sequence());
    if (parts.length > 1 && this.#groups > before) this.#groupsAlwaysMatch = false;
    return {
      text: parts.map(({ text }) => text).join("|"),
      matchesEmpty: parts.some(({ matchesEmpty }) => matchesEmpty),
      isWide: parts.some(({ isWide }) => isWide),
    };
  }

  #sequence(): Part {
    const parts: Part[] = [];
    while (this.#position < this.#source.length && this.#peek() !== "|" && this.#peek() !== ")") {
      const part = this.#quantified();
      if (part.isWide && parts.at(-1)?.isWide) {
        throw new Refusal("Two parts side by side that take any character");
      }
      parts.push(part);
    }
    return {
      text: parts.map(({ text }) => text).join(""),
      matchesEmpty: parts.every(({ matchesEmpty }) => matchesEmpty),
      isWide: parts.some(({ isWide }) => isWide),
    };
  }

  #quantified(): Part {
    const before = this.#groups;
    const isGroup = this.#peek() === "(";
    const part = this.#atom();
    const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(this.#source.slice(this.#position))?.[0];
    if (quantifier === undefined) {
      if (part.isWide && !isGroup) throw new Refusal("A single any character, which may be half of one,");
      return part;
    }
    this.#position += quantifier.length;
    if (part.isWide && (isGroup || !/^[*+]/.test(quantifier))) {
      throw new Refusal("A number of any characters, of which some count twice,");
    }
    const least = /^[*?]|^\{0/.test(quantifier) ? 0 : 1;
    if (this.#groups > before && quantifier !== "+") this.#groupsAlwaysMatch = false;
    if (isGroup && part.matchesEmpty) throw new Refusal("A repeated group that may match nothing");
    return { ...part, text: part.text + quantifier, matchesEmpty: part.matchesEmpty || least === 0 };
  }

  #atom(): Part {
    const unit = this.#take();
    switch (unit) {
      case "(":
        return this.#group();
      case "[":
        return this.#class();
      case ".":
        return { text: "[^\\n\\r\\u2028\\u2029]", matchesEmpty: false, isWide: true };
      case "^":
        return { text: "^", matchesEmpty: true, isWide: false };
      case "$":
        // Java's also stands before a line break at the end.
        return { text: "(?![\\s\\S])", matchesEmpty: true, isWide: false };
      case "\\":
        return this.#escape();
      case "*":
      case "+":
      case "?":
      case "{":
      case "}":
      case "]":
        throw new Refusal(`"${unit}" as a character`);
      default:
        return { text: this.#literal(unit), matchesEmpty: false, isWide: false };
    }
  }

  #group(): Part {
    if (this.#takeIf("?:")) {
      const inner = this.#closed();
      return { ...inner, text: `(?:${inner.text})` };
    }
    if (this.#peek() === "?") throw new Refusal("A look-around or a named group");
    this.#groups += 1;
    const inner = this.#closed();
    return { ...inner, text: `(${inner.text})` };
  }

  #closed(): Part {
    const inner = this.#alternatives();
    if (!this.#takeIf(")")) throw new Refusal("A group that does not end");
    return inner;
  }

  #escape(): Part {
    const letter = this.#take();
    const inClass = members[letter];
    if (inClass !== undefined) return { text: `[${inClass}]`, matchesEmpty: false, isWide: false };
    const opposite = members[letter.toLowerCase()];
    if (opposite !== undefined) return { text: `[^${opposite}]`, matchesEmpty: false, isWide: true };
    return { text: this.#escaped(letter), matchesEmpty: false, isWide: false };
  }

  /** A character after a backslash. */
  #escaped(letter: string): string {
    const control = controls[letter];
    if (control !== undefined) return control;
    if (letter === "u") {
      const digits = /^[0-9a-fA-F]{4}/.exec(this.#source.slice(this.#position))?.[0];
      if (digits === undefined) throw new Refusal('"\\u" without four digits');
      this.#position += 4;
      return this.#literal(String.fromCharCode(Number.parseInt(digits, 16)));
    }
    if (/[A-Za-z0-9]/.test(letter) || letter === "") throw new Refusal(`"\\${letter}"`);
    return this.#literal(letter);
  }

  #literal(unit: string): string {
    const code = unit.charCodeAt(0);
    if (code >= 0xd800 && code <= 0xdfff) throw new Refusal("A character beyond U+FFFF");
    if (code > 0x7e && this.#ignoreCase) throw new Refusal("A character beyond ASCII with the flag i");
    // Before a bracket, JSONata takes the second of two backslashes for an escape of the bracket.
    if (code < 0x20 || code > 0x7e || unit === "\\") return `\\u${code.toString(16).padStart(4, "0")}`;
    return /[A-Za-z0-9 _,:;=@#%&"'<>~`!-]/.test(unit) ? unit : `\\${unit}`;
  }

  #class(): Part {
    const isNegated = this.#takeIf("^");
    let text = "";
    while (!this.#takeIf("]")) {
      if (this.#position >= this.#source.length) throw new Refusal("A class that does not end");
      text += this.#member();
    }
    if (text === "") throw new Refusal("An empty class");
    if (isNegated && this.#ignoreCase) throw new Refusal("A negated class with the flag i");
    return { text: `[${isNegated ? "^" : ""}${text}]`, matchesEmpty: false, isWide: isNegated };
  }

  /** One character, range or class escape inside a class. */
  #member(): string {
    const unit = this.#take();
    if (unit === "\\") {
      const inClass = members[this.#peek()];
      if (inClass !== undefined) {
        this.#position += 1;
        return inClass;
      }
      if (/[DWSbB]/.test(this.#peek())) throw new Refusal(`"\\${this.#peek()}" in a class`);
    }
    const first = unit === "\\" ? this.#escaped(this.#take()) : this.#literal(unit);
    const isRange = this.#peek() === "-" && this.#source[this.#position + 1] !== "]";
    if (!isRange) return first === "-" ? "\\-" : first;
    this.#position += 1;
    const end = this.#take();
    const last = end === "\\" ? this.#escaped(this.#take()) : this.#literal(end);
    return `${first}-${last}`;
  }
}
