// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates and placeholders are what this file is about.
import fc from "fast-check";

/** The types that generated programs are made of; `label` is a text or null. */
type Type = "number" | "text" | "boolean" | "label" | "item" | "numbers" | "texts" | "items" | "grid";

const elementOf = { numbers: "number", texts: "text", items: "item", grid: "numbers" } as const;
type ArrayType = keyof typeof elementOf;
const arrayTypes = Object.keys(elementOf) as ArrayType[];
const allTypes: readonly Type[] = ["number", "text", "boolean", "label", "item", ...arrayTypes];

export const generatedPrelude = `
import { text, fixed, toMillis, fromMillis } from "@treadle/expressions";
interface Item { readonly id: string; readonly n: number; readonly ok: boolean; readonly label: string | null; readonly opt?: number; readonly note?: string | null; readonly tags: string[]; readonly grid: number[][]; readonly sub?: { readonly n: number; readonly tags: string[]; readonly inner?: { readonly id: string } | null } | null }
interface Scope { readonly n: number; readonly m: number; readonly t: string; readonly u: string; readonly ok: boolean; readonly label: string | null; readonly item: Item; readonly maybe: Item | null; readonly items: Item[]; readonly numbers: number[]; readonly texts: string[]; readonly grid: number[][]; readonly record: { readonly [key: string]: number } }
enum Level { Low = 1, High = 3 }
const LIMIT = 2;
const WORDS = ["a", "\\u{1F600}", ""];
const TABLE = { low: 1, high: { value: 7.5 } };
const GRID = [[1], [], [2, 3]];
const twice = (n: number): number => n * LIMIT;
function isOk(item: Item): boolean { return item.ok || item.n > TABLE.low; }
const idOf = (item: Item): string => item.id;
function describe(item: Item, prefix = "p"): string { return prefix + item.id; }
function sumOf(items: readonly Item[]): number { return items.reduce((sum, item) => sum + twice(item.n), 0); }
const countDown = (n: number): number => (n >= 1 && n <= 8 ? 1 + countDown(n - 1) : 0);
function noteOf(item: Item): string | null | undefined { return item.note; }
`;

const texts = fc.oneof(
  fc.constantFrom("", "a", "ab", "a b", " a ", "\u{1F600}", "a\u{1F600}b", "\u{10FFFF}", "é\u0301", "${x}", "{%"),
  fc.string({ unit: "grapheme", maxLength: 6 }).map((text) => [...text].filter(hasSettledCase).join("")),
);

/** Letters that got another case after Unicode 13, which Java 17 has, and all cased letters beyond the BMP, among them many. */
function hasSettledCase(letter: string): boolean {
  if (letter.toUpperCase() === letter && letter.toLowerCase() === letter) return true;
  return letter.length === 1 && !/[\u019b\u0264\u1c89\u1c8a\u2c2f\u2c5f\ua7c0\ua7c1\ua7cb-\ua7dc]/.test(letter);
}
const numbers = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.constantFrom(0, 0.1, 0.5, -0.5, 1.5, 2.5, 1e6, -1e9, 123456.789),
  // Not so near to 0 that a quotient is no finite number: JSONata fails there, where JavaScript goes on with Infinity.
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => (Math.abs(value) < 1e-9 ? 0 : settled(value))),
);

/** Of a number that 15 digits round to an integer, the Java engine writes the text with an exponent. */
function settled(value: number): number {
  const rounded = Number(value.toPrecision(15));
  return Number.isInteger(rounded) ? rounded : value;
}

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

/** A program as the choices that build it: fewer and smaller choices make a simpler program. */
export const choices: fc.Arbitrary<number[]> = fc.array(fc.nat({ max: 9999 }), {
  minLength: 10,
  maxLength: 150,
  size: "max",
});

export function buildProgram(made: number[]): string {
  return new ProgramBuilder(made).build();
}

export const programs: fc.Arbitrary<string> = choices.map(buildProgram);

type Variables = readonly { readonly name: string; readonly type: Type }[];
type Result = (variables: Variables, depth: number) => string;

