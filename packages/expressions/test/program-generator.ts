// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates and placeholders are what this file is about.
import fc from "fast-check";

/** The types that generated programs are made of; `label` is a text or null. */
type Type = "number" | "text" | "boolean" | "label" | "item" | "numbers" | "texts" | "items" | "grid";

const elementOf = { numbers: "number", texts: "text", items: "item", grid: "numbers" } as const;
type ArrayType = keyof typeof elementOf;
const arrayTypes = Object.keys(elementOf) as ArrayType[];
const allTypes: readonly Type[] = ["number", "text", "boolean", "label", "item", ...arrayTypes];

export const generatedPrelude = `
import { text, fixed } from "@treadle/expressions";
interface Item { readonly id: string; readonly n: number; readonly ok: boolean; readonly label: string | null; readonly opt?: number; readonly note?: string | null; readonly tags: string[]; readonly grid: number[][]; readonly sub?: { readonly n: number; readonly tags: string[]; readonly inner?: { readonly id: string } | null } | null }
interface Scope { readonly n: number; readonly m: number; readonly t: string; readonly u: string; readonly ok: boolean; readonly label: string | null; readonly item: Item; readonly maybe: Item | null; readonly items: Item[]; readonly numbers: number[]; readonly texts: string[]; readonly grid: number[][]; readonly record: { readonly [key: string]: number } }
const LIMIT = 2;
const WORDS = ["a", "\\u{1F600}", ""];
const TABLE = { low: 1, high: { value: 7.5 } };
const GRID = [[1], [], [2, 3]];
`;

