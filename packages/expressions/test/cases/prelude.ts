// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates and placeholders are what this file is about.
/** The scope of the cases below, with what is easily got wrong: empty, one, null, absent, nested, beyond the BMP. */
export const prelude = `
import { text, fixed, toMillis, fromMillis, param } from "@treadle/expressions";
interface Line { readonly sku: string; readonly qty: number; readonly price: number; readonly note?: string; readonly tags: readonly string[]; readonly box: { readonly w: number } | null }
interface Order { readonly id: string; readonly total: number; readonly paid: boolean; readonly coupon: string | null; readonly note?: string; readonly lines: readonly Line[]; readonly address?: { readonly city: string; readonly zip?: string | null } | null }
interface Scope {
  readonly input: { readonly orderId: string; readonly limit: number };
  readonly order: Order;
  readonly maybe: Order | null;
  readonly names: readonly string[];
  readonly numbers: readonly number[];
  readonly matrix: readonly (readonly number[])[];
  readonly mixed: readonly (string | number | null | readonly number[])[];
  readonly nullable: readonly (string | null)[];
  readonly record: { readonly [key: string]: number };
  readonly lists: { readonly [key: string]: readonly number[] };
  readonly word: string;
  readonly pay: { readonly kind: "card"; readonly last4: string } | { readonly kind: "bank"; readonly iban: string };
  readonly either: string | readonly string[];
  readonly flags: readonly boolean[];
}
const LIMIT = 2;
const NAME = "Ada";
const rates: { readonly eu: number; readonly deep: { readonly list: readonly number[] } } = { eu: 1.25, deep: { list: [1, 2, 3] } };
const NESTED = [[1, 2], [3]];
const EMPTY: readonly number[] = [];
const table = { a: "x", "b-c": "y" } as const;
const byKey: { readonly [key: string]: number } = { a: 1 };
const TWICE = 2;
function double(n: number): number { return n * TWICE; }
const isLarge = (l: Line) => l.qty > LIMIT;
const label = (l: Line, prefix = "#") => \`\${prefix}\${l.sku}\`;
function total(lines: readonly Line[]): number { return lines.reduce((sum, l) => sum + double(l.qty), 0); }
function fact(n: number): number { return n <= 1 ? 1 : n * fact(n - 1); }
function firstNote(lines: readonly Line[]): string | undefined { return lines[0]?.note; }
function isEven(n: number): boolean { return n === 0 ? true : isOdd(n - 1); }
function isOdd(n: number): boolean { return n === 0 ? false : isEven(n - 1); }
enum Color { Red = "RED", Blue = "BLUE" }
`;

const line = { sku: "A-1", qty: 2, price: 1.5, note: "n", tags: ["x", "y"], box: { w: 3 } };
const base = {
  input: { orderId: "o-1", limit: 3 },
  order: {
    id: "o-1",
    total: 10.25,
    paid: true,
    coupon: "C",
    note: "hi",
    lines: [line, { sku: "B", qty: 5, price: 0.1, tags: [], box: null }],
    address: { city: "Köln", zip: "1" },
  },
  maybe: null,
  names: ["Ada", "Bob", "Cy"],
  numbers: [3, -1.5, 0, 7],
  matrix: [[1, 2], [], [3]],
  mixed: ["a", 1, null, [1], [], [2, 3]],
  nullable: ["a", null, ""],
  record: { a: 1, b: 2 },
  lists: { p: [1], q: [], r: [2, 3] },
  word: "a\u{1F600}b  c\u00a0",
  pay: { kind: "card", last4: "4242" },
  either: "one",
  flags: [true, false],
};

export const inputs: readonly object[] = [
  base,
  {
    ...base,
    input: { orderId: "", limit: 0 },
    order: {
      id: "\u{1F600}",
      total: 0,
      paid: false,
      coupon: null,
      lines: [{ ...line, tags: ["only"], sku: "\u{10FFFF}z" }],
      address: null,
    },
    maybe: base.order,
    names: ["\u{1F600}\u{1F600}"],
    numbers: [-2.5],
    matrix: [[1]],
    mixed: [[1]],
    nullable: [null],
    record: { only: 0 },
    lists: { one: [5] },
    word: "\u{1F600}",
    pay: { kind: "bank", iban: "DE" },
    either: ["x"],
    flags: [false],
  },
  {
    ...base,
    input: { orderId: "x".repeat(5), limit: -1 },
    order: { id: "", total: -0.5, paid: false, coupon: "", lines: [], address: { city: "", zip: null } },
    names: [],
    numbers: [],
    matrix: [],
    mixed: [],
    nullable: [],
    record: {},
    lists: {},
    word: " \t\n ",
    either: [],
    flags: [],
  },
  {
    ...base,
    order: { ...base.order, address: { city: "B" } },
    matrix: [[]],
    mixed: [[]],
    lists: { none: [] },
    word: "",
    either: ["a", "b"],
    flags: [true],
  },
];
