// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates and placeholders are what this file is about.
/** The scope of the cases below, with what is easily got wrong: empty, one, null, absent, nested, beyond the BMP. */
export const prelude = `
import { text, fixed } from "@treadle/expressions";
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

export interface Case {
  readonly source: string;
  readonly jsonata: string;
}

const rows: readonly (readonly [source: string, jsonata: string])[] = [
  ["s.order.id", "$order.id"],
  ["({ ...s.order, id: 1 })", '$merge([$order, {"id": 1}])'],
  ["({ id: s.order.id, lines: s.order.lines })", '{"id": $order.id, "lines": $order.lines}'],
  ["({})", "{}"],
  ["[]", "[]"],
  ["[s.order.id]", "[$order.id]"],
  ["[s.names]", "[[$names]]"],
  ["[s.names, s.order.id]", "[[$names], $order.id]"],
  ["[...s.names, s.order.id, ...s.names]", "[$names, $order.id, $names]"],
  ["[[s.names], [], [[]]]", "[[[$names]], [], [[]]]"],
  ["[s.matrix, ...s.matrix]", "[[$matrix], $matrix]"],
  ["[s.either]", '[$type($either) = "array" ? [[$either]] : $either]'],
  ["[...s.numbers.map((n) => n + 1), 0]", "[$map($numbers, function($n) { $n + 1 }), 0]"],
  ["s.order.coupon", "$order.coupon"],
  ["s.order.coupon ?? 'none'", '$order.coupon != null ? $order.coupon : "none"'],
  ["s.order.note ?? 'none'", '$exists($order.note) ? $order.note : "none"'],
  ["s.order.address?.city ?? 'nowhere'", '$exists($order.address.city) ? $order.address.city : "nowhere"'],
  ["s.order.address?.zip ?? null", "$order.address.zip != null ? $order.address.zip : null"],
  ["s.order.address?.zip?.length ?? -1", '$order.address.zip != null ? $count($split($order.address.zip, "")) : -1'],
  ["s.maybe?.lines.length ?? 0", "$maybe.lines != null ? $count($maybe.lines) : 0"],
  ["s.maybe?.lines.map((l) => l.sku) ?? []", "$maybe.lines != null ? [$maybe.lines.sku] : []"],
  ["s.maybe?.lines[0]?.sku ?? 'no'", '($value := $maybe.lines[0].sku; $exists($value) ? $value : "no")'],
  [
    "s.maybe?.lines.find((l) => l.qty > 1)?.sku ?? null",
    "($value := $maybe.lines[qty > 1][0].sku; $exists($value) ? $value : null)",
  ],
  ["s.order.lines.map((l) => l.sku)", "[$order.lines.sku]"],
  ["s.order.lines.map((l) => l.tags)", "[$map($order.lines, function($l) { $l.tags })[]]"],
  ["s.order.lines.map((l) => l.box)", "[$order.lines.box]"],
  [
    "s.order.lines.map((l) => l.box?.w ?? null)",
    "[$map($order.lines, function($l) { $exists($l.box.w) ? $l.box.w : null })]",
  ],
  ["s.order.lines.map((l, i) => ({ ...l, i }))", '[$map($order.lines, function($l, $i) { $merge([$l, {"i": $i}]) })]'],
  [
    "s.order.lines.map(({ sku, qty: q, note = '-' }) => ({ sku, q, note }))",
    '[$map($order.lines, function($item) { {"sku": $item.sku, "q": $item.qty, "note": $exists($item.note) ? $item.note : "-"} })]',
  ],
  [
    "s.order.lines.map((l) => l.note ?? 'x')",
    '[$map($order.lines, function($l) { $exists($l.note) ? $l.note : "x" })]',
  ],
  ["s.order.lines.filter((l) => l.qty > LIMIT)", "[$order.lines[qty > 2]]"],
  [
    "s.order.lines.filter((l) => l.qty > s.input.limit && l.box !== null).map((l) => l.sku)",
    "[$order.lines[qty > $input.limit and box != null].sku]",
  ],
  [
    "s.order.lines.filter((l) => l.tags.includes('x')).map((l) => l.tags)",
    '[$map($order.lines["x" in tags], function($l) { $l.tags })[]]',
  ],
  ["s.order.lines.filter((l) => l.note === undefined)", "[$order.lines[$not($exists(note))]]"],
  [
    "s.order.lines.filter((l) => l.tags.some((t) => t === l.sku))",
    "[$filter($order.lines, function($l) { $exists($filter($l.tags, function($t) { $t = $l.sku })) })]",
  ],
  [
    "s.order.lines.filter((l) => s.names.every((n) => n !== 'x'))",
    '[$order.lines[$not($exists($filter($names, function($n) { $not($n != "x") })))]]',
  ],
  ["s.order.lines.filter((l, i) => i > 0)", "[$filter($order.lines, function($l, $i) { $i > 0 })]"],
  ["s.order.lines.flatMap((l) => l.tags)", "$reduce($order.lines, function($all, $l) { $append($all, $l.tags) }, [])"],
  [
    "s.order.lines.flatMap((l) => [[l.qty]])",
    "$reduce($order.lines, function($all, $l) { $append($all, [[$l.qty]]) }, [])",
  ],
  ["s.matrix.flatMap((m) => m)", "$reduce($matrix, function($all, $m) { $append($all, $m) }, [])"],
  ["s.numbers.flatMap((n, i) => i)", "$reduce($numbers, function($all, $n, $i) { $append($all, $i) }, [])"],
  [
    "s.order.lines.reduce((sum, l) => sum + l.qty * l.price, 0)",
    "$reduce($order.lines, function($sum2, $l) { $sum2 + $l.qty * $l.price }, 0)",
  ],
  [
    "s.numbers.reduce<number[]>((all, n, i) => [...all, n * i], [])",
    "$reduce($numbers, function($all, $n, $i) { [$all, $n * $i] }, [])",
  ],
  ["s.order.lines.some((l) => l.qty > 4)", "$exists($order.lines[qty > 4])"],
  ["s.nullable.some((n) => n === null)", "$exists($filter($nullable, function($n) { $n = null }))"],
  ["s.matrix.some((m) => m.length === 0)", "$exists($filter($matrix, function($m) { $count($m) = 0 })[])"],
  ["s.order.lines.every((l) => l.qty > 1)", "$not($exists($order.lines[$not(qty > 1)]))"],
  ["s.order.lines.every((l) => !(l.qty > 1))", "$not($exists($order.lines[qty > 1]))"],
  ["s.matrix.every((m) => m.length > 0)", "$not($exists($filter($matrix, function($m) { $not($count($m) > 0) })[]))"],
  ["s.flags.every((f) => f)", "$not($exists($filter($flags, function($f) { $not($f) })))"],
  [
    "s.order.lines.find((l) => l.sku === 'B')?.qty ?? 0",
    '($value := $order.lines[sku = "B"][0].qty; $exists($value) ? $value : 0)',
  ],
  [
    "s.matrix.find((m) => m.length < 2) ?? null",
    "($value := $filter($matrix, function($m) { $count($m) < 2 })[][0]; $exists($value) ? $value : null)",
  ],
  [
    "s.nullable.find((n) => n !== 'a') ?? 'none'",
    '($value := $filter($nullable, function($n) { $n != "a" })[0]; $value != null ? $value : "none")',
  ],
  [
    "s.order.lines.filter((l) => l.qty > 1).find((l) => l.qty > 2) ?? null",
    "($value := [$order.lines[qty > 1][qty > 2]][0]; $exists($value) ? $value : null)",
  ],
  [
    "s.order.lines.map((l) => ({ a: l })).map((x) => x.a).find((l) => l.qty > 2)?.sku ?? '-'",
    '($value := ([[$map($order.lines, function($l) { {"a": $l} })].a[qty > 2]][0]).sku; $exists($value) ? $value : "-")',
  ],
  ["s.matrix.map((m) => m)", "[$map($matrix, function($m) { $m })[]]"],
  [
    "s.matrix.map((m) => m.map((n) => n * 2))",
    "[$map($matrix, function($m) { [$map($m, function($n) { $n * 2 })] })[]]",
  ],
  ["s.matrix.filter((m) => m.length > 0)", "[$filter($matrix, function($m) { $count($m) > 0 })[]]"],
  ["s.matrix.map((m) => m.length)", "[$map($matrix, function($m) { $count($m) })]"],
  ["s.mixed.map((m) => m)", "[$map($mixed, function($m) { $m })[]]"],
  ["s.mixed.map((m) => [m])", '[$map($mixed, function($m) { [$type($m) = "array" ? [[$m]] : $m] })[]]'],
  ["s.mixed.filter((m) => Array.isArray(m))", '[$filter($mixed, function($m) { $type($m) = "array" })[]]'],
  [
    "s.mixed.map((m) => typeof m === 'string' ? m : typeof m === 'number' ? 'n' : m === null ? 'null' : 'array')",
    '[$map($mixed, function($m) { $type($m) = "string" ? $m : $type($m) = "number" ? "n" : $m = null ? "null" : "array" })]',
  ],
  ["s.mixed.map((m) => typeof m !== 'string')", '[$map($mixed, function($m) { $not($type($m) = "string") })]'],
  ["s.nullable.map((n) => n)", "[$map($nullable, function($n) { $n })]"],
  ["s.nullable.filter((n) => n !== null)", "[$filter($nullable, function($n) { $n != null })]"],
  ["s.nullable.includes(null)", "null in $nullable"],
  ["s.names.includes(NAME)", '"Ada" in $names'],
  ["s.mixed.includes('a')", '"a" in $mixed'],
  ["s.names.join()", '$join($names, ",")'],
  ["s.names.join(' - ')", '$join($names, " - ")'],
  ["s.names.slice(1)", "[$filter($names, function($item, $index) { $index >= 1 })]"],
  ["s.matrix.slice(0, 1)", "[$filter($matrix, function($item, $index) { $index < 1 })[]]"],
  [
    "s.matrix.slice(-2, -1)",
    "[$filter($matrix, function($item, $index) { $index >= $count($matrix) - 2 and $index < $count($matrix) - 1 })[]]",
  ],
  [
    "s.names.slice(s.input.limit)",
    "($end := $input.limit <= -1 ? $count($names) + $ceil($input.limit) : $floor($input.limit); [$filter($names, function($item, $index) { $index >= $end })])",
  ],
  [
    "s.numbers.slice(s.order.total, s.input.limit)",
    "($end := $order.total <= -1 ? $count($numbers) + $ceil($order.total) : $floor($order.total); ($end2 := $input.limit <= -1 ? $count($numbers) + $ceil($input.limit) : $floor($input.limit); [$filter($numbers, function($item, $index) { $index >= $end and $index < $end2 })]))",
  ],
  ["s.names.slice()", "$names"],
  ["s.names.concat(s.names, 'x')", '$append($append($names, $names), "x")'],
  ["s.matrix.concat([[9]])", "$append($matrix, [[9]])"],
  ["s.names.at(-1) ?? null", "($value := $names[(-1)]; $exists($value) ? $value : null)"],
  ["s.matrix.at(0) ?? null", "($value := $matrix[0]; $exists($value) ? $value : null)"],
  ["s.matrix.at(0)?.at(-1) ?? null", "($value := $matrix[0][(-1)]; $exists($value) ? $value : null)"],
  ["s.names[0] ?? null", "($value := $names[0]; $exists($value) ? $value : null)"],
  [
    "s.names[s.numbers.length] ?? null",
    "($value := ($index := $count($numbers); $names[$index]); $exists($value) ? $value : null)",
  ],
  [
    "s.names[s.input.limit] ?? null",
    "($value := $input.limit >= 0 and $floor($input.limit) = $input.limit ? $names[$input.limit] : [][0]; $exists($value) ? $value : null)",
  ],
  ["s.matrix[0]?.[0] ?? null", "($value := $matrix[0][0]; $exists($value) ? $value : null)"],
  [
    "s.matrix[s.matrix.length - 1]?.[0] ?? null",
    "($value := ($index := $count($matrix) - 1; $index >= 0 ? $matrix[$index] : [][0])[0]; $exists($value) ? $value : null)",
  ],
  [
    "s.matrix.map((m, i) => s.matrix[i]?.[i] ?? null)",
    "[$map($matrix, function($m, $i) { ($value := ($matrix[$i])[$i]; $exists($value) ? $value : null) })]",
  ],
  [
    "s.matrix.map((m, i) => s.matrix[i] ?? [])",
    "[$map($matrix, function($m, $i) { ($value := $matrix[$i]; $exists($value) ? $value : []) })[]]",
  ],
  [
    "s.matrix.map((m, i) => m[i] ?? -1)",
    "[$map($matrix, function($m, $i) { ($value := $m[$i]; $exists($value) ? $value : -1) })]",
  ],
  ["s.names.toReversed()", "$reverse($names)"],
  ["s.matrix.toReversed()", "$reverse($matrix)"],
  ["s.names.length + 1", "$count($names) + 1"],
  ["s.word.length", '$count($split($word, ""))'],
  ["s.word.length === 0", '$count($split($word, "")) = 0'],
  ["`${s.order.id}: ${s.names.length} of ${s.order.paid}`", '$order.id & ": " & $count($names) & " of " & $order.paid'],
  ["`${s.names.length}`", "$string($count($names))"],
  ["`$${s.word}{`", '"$" & $word & "{"'],
  ["'${x} %{y} {% z %}'", '"$" & "{x} %" & "{y} {" & "% z %" & "}"'],
  ["({ '${k}': 1 })", '{"$" & "{k}": 1}'],
  ["s.order.id + '-' + s.names.length", '$order.id & "-" & $count($names)'],
  ["1 + s.names.length + s.order.id", "1 + $count($names) & $order.id"],
  ["s.order.id + (1 + s.names.length)", "$order.id & (1 + $count($names))"],
  ["s.names.map((n, i) => `${i + 1}. ${n}`)", '[$map($names, function($n, $i) { $i + 1 & ". " & $n })]'],
  ["text(s.order.total)", "$string($order.total)"],
  ["text(0.1 + 0.2)", "$string(0.30000000000000004)"],
  ["fixed(s.order.total, 1)", '$formatNumber($round($order.total, 1), "0.0")'],
  ["s.numbers.map((n) => fixed(n, 0))", '[$map($numbers, function($n) { $formatNumber($round($n, 0), "0") })]'],
  ["fixed(s.order.total, 2) + ' EUR'", '$formatNumber($round($order.total, 2), "0.00") & " EUR"'],
  ["s.order.total * 2 - 1 / 4 + -s.input.limit", "$order.total * 2 - 0.25 + -$input.limit"],
  [
    "(s.order.total - (s.input.limit - 1)) * (2 + s.input.limit)",
    "($order.total - ($input.limit - 1)) * (2 + $input.limit)",
  ],
  ["s.input.limit % 2", "$input.limit % 2"],
  ["s.order.total ** 2", "$power($order.total, 2)"],
  ["s.names.length > 0 ? s.order.total / s.names.length : 0", "$count($names) > 0 ? $order.total / $count($names) : 0"],
  ["s.input.limit !== 0 && s.order.total / s.input.limit > 1", "$input.limit != 0 and $order.total / $input.limit > 1"],
  ["s.order.total * rates.eu", "$order.total * 1.25"],
  ["s.order.total < 5 || s.order.paid", "$order.total < 5 or $order.paid"],
  ["!s.order.paid && !(s.order.total > 5)", "$not($order.paid) and $not($order.total > 5)"],
  ["s.order.id < s.input.orderId", "$order.id < $input.orderId"],
  ["s.order.coupon === null", "$order.coupon = null"],
  [
    "s.order.coupon !== null ? s.order.coupon.length : 0",
    '$order.coupon != null ? $count($split($order.coupon, "")) : 0',
  ],
  ["s.order.note !== undefined ? s.order.note : 'none'", '$exists($order.note) ? $order.note : "none"'],
  ["s.order.note === 'hi'", '$order.note = "hi"'],
  ["s.order.note !== 'hi'", '$not($order.note = "hi")'],
  ["s.order.address?.zip !== null", "$not($order.address.zip = null)"],
  ["s.order.address == null", "$not($order.address != null)"],
  ["s.order.address?.zip != null", "$order.address.zip != null"],
  [
    "s.order.note === s.order.address?.zip",
    "$exists($order.note) ? $order.note = $order.address.zip : $not($exists($order.address.zip))",
  ],
  [
    "s.order.lines.map((l) => l.note !== s.order.note)",
    "[$map($order.lines, function($l) { $not($exists($l.note) ? $l.note = $order.note : $not($exists($order.note))) })]",
  ],
  ["s.pay.kind === 'card' ? s.pay.last4 : s.pay.iban", '$pay.kind = "card" ? $pay.last4 : $pay.iban'],
  ["'last4' in s.pay", '$exists($lookup($pay, "last4"))'],
  ["s.order.paid === true", "$order.paid = true"],
  ["s.order.paid ? 'a' : s.order.total > 5 ? 'b' : 'c'", '$order.paid ? "a" : $order.total > 5 ? "b" : "c"'],
  ["(s.order.paid ? s.names : s.nullable).length", "$count($order.paid ? $names : $nullable)"],
  ["Object.keys(s.record)", "[$keys($record)]"],
  ["Object.values(s.record)", "[$each($record, function($value) { $value })]"],
  ["Object.values(s.lists)", "[$each($lists, function($value) { $value })[]]"],
  ["Object.entries(s.record)", "[$each($record, function($value, $key) { [$key, $value] })[]]"],
  ["Object.entries(s.lists)", "[$each($lists, function($value, $key) { [$key, [$value]] })[]]"],
  [
    "Object.entries(s.record).map(([key, value]) => ({ key, value }))",
    '[$map([$each($record, function($value, $key) { [$key, $value] })[]], function($item) { {"key": $item[0], "value": $item[1]} })]',
  ],
  [
    "Object.entries(s.lists).map(([key, value]) => ({ key, value }))",
    '[$map([$each($lists, function($value, $key) { [$key, [$value]] })[]], function($item) { {"key": $item[0], "value": $item[1]} })]',
  ],
  ["Object.keys(s.record).length", "$count([$keys($record)])"],
  ["s.record.a ?? 0", "$exists($record.a) ? $record.a : 0"],
  ["s.record[s.order.id] ?? -1", "($value := $lookup($record, $order.id); $exists($value) ? $value : -1)"],
  [
    "Array.isArray(s.either) ? s.either.length : s.either.length + 100",
    '$type($either) = "array" ? $count($either) : ($type($either) = "array" ? $count($either) : $count($split($either, ""))) + 100',
  ],
  ["Array.isArray(s.maybe?.lines)", '$type($maybe.lines) = "array"'],
  ["s.numbers.map((n) => Math.floor(n))", "[$map($numbers, function($n) { $floor($n) })]"],
  [
    "s.numbers.map((n) => [Math.ceil(n), Math.abs(n), Math.round(n), Math.trunc(n), Math.sign(n)])",
    "[$map($numbers, function($n) { [$ceil($n), $abs($n), $floor($n) + ($n - $floor($n) >= 0.5 ? 1 : 0), $n < 0 ? $ceil($n) : $floor($n), $n > 0 ? 1 : $n < 0 ? -1 : 0] })[]]",
  ],
  ["Math.max(0, ...s.numbers)", "$max([0, $numbers])"],
  ["Math.min(s.order.total, s.input.limit)", "$min([$order.total, $input.limit])"],
  ["s.word.toUpperCase() + s.word.toLowerCase()", "$uppercase($word) & $lowercase($word)"],
  [
    "s.word.trim()",
    '$replace($word, /^[\\u0009-\\u000d\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+|[\\u0009-\\u000d\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+$/, "")',
  ],
  [
    "[s.word.trimStart(), s.word.trimEnd()]",
    '[$replace($word, /^[\\u0009-\\u000d\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+/, ""), $replace($word, /[\\u0009-\\u000d\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+$/, "")]',
  ],
  ["s.word.startsWith('a')", '$substring($word, 0, 1) = "a"'],
  ["s.word.startsWith('😀')", '$substring($word, 0, 1) = "😀"'],
  ["s.word.startsWith('')", '$substring($word, 0, 0) = ""'],
  ["s.word.startsWith(s.order.id)", '$contains($word, $order.id) and $substringBefore($word, $order.id) = ""'],
  [
    "s.word.endsWith('c\u00a0')",
    '$join([$filter($split($word, ""), function($unit, $index) { $index >= $count($split($word, "")) - 2 })]) = "c\u00a0"',
  ],
  [
    "s.word.endsWith(s.order.id)",
    '$join([$filter($split($word, ""), function($unit, $index) { $index >= $count($split($word, "")) - $count($split($order.id, "")) })]) = $order.id',
  ],
  [
    "s.word.endsWith('😀')",
    '$join([$filter($split($word, ""), function($unit, $index) { $index >= $count($split($word, "")) - 2 })]) = "😀"',
  ],
  ["s.word.includes(s.order.id)", "$contains($word, $order.id)"],
  ["s.word.split(' ')", '$split($word, " ")'],
  ["s.word.split('').length", '$count($split($word, ""))'],
  ["s.word.slice(0, 3)", '$join($split($word, "", 3))'],
  ["s.word.slice(1)", '$join([$filter($split($word, ""), function($unit, $index) { $index >= 1 })])'],
  [
    "s.word.slice(-2)",
    '$join([$filter($split($word, ""), function($unit, $index) { $index >= $count($split($word, "")) - 2 })])',
  ],
  [
    "s.word.slice(1, -1)",
    '$join([$filter($split($word, ""), function($unit, $index) { $index >= 1 and $index < $count($split($word, "")) - 1 })])',
  ],
  ["LIMIT", "2"],
  ["NESTED", "[[1, 2], [3]]"],
  ["[NESTED, ...NESTED]", "[[[1, 2], [3]], [1, 2], [3]]"],
  ["[...NESTED, s.names]", "[[1, 2], [3], [$names]]"],
  ["NESTED.map((n) => n.length)", "[$map([[1, 2], [3]], function($n) { $count($n) })]"],
  ["EMPTY", "[]"],
  ["[...EMPTY, 1]", "[1]"],
  ["EMPTY.map((n) => n + 1)", "[$map([], function($n) { $n + 1 })]"],
  ["rates.deep.list.map((n) => n * LIMIT)", "[$map([1, 2, 3], function($n) { $n * 2 })]"],
  ["table['b-c'] + table.a", '"yx"'],
  ["byKey.zzz ?? byKey.a ?? 0", "($value := 1; $exists($value) ? $value : 0)"],
  ["table[s.order.paid ? 'a' : 'b-c']", '$lookup({"a": "x", "b-c": "y"}, $order.paid ? "a" : "b-c")'],
  ["Color.Blue", '"BLUE"'],
  ["s.word === Color.Red", '$word = "RED"'],
  [
    "({ a: 1, ...(s.order.paid && { b: 2 }), [s.order.id]: 3, c: [1] })",
    '$merge([{"a": 1}, $order.paid ? {"b": 2} : {}, {$order.id: 3}, {"c": [1]}])',
  ],
  ["({ ...s.order, lines: [] as number[] })", '$merge([$order, {"lines": []}])'],
  [
    "({ nested: { list: [1, s.order.id, { a: null }], flag: true } })",
    '{"nested": {"list": [1, $order.id, {"a": null}], "flag": true}}',
  ],
  [
    "{ const n = s.names.length; const double = n * 2; return { n, double }; }",
    '($n := $count($names); $double := $n * 2; {"n": $n, "double": $double})',
  ],
  [
    "{ if (s.order.paid) return 'paid'; if (s.order.total > 0) { return 'open'; } else { const t = s.order.total; return t; } }",
    '$order.paid ? "paid" : $order.total > 0 ? "open" : $order.total',
  ],
  [
    "{ const total = s.order.lines.reduce((sum, line) => sum + line.qty, 0); if (total === 0) return 0; return s.order.total / total; }",
    "($total := $reduce($order.lines, function($sum2, $line) { $sum2 + $line.qty }, 0); $total = 0 ? 0 : $order.total / $total)",
  ],
  [
    "{ const { id, lines, note = 'none' } = s.order; return { id, note, count: lines.length }; }",
    '{"id": $order.id, "note": $exists($order.note) ? $order.note : "none", "count": $count($order.lines)}',
  ],
  [
    "{ const first = s.order.lines.find((l) => l.qty > 0); if (first === undefined) return null; return first.sku; }",
    "($first := $order.lines[qty > 0][0]; $not($exists($first)) ? null : $first.sku)",
  ],
  [
    "{ const order = s.order.lines.map((order) => order.sku + s.order.id); return order; }",
    "[$map($order.lines, function($order2) { $order2.sku & $order.id })]",
  ],
  [
    "s.names.map((count) => [count, s.names.length])",
    "[$map($names, function($count2) { [$count2, $count($names)] })[]]",
  ],
  [
    "s.matrix.map((x) => x.map((y) => s.matrix.map((x) => x.length + y)))",
    "[$map($matrix, function($x) { [$map($x, function($y) { [$map($matrix, function($x2) { $count($x2) + $y })] })[]] })[]]",
  ],
  ["s.names[0]! === undefined ? 1 : 2", "$not($exists($names[0])) ? 1 : 2"],
  ["(s.order.note as string | undefined) ?? ('x' satisfies string)", '$exists($order.note) ? $order.note : "x"'],
  ["s.order.lines.map(function (l) { return l.sku; })", "[$map($order.lines, function($l) { $l.sku })]"],
  [
    "s.order.lines.map((l) => { if (l.box === null) return null; return l.box.w; })",
    "[$map($order.lines, function($l) { $l.box = null ? null : $l.box.w })]",
  ],
  [
    "s.order.lines.length > 0 && s.order.lines.some((l) => l.qty > 1) ? 'y' : 'n'",
    '$count($order.lines) > 0 and $exists($order.lines[qty > 1]) ? "y" : "n"',
  ],
  ["String(s.names.length) + String(s.order.paid)", "$string($count($names)) & $string($order.paid)"],
  ["-s.order.total", "-$order.total"],
  ["s.either", "$either"],
  [
    "[s.order.paid, null, 1.5e300, -0, 1e21, 'quote\" and \\\\ and \\n \\u0001 `']",
    '[$order.paid, null, 1.5e+300, 0, 1e+21, "quote\\" and \\\\ and \\n \\u0001 `"]',
  ],
];

/** Every supported construct: a lambda's body and the JSONata printed for it. */
export const cases: readonly Case[] = rows.map(([source, jsonata]) => ({ source, jsonata }));