const texts = fc.oneof(
  fc.constantFrom("", "a", "ab", "a b", " a ", "\u{1F600}", "a\u{1F600}b", "\u{10FFFF}", "é\u0301", "${x}", "{%"),
  fc.string({ unit: "grapheme", maxLength: 6 }),
);
const numbers = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.constantFrom(0, 0.1, 0.5, -0.5, 1.5, 2.5, 1e6, -1e9, 123456.789),
  // Not so near to 0 that a quotient is no finite number: JSONata fails there, where JavaScript goes on with Infinity.
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => (Math.abs(value) < 1e-9 ? 0 : value)),
);
const short = <T>(element: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.oneof(fc.array(element, { maxLength: 1 }), fc.array(element, { maxLength: 4 }));
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

const items = fc
  .record({
    id: texts,
    n: numbers,
    ok: fc.boolean(),
    label: fc.option(texts),
    opt: optional(numbers),
    note: optional(fc.option(texts)),
    tags: short(texts),
    grid: short(short(numbers)),
    sub: optional(
      fc.option(fc.record({ n: numbers, tags: short(texts), inner: optional(fc.option(fc.record({ id: texts }))) })),
    ),
  })
  .map(dropUndefined);

/** Values of the scope of generated programs, as JSON. */
export const scopes: fc.Arbitrary<object> = fc.record({
  n: numbers,
  m: numbers,
  t: texts,
  u: texts,
  ok: fc.boolean(),
  label: fc.option(texts),
  item: items,
  maybe: fc.option(items),
  items: short(items),
  numbers: short(numbers),
  texts: short(texts),
  grid: short(short(numbers)),
  record: fc.dictionary(fc.constantFrom("a", "b", "x y", "in"), numbers, { maxKeys: 3 }),
});

function dropUndefined<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** A program as the choices that built it: fewer and smaller choices make a simpler program. */
export const programs: fc.Arbitrary<string> = fc
  .array(fc.nat({ max: 9999 }), { minLength: 10, maxLength: 150, size: "max" })
  .map((choices) => new ProgramBuilder(choices).build());

type Variables = readonly { readonly name: string; readonly type: Type }[];

class ProgramBuilder {
  #position = 0;
  #names = 0;
  readonly #choices: number[];

  constructor(choices: number[]) {
    this.#choices = choices;
  }

  build(): string {
    return `(s: Scope) => ${this.#pick<() => string>([
      () => this.#parenthesized(this.#any([], 3)),
      () => this.#parenthesized(this.#object([], 3)),
      () => this.#block([], 3),
    ])()}`;
  }

  #parenthesized(source: string): string {
    return `(${source})`;
  }

  #next(): number {
    return this.#choices[this.#position++] ?? 0;
  }

  #pick<T>(alternatives: readonly T[]): T {
    return alternatives[this.#next() % alternatives.length]!;
  }

  #name(): string {
    this.#names += 1;
    return this.#pick(["x", "count", "item", "n", "sum", "in_", "_", "states"]) + this.#names;
  }

  #any(variables: Variables, depth: number): string {
    return this.#of(this.#pick(allTypes), variables, depth);
  }

  #block(variables: Variables, depth: number): string {
    const type = this.#pick(allTypes);
    const name = this.#name();
    const inner = [...variables, { name, type }];
    const early =
      this.#next() % 2 === 0
        ? `if (${this.#of("boolean", inner, depth - 1)}) return ${this.#any(inner, depth - 1)}; `
        : "";
    return `{ const ${name}: ${typeNames[type]} = ${this.#of(type, variables, depth)}; ${early}return ${this.#any(inner, depth)}; }`;
  }

  #object(variables: Variables, depth: number): string {
    const members = Array.from(
      { length: 1 + (this.#next() % 3) },
      (_, index) => `k${index}: ${this.#any(variables, depth - 1)}`,
    );
    const spread = this.#next() % 3 === 0 ? `...${this.#of("item", variables, depth - 1)}, ` : "";
    const key = this.#next() % 4 === 0 ? `, [${this.#of("text", variables, depth - 1)}]: 1` : "";
    return `{ ${spread}${members.join(", ")}${key} }`;
  }

  #of(type: Type, variables: Variables, depth: number): string {
    const known = variables.filter((variable) => variable.type === type).map(({ name }) => name);
    if (depth <= 0) return this.#pick([...known, ...leaves[type]]);
    const deeper = (wanted: Type): string => this.#of(wanted, variables, depth - 1);
    const forms: (() => string)[] = [
      () => this.#pick([...known, ...known, ...leaves[type]]),
      () => `(${deeper("boolean")} ? ${deeper(type)} : ${deeper(type)})`,
      ...this.#formsOf(type, variables, depth - 1, deeper),
    ];
    return this.#pick(forms)();
  }

  /** `array.method((x) => body)`. */
  #call(
    method: string,
    from: ArrayType,
    variables: Variables,
    depth: number,
    body: (inner: Variables) => string,
  ): string {
    const name = this.#name();
    const withIndex = this.#next() % 4 === 0;
    const index = `i${this.#names}`;
    const inner = [
      ...variables,
      { name, type: elementOf[from] as Type },
      ...(withIndex ? [{ name: index, type: "number" as const }] : []),
    ];
    return `${this.#of(from, variables, depth)}.${method}((${name}${withIndex ? `, ${index}` : ""}) => ${body(inner)})`;
  }

  #formsOf(type: Type, variables: Variables, depth: number, deeper: (type: Type) => string): (() => string)[] {
    const from = (): ArrayType => this.#pick(arrayTypes);
    const test = (method: string, array: ArrayType): string =>
      this.#call(method, array, variables, depth, (inner) => this.#of("boolean", inner, depth));
    switch (type) {
      case "number":
        return [
          () => `(${deeper("number")} ${this.#pick(["+", "-", "*"])} ${deeper("number")})`,
          () => `(${deeper("number")} ${this.#pick(["/", "%"])} ${this.#pick(["2", "-4", "LIMIT", "0.5"])})`,
          () => `(s.m !== 0 ? ${deeper("number")} / s.m : ${deeper("number")})`,
          () => `${deeper(from())}.length`,
          () => `${deeper("text")}.length`,
          () => `(${deeper("item")}.opt ?? ${deeper("number")})`,
          () => `(${deeper("item")}.sub?.n ?? ${deeper("number")})`,
          () =>
            `(${deeper("numbers")}[${this.#pick(["0", "1", "s.n", "s.numbers.length", "s.items.length - 1"])}] ?? ${deeper("number")})`,
          () => `(${deeper("numbers")}.at(${this.#pick(["0", "-1", "1", "-2"])}) ?? -1)`,
          () => `(${test("find", "numbers")} ?? ${deeper("number")})`,
          () => `(s.record[${deeper("text")}] ?? ${deeper("number")})`,
          () => `Math.${this.#pick(["floor", "ceil", "abs", "round", "trunc", "sign"])}(${deeper("number")})`,
          () => `Math.${this.#pick(["max", "min"])}(${deeper("number")}, ...${deeper("numbers")})`,
          () => this.#reduce(from(), variables, depth),
        ];
      case "text":
        return [
          () => `(${deeper("text")} + ${deeper("text")})`,
          () =>
            `\`${this.#pick(["", "$", "a{", "%"])}\${${deeper("text")}}\${${deeper("texts")}.length}${this.#pick(["", "{x}", "%}"])}\``,
          () => `\`\${${deeper("boolean")}}\``,
          () => `(${deeper("label")} ?? ${deeper("text")})`,
          () => `(${deeper("item")}.note ?? ${deeper("text")})`,
          () => `(${deeper("item")}.sub?.inner?.id ?? ${deeper("text")})`,
          () => `(s.maybe?.label ?? ${deeper("text")})`,
          () => `${deeper("texts")}.join(${this.#pick(["", "''", "', '", "s.t"])})`,
          () => `${deeper("text")}.${this.#pick(["toUpperCase", "toLowerCase", "trim", "trimStart", "trimEnd"])}()`,
          () => `${deeper("text")}.slice(${this.#pick(["0, 2", "1", "-1", "1, -1", "0, s.n", "s.m", "-3, -1"])})`,
          () => `text(${this.#pick(["s.n", "s.m", "0.1 + 0.2"])})`,
          () => `fixed(s.n, ${this.#pick(["0", "1", "2", "5"])})`,
          () => `(${deeper("texts")}[0] ?? ${deeper("text")})`,
          () => `String(${deeper("boolean")})`,
        ];
      case "boolean":
        return [
          () => `(${deeper("number")} ${this.#pick(["<", "<=", ">", ">=", "===", "!=="])} ${deeper("number")})`,
          () => `(${deeper("text")} ${this.#pick(["<", ">=", "===", "!=="])} ${deeper("text")})`,
          () => `(${deeper("boolean")} ${this.#pick(["&&", "||", "===", "!=="])} ${deeper("boolean")})`,
          () => `!${this.#parenthesized(deeper("boolean"))}`,
          () => `(${deeper("label")} ${this.#pick(["===", "!=="])} ${this.#pick(["null", "'a'", "s.t"])})`,
          () =>
            `(${deeper("item")}.note ${this.#pick(["===", "!==", "==", "!="])} ${this.#pick(["null", "undefined"])})`,
          () => `(${deeper("item")}.note ${this.#pick(["===", "!=="])} ${deeper("text")})`,
          () => `(${deeper("item")}.opt ${this.#pick(["===", "!=="])} ${deeper("item")}.sub?.n)`,
          () => `(${deeper("item")}.sub?.inner ${this.#pick(["==", "!="])} null)`,
          () => test(this.#pick(["some", "every"]), from()),
          () => `${deeper("texts")}.includes(${deeper("text")})`,
          () => `${deeper("numbers")}.includes(${deeper("number")})`,
          () =>
            `${deeper("text")}.${this.#pick(["includes", "startsWith", "endsWith"])}(${this.#pick([deeper("text"), "'a'", "'\u{1F600}'", "''"])})`,
          () => `("opt" in ${deeper("item")})`,
          () => `(${deeper("item")}.sub?.tags.includes('a') ?? false)`,
        ];
      case "label":
        return [
          () => deeper("text"),
          () => `${deeper("item")}.label`,
          () => `(${deeper("item")}.note ?? null)`,
          () => `(${test("find", "items")}?.label ?? null)`,
          () => `(${deeper("items")}[0]?.id ?? null)`,
        ];
      case "item":
        return [
          () => `({ ...${deeper("item")}, n: ${deeper("number")}, tags: ${deeper("texts")} })`,
          () => `(s.maybe ?? ${deeper("item")})`,
          () => `(${test("find", "items")} ?? ${deeper("item")})`,
          () => `(${deeper("items")}.at(-1) ?? ${deeper("item")})`,
        ];
      case "numbers":
        return [
          ...this.#arrayForms(type, variables, depth, deeper),
          () => `[${deeper("number")}, ...${deeper("numbers")}, ${deeper("number")}]`,
          () => `${deeper("item")}.grid.flatMap((row) => row)`,
          () => `(${deeper("grid")}[${this.#pick(["0", "1", "s.texts.length"])}] ?? ${deeper("numbers")})`,
          () => `(${test("find", "grid")} ?? [])`,
          () => `Object.values(s.record)`,
          () => `(${deeper("items")}.map((x) => x.n))`,
        ];
      case "texts":
        return [
          ...this.#arrayForms(type, variables, depth, deeper),
          () => `[${deeper("text")}]`,
          () => `${deeper("text")}.split(${this.#pick(["' '", "','", "''", "'a'"])})`,
          () => `Object.keys(s.record)`,
          () => `(${deeper("item")}.sub?.tags ?? ${deeper("texts")})`,
          () => `(s.maybe?.tags.map((t) => t + '!') ?? [])`,
          () => `${deeper("items")}.flatMap((x) => x.tags)`,
          () => `(${deeper("items")}.map((x) => x.id))`,
          () => `Object.entries(s.record).map(([key, value]) => key + fixed(value, 1))`,
        ];
      case "items":
        return [
          ...this.#arrayForms(type, variables, depth, deeper),
          () => `[${deeper("item")}, ...${deeper("items")}]`,
        ];
      case "grid":
        return [
          ...this.#arrayForms(type, variables, depth, deeper),
          () => `[${deeper("numbers")}, ...${deeper("grid")}]`,
          () => `[${deeper("numbers")}]`,
          () => `${deeper("items")}.flatMap((x) => x.grid)`,
          () => `${deeper("item")}.grid`,
        ];
    }
  }

  #reduce(from: ArrayType, variables: Variables, depth: number): string {
    const [sum, item] = [this.#name(), this.#name()];
    const inner = [...variables, { name: sum, type: "number" as const }, { name: item, type: elementOf[from] as Type }];
    return `${this.#of(from, variables, depth)}.reduce((${sum}, ${item}) => ${this.#of("number", inner, depth)}, ${this.#of("number", variables, depth)})`;
  }

  #arrayForms(type: ArrayType, variables: Variables, depth: number, deeper: (type: Type) => string): (() => string)[] {
    const result = (inner: Variables): string => this.#parenthesized(this.#of(elementOf[type], inner, depth));
    return [
      () => this.#call("map", this.#pick(arrayTypes), variables, depth, result),
      () => this.#call("map", this.#pick(arrayTypes), variables, depth, result),
      () => this.#call("filter", type, variables, depth, (inner) => this.#of("boolean", inner, depth)),
      () =>
        this.#call("flatMap", this.#pick(arrayTypes), variables, depth, (inner) =>
          this.#parenthesized(this.#of(type, inner, depth)),
        ),
      () => `${deeper(type)}.slice(${this.#pick(["1", "0, 1", "-1", "s.n", "s.m, s.n", "-2, -1"])})`,
      () => `${deeper(type)}.concat(${deeper(type)})`,
      () => `${deeper(type)}.toReversed()`,
    ];
  }
}

const typeNames: Readonly<Record<Type, string>> = {
  number: "number",
  text: "string",
  boolean: "boolean",
  label: "string | null",
  item: "Item",
  numbers: "number[]",
  texts: "string[]",
  items: "Item[]",
  grid: "number[][]",
};

const leaves: Readonly<Record<Type, string[]>> = {
  number: ["s.n", "s.m", "1", "s.item.n", "LIMIT", "TABLE.high.value", "-3"],
  text: ["s.t", "s.u", "'a'", "s.item.id", "'\u{1F600}'", "''", "WORDS.join('${')"],
  boolean: ["s.ok", "true", "s.item.ok"],
  label: ["s.label", "null", "s.item.label"],
  item: ["s.item"],
  numbers: ["s.numbers", "([] as number[])", "[1, 2]"],
  texts: ["s.texts", "s.item.tags", "WORDS", "['a']"],
  items: ["s.items", "([] as Item[])", "[s.item]"],
  grid: ["s.grid", "s.item.grid", "GRID", "[s.numbers]"],
};
