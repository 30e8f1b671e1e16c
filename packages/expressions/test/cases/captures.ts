// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources of lambdas hold templates.
import type { Section } from "./section.js";

export const captures: Section = {
  title: "Constants of the module",
  note: "Captured by value; enum members, placeholders, `as const` tables and imported JSON too.",
  rows: [
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
    ['param("OrdersTable", "table-name")', '"${OrdersTable}"'],
    ['`https://${param("Host")}/orders`', '"https://${Host}/orders"'],
    ['param("Prefix") + s.order.id', '"${Prefix}" & $order.id'],
  ],
};
