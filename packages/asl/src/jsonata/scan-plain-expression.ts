import { References } from "./references.js";

/** What a plain expression reads. */
export interface PlainExpression {
  readonly variables: References;
  readonly statesFields: References;
}

/** More tokens than this might nest too deeply for Step Functions, which only the parser can tell. */
const maximumTokens = 90;

const space = /\s*/y;
const variable = /\$([A-Za-z_]\w*)/y;
const step = /\.\s*([A-Za-z_]\w*)(?![\w`])/y;
const index = /\[\s*-?(?:0|[1-9]\d{0,8})\s*\]/y;
const scalar = /(?:"[^"\\]*"|'[^'\\]*'|(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?(?![\w.])|(?:true|false|null)(?![\w`]))/y;
/** The parser ends a word at white space or an operator only: `and"x"` is one name. */
const operator = /(?:!=|<=|>=|[=<>+&%]|-|\*(?!\*)|\/(?![/*])|(?:and|or|in)(?=[\s([{-]))/y;
/** Words that are no names, or not only. */
const operatorWords: ReadonlySet<string> = new Set(["and", "or", "in", "true", "false", "null"]);

/**
 * Reads the expressions that definitions are full of: variables with plain steps, constants, operators, calls, arrays, objects and
 * `? :`. Parsing these takes most of the time of a validation; here nothing is built. Undefined where anything else
 * occurs, right or wrong, which is then for the parser.
 */
export function scanPlainExpression(source: string): PlainExpression | undefined {
  const scanner = new PlainScanner(source);
  return scanner.readExpression() && scanner.isAtEnd() ? scanner : undefined;
}

class PlainScanner implements PlainExpression {
  readonly variables = new References();
  readonly statesFields = new References();
  readonly #source: string;
  #at = 0;
  #start = 0;
  #tokens = 0;

  constructor(source: string) {
    this.#source = source;
  }

  isAtEnd(): boolean {
    this.#match(space);
    return this.#at === this.#source.length;
  }

  readExpression(): boolean {
    do {
      if (!this.#readOperand()) return false;
    } while (this.#token(operator));
    if (!this.#accept("?")) return true;
    return this.readExpression() && this.#accept(":") && this.readExpression();
  }

  #readOperand(): boolean {
    if (++this.#tokens > maximumTokens) return false;
    this.#match(space);
    switch (this.#source[this.#at]) {
      case "$":
        return this.#readVariable();
      case "-":
        this.#at++;
        return this.#readOperand();
      case "(":
        this.#at++;
        return this.readExpression() && this.#accept(")") && !this.#continues();
      case "[":
        this.#at++;
        return this.#readList("]", () => this.readExpression()) && !this.#continues();
      case "{":
        this.#at++;
        return this.#readList("}", () => this.#readEntry()) && !this.#continues();
      default:
        return this.#match(scalar) && !this.#continues();
    }
  }

  /** `$name`, `$name(…)`, each with steps and indexes behind it. */
  #readVariable(): boolean {
    if (!this.#match(variable)) return false;
    const name = this.#source.slice(this.#start + 1, this.#at);
    this.variables.add(name, this.#at, "$");
    this.#match(space);
    const isCall = this.#source[this.#at] === "(";
    if (isCall) {
      this.#at++;
      if (!this.#readList(")", () => this.readExpression())) return false;
    }
    for (let isFirst = true; ; isFirst = false) {
      this.#match(space);
      if (this.#match(step)) {
        const field = /\w+$/.exec(this.#source.slice(this.#start, this.#at))![0];
        if (operatorWords.has(field)) return false;
        if (isFirst && !isCall && name === "states") this.statesFields.add(field, this.#at);
      } else if (isFirst && name === "states" && this.#source[this.#at] === "[") {
        return false;
      } else if (!this.#match(index)) break;
      if (++this.#tokens > maximumTokens) return false;
    }
    return !this.#continues();
  }

  #readEntry(): boolean {
    this.#match(space);
    const quote = this.#source[this.#at];
    if ((quote !== '"' && quote !== "'") || !this.#match(scalar)) return false;
    return this.#accept(":") && this.readExpression();
  }

  #readList(close: string, readItem: () => boolean): boolean {
    if (this.#accept(close)) return true;
    do {
      if (!readItem()) return false;
    } while (this.#accept(","));
    return this.#accept(close);
  }

  /** Something follows that only the parser knows to read on an operand: a step, a predicate, a group, a call. */
  #continues(): boolean {
    this.#match(space);
    return /[.[{(^@#~|`]/.test(this.#source[this.#at] ?? "");
  }

  #accept(character: string): boolean {
    this.#match(space);
    if (this.#source[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #token(pattern: RegExp): boolean {
    this.#match(space);
    return this.#match(pattern);
  }

  #match(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#source)) return false;
    this.#start = this.#at;
    this.#at = pattern.lastIndex;
    return true;
  }
}