class ProgramBuilder {
  #position = 0;
  #names = 0;
  readonly #choices: number[];

  constructor(choices: number[]) {
    this.#choices = choices;
  }

  build(): string {
    const type = this.#pick(allTypes);
    return `(s: Scope) => ${this.#pick<() => string>([
      () => this.#parenthesized(this.#any([], 3)),
      () => this.#parenthesized(this.#object([], 3)),
      () => this.#block([], 3, (inner, depth) => this.#of(type, inner, depth)),
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

  /** A block of a few statements that returns what `result` makes. */
  #block(variables: Variables, depth: number, result: Result): string {
    const statements: string[] = [];
    let inner = variables;
    for (let count = 1 + (this.#next() % 2); count > 0; count--) {
      const made = this.#statement(inner, depth - 1, result);
      statements.push(made.source);
      inner = made.variables;
    }
    return `{ ${statements.join(" ")} return ${result(inner, depth - 1)}; }`;
  }

  #statement(variables: Variables, depth: number, result: Result): { source: string; variables: Variables } {
    const [name, other] = [this.#name(), this.#name()];
    const of = (type: Type): string => this.#of(type, variables, depth);
    const withNames = (...more: Variables): Variables => [...variables, ...more];
    const returned = (): string => result(variables, depth - 1);
    return this.#pick<() => { source: string; variables: Variables }>([
      () => {
        const type = this.#pick(allTypes);
        return {
          source: `const ${name}: ${typeNames[type]} = ${of(type)};`,
          variables: withNames({ name, type }),
        };
      },
      () => ({ source: `if (${of("boolean")}) return ${returned()};`, variables }),
      () => ({
        source: `if (${of("boolean")}) { return ${returned()}; } else if (${of("boolean")}) return ${returned()};`,
        variables,
      }),
      () => ({
        source: `switch (${of("text")}) { case "a": case "b": return ${returned()}; case ${of("text")}: { return ${returned()}; } default: break; }`,
        variables,
      }),
      () => ({
        source: `switch (${of("label")}) { case null: return ${returned()}; case "a": return ${returned()}; }`,
        variables,
      }),
      () => ({
        source: `const { id: ${name}, opt: ${name}o = 7, ...${other} } = ${of("item")};`,
        variables: withNames(
          { name, type: "text" },
          { name: `${name}o`, type: "number" },
          { name: `({ ...${other}, id: ${name} })`, type: "item" },
        ),
      }),
      () => ({
        source: `const [${name} = 5, ...${other}] = ${of("numbers")};`,
        variables: withNames({ name, type: "number" }, { name: other, type: "numbers" }),
      }),
      () => ({
        source: `const { tags: [${name} = "none"], sub: _${name} = null } = ${of("item")} as Item;`,
        variables: withNames({ name, type: "text" }),
      }),
      () => ({
        source: `const ${name} = ${of("numbers")}[0]; if (${name} === undefined) return ${returned()};`,
        variables: withNames({ name, type: "number" }),
      }),
      () => ({
        source: `const [, ...${other}] = ${of("grid")};`,
        variables: withNames({ name: other, type: "grid" }),
      }),
      () => {
        const body = this.#of("number", [...variables, { name: other, type: "number" }], depth - 1);
        const calls = { name: `${name}(${this.#pick(["s.n", "1", "LIMIT"])})`, type: "number" as const };
        return { source: `const ${name} = (${other}: number): number => ${body};`, variables: withNames(calls) };
      },
      () => ({
        source: `function ${name}(${other}: number): string { return ${other} >= 1 && ${other} < 5 ? ${of("text")} + ${name}(${other} - 1) : "."; }`,
        variables: withNames({ name: `${name}(${this.#pick(["s.n", "3"])})`, type: "text" }),
      }),
    ])();
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
    const isBlock = depth > 0 && this.#next() % 8 === 0;
    const made = isBlock ? this.#block(inner, depth, (all) => body(all)) : body(inner);
    return `${this.#of(from, variables, depth)}.${method}((${name}${withIndex ? `, ${index}` : ""}) => ${made})`;
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
          () => `((${deeper("number")}) ** 2)`,
          () => `${deeper("text")}.indexOf(${this.#pick([deeper("text"), "'a'", "''"])})`,
          () => `${deeper("texts")}.indexOf(${deeper("text")})`,
          () => `${deeper("numbers")}.indexOf(${deeper("number")})`,
          () => test("findIndex", from()),
          () => `(${test("findLast", "numbers")} ?? ${deeper("number")})`,
          () => `Number(${this.#pick(["'12.5'", "' -07.50e1 '", "''", "s.ok", "'+.5'", "fixed(s.n, 2)", "'5.'"])})`,
          () => `parseInt(${this.#pick(["'12px'", "' -007.9'", "fixed(s.n, 1)"])}, 10)`,
          () => `parseFloat(${this.#pick(["'12.5px'", "'-.5'", "fixed(s.m, 3) + 'x'"])})`,
          () => `twice(${deeper("number")})`,
          () => `sumOf(${deeper("items")})`,
          () => `countDown(${deeper("number")})`,
          () => `toMillis(fromMillis(Math.trunc(s.n) * 1000))`,
          () => `(${this.#pick(["Level.High", "Level.Low"])} * ${deeper("number")})`,
          () => `${deeper("texts")}.lastIndexOf(${deeper("text")})`,
          () => test("findLastIndex", from()),
          () => `Math.sqrt(${deeper(from())}.length)`,
          () => `(-(${deeper("number")}))`,
          () => `(s.numbers.length ${this.#pick(["> 0", "!== 0", "> 1"])} ? s.numbers[0] : ${deeper("number")})`,
          () => `(s.numbers.length === 0 ? ${deeper("number")} : s.numbers[s.numbers.length - 1])`,
          () =>
            `(s.items.length > 0 ? Math.${this.#pick(["max", "min"])}(...s.items.map((x) => ${this.#of("number", [...variables, { name: "x", type: "item" }], depth)})) : 0)`,
          () => `("a" in s.record ? s.record.a : ${deeper("number")})`,
          () => `(s.item.opt !== undefined ? s.item.opt! : ${deeper("number")})`,
          () => `(${deeper("numbers")}.length > 0 ? 1 : 0)`,
          () => this.#fold(from(), variables, depth),
          () => `Math.${this.#pick(["ceil", "sign", "round"])}(${deeper("number")} / 4)`,
          () => `(JSON.parse("[1.5, -2]") as number[]).length`,
          () => `Math.pow(${deeper("number")}, 3)`,
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
          () =>
            `(s.maybe?.label?.${this.#pick(["toUpperCase()", "toLowerCase()", "replaceAll('a', 'b')", "split(' ').join('-')"])} ?? ${deeper("text")})`,
          () => `${deeper("texts")}.join(${this.#pick(["", "''", "', '", "s.t"])})`,
          () => `${deeper("text")}.${this.#pick(["toUpperCase", "toLowerCase", "trim", "trimStart", "trimEnd"])}()`,
          () => `${deeper("text")}.slice(${this.#pick(["0, 2", "1", "-1", "1, -1", "0, s.n", "s.m", "-3, -1"])})`,
          () => `text(${this.#pick(["s.n", "s.m", "0.1 + 0.2"])})`,
          () => `fixed(s.n, ${this.#pick(["0", "1", "2", "5"])})`,
          () => `(${deeper("texts")}[0] ?? ${deeper("text")})`,
          () => `String(${deeper("boolean")})`,
          () =>
            `${deeper("text")}.${this.#pick(["replace", "replaceAll"])}(${this.#pick(["'a'", "' '", "'\u{1F600}'", "'a b'"])}, ${this.#pick(["'-'", "''", `() => ${deeper("text")}`])})`,
          () =>
            `${deeper("text")}.replace(${this.#pick(["/[a-c]+/", "/\\s+/g", "/\\d/g", "/(a|b)+/gi", "/^ +/", "/[^a-z]+/g"])}, ${this.#pick(["'-'", "''"])})`,
          () =>
            `${deeper("text")}.${this.#pick(["padStart", "padEnd"])}(${this.#pick(["3", "8", "s.texts.length"])}, ${this.#pick(["'0'", "' '"])})`,
          () => `${deeper("text")}.repeat(${this.#pick(["0", "1", "3", "s.texts.length"])})`,
          () => `${deeper("text")}.substring(${this.#pick(["1", "0, 2", "1, 3", "2, 2"])})`,
          () => `(${deeper("text")}.at(${this.#pick(["0", "-1", "2"])}) ?? ${deeper("text")})`,
          () =>
            `(${deeper("text")}.match(${this.#pick(["/[a-z]+/", "/a(.*)b/", "/(a)( *)/"])})?.${this.#pick(["[0]", "at(-1)"])} ?? ${deeper("text")})`,
          () => `describe(${deeper("item")}${this.#pick(["", ", s.t"])})`,
          () => `(noteOf(${deeper("item")}) ?? ${deeper("text")})`,
          () => `fromMillis(Math.floor(s.n) * 86400000)`,
          () => `JSON.stringify({ a: ${deeper("boolean")}, b: [null, { c: ${deeper("boolean")} }] })`,
          () => `encodeURIComponent(${this.#pick(["s.t", "s.item.id", "'a b/\u{1F600}'"])})`,
          () => `(${test("findLast", "texts")} ?? ${deeper("text")})`,
          () => `Object.keys(Object.groupBy(${deeper("items")}, (x) => (x.ok ? "yes" : "no"))).toSorted().join()`,
          () => `(typeof s.label === "string" ? s.label : ${deeper("text")})`,
          () => `(typeof s.item.note === "undefined" ? ${deeper("text")} : (s.item.note ?? "none"))`,
          () => `(${deeper("text")}[${this.#pick(["0", "1", "s.texts.length"])}] ?? ${deeper("text")})`,
          () => `${deeper("text")}.charAt(${this.#pick(["0", "2", "s.items.length"])})`,
          () => `${deeper("text")}.concat(${deeper("text")})`,
          () =>
            `${deeper("text")}.replace(${this.#pick(["/([a-c])( ?)/g", "/([a-c])( ?)/"])}, ${this.#pick(['"$2$1"', '"[$&]"', '"$$1"'])})`,
          () => `${deeper("text")}.${this.#pick(["toUpperCase", "toLowerCase", "trimStart", "trimEnd", "trim"])}()`,
          () => `(s.texts.length > 0 ? s.texts[0]! : ${deeper("text")})`,
          () => `(${deeper("text")} satisfies string)`,
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
          () =>
            `(s.maybe?.label?.${this.#pick(["startsWith('a')", "includes('a')", "endsWith('a')"])} ?? ${deeper("boolean")})`,
          () =>
            `${this.#pick(["/^[a-z]*$/", "/\\s/", "/a.*b/", "/^(a|b| )+$/i", "/[^a]+$/", "/\\d{2,3}/"])}.test(${deeper("text")})`,
          () =>
            `Boolean(${this.#pick(["s.label", "s.n", "s.t", "s.item.opt", "s.item.note", "s.item.sub", "s.maybe"])})`,
          () => `isOk(${deeper("item")})`,
          () => `(${deeper("text")}.match(/[a-c]+/) ${this.#pick(["===", "!=="])} null)`,
          () => `(${deeper("label")} == null)`,
          () => `Object.hasOwn(${this.#pick(["s.record", "s.item"])}, ${this.#pick(["'a'", "'opt'", "'x y'"])})`,
          () => `Number.isInteger(${deeper("number")})`,
          () =>
            `(typeof ${deeper("label")} ${this.#pick(["===", "!=="])} ${this.#pick(['"object"', '"string"', '"undefined"'])})`,
          () => `(${deeper("number")} ${this.#pick(["<=", ">="])} ${deeper("number")})`,
          () => `(${deeper("boolean")} || (${deeper("boolean")} && true))`,
          () => `Array.isArray(${deeper("grid")}[0])`,
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
          () =>
            `${deeper("numbers")}.toSorted((a, b) => ${this.#pick(["a - b", "b - a", "(a < b ? 1 : a > b ? -1 : 0)"])})`,
          () => `Object.values(Object.fromEntries(${deeper("items")}.map((x) => [x.id, x.n]))).slice(0, 1)`,
          () =>
            `Array.from({ length: ${this.#pick(["2", "s.texts.length", "s.items.length + 1"])} }, (_, i) => ${deeper("number")} + i)`,
          () => `${deeper("numbers")}.map(twice)`,
          () => `(JSON.parse("[1.5, -2]") as number[])`,
          () => `${deeper("grid")}.flat()`,
          () => `${deeper("numbers")}.slice().${this.#pick(["reverse()", "sort((a, b) => a - b)"])}`,
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
          () => `${deeper("texts")}.toSorted(${this.#pick(["", "(a, b) => (a < b ? 1 : a > b ? -1 : 0)"])})`,
          () => `[...new Set(${deeper("texts")})]`,
          () => `(${deeper("text")}.match(${this.#pick(["/[a-z]/g", "/a|b/g"])}) ?? [])`,
          () => `${deeper("items")}.map(idOf)`,
          () => `${deeper("text")}.split(${this.#pick(["/ /", "/[ ,]+/", "/a|b/"])})`,
          () => `${deeper("items")}.map((x) => x.tags).flat()`,
          () => `Array.from(${deeper("texts")}, (x, i) => i + x)`,
          () => `${deeper("items")}.map((x) => describe(x))`,
          () => `Array.from({ length: ${this.#pick(["1", "s.numbers.length"])} }, () => ${deeper("text")})`,
        ];
      case "items":
        return [
          ...this.#arrayForms(type, variables, depth, deeper),
          () => `[${deeper("item")}, ...${deeper("items")}]`,
          () => `${deeper("items")}.filter(isOk)`,
          () =>
            `${deeper("items")}.toSorted((a, b) => ${this.#pick(["a.n - b.n", "b.tags.length - a.tags.length", "(a.id < b.id ? -1 : a.id > b.id ? 1 : 0)", "a.tags.length - b.tags.length || b.n - a.n", "(a.ok === b.ok ? 0 : a.ok ? -1 : 1) || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)", "(a.id < b.id ? -1 : 1)"])})`,
          () => `(Object.groupBy(${deeper("items")}, (x) => (x.ok ? "yes" : "no")).yes ?? [])`,
        ];
      case "grid":
        return [
          ...this.#arrayForms(type, variables, depth, deeper),
          () => `[${deeper("numbers")}, ...${deeper("grid")}]`,
          () => `${deeper("grid")}.toSorted((a, b) => a.length - b.length)`,
          () => `Array.from({ length: ${this.#pick(["1", "s.numbers.length"])} }, () => ${deeper("numbers")})`,
          () =>
            `Object.values(Object.groupBy(${deeper("numbers")}, (x) => (x > 1 ? "more" : "less"))).map((x) => x ?? []).toSorted((a, b) => a.length - b.length).slice(0, 1)`,
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

  /** A fold that is printed as one of JSONata's own. */
  #fold(from: ArrayType, variables: Variables, depth: number): string {
    const [sum, item] = [this.#name(), this.#name()];
    const inner = [...variables, { name: item, type: elementOf[from] as Type }];
    const array = this.#of(from, variables, depth);
    return this.#pick<() => string>([
      () =>
        `${array}.reduce((${sum}, ${item}) => Math.${this.#pick(["max", "min"])}(${sum}, ${this.#of("number", inner, depth)}), ${this.#of("number", variables, depth)})`,
      () => `s.items.reduce((${sum}, ${item}) => Math.max(${sum}, ${item}.n), ${this.#pick(["0", "-5", "s.n"])})`,
      () =>
        `s.items.reduce((${sum}, ${item}) => ${sum} + ${item}.tags.length, ${this.#pick(["0", "1", "s.texts.length"])})`,
    ])();
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
