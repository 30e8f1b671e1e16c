// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources of lambdas hold templates.
import type { Section } from "./section.js";

export const values: Section = {
  title: "Values, objects and arrays",
  note: "Members, literals, spread, computed keys; an array in an array stays one element.",
  rows: [
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
    [
      "({ a: 1, ...(s.order.paid && { b: 2 }), [s.order.id]: 3, c: [1] })",
      '$merge([{"a": 1}, $order.paid ? {"b": 2} : {}, {$order.id: 3}, {"c": [1]}])',
    ],
    ["({ ...s.order, lines: [] as number[] })", '$merge([$order, {"lines": []}])'],
    [
      "({ nested: { list: [1, s.order.id, { a: null }], flag: true } })",
      '{"nested": {"list": [1, $order.id, {"a": null}], "flag": true}}',
    ],
    ["-s.order.total", "-$order.total"],
    ["s.either", "$either"],
    [
      "[s.order.paid, null, 1.5e300, -0, 1e21, 'quote\" and \\\\ and \\n \\u0001 `']",
      '[$order.paid, null, 1.5e+300, 0, 1e+21, "quote\\" and \\\\ and \\n \\u0001 `"]',
    ],
  ],
};
