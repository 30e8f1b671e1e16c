// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources of lambdas hold templates.
import type { Section } from "./section.js";

export const searches: Section = {
  title: "Arrays: searching",
  rows: [
    [
      's.names.indexOf("Bob")',
      '($first := $map($names, function($item, $index) { $item = "Bob" ? $index : [][0] })[0]; $exists($first) ? $first : -1)',
    ],
    [
      "s.numbers.indexOf(s.order.total)",
      "($first := $map($numbers, function($item, $index) { $item = $order.total ? $index : [][0] })[0]; $exists($first) ? $first : -1)",
    ],
    [
      's.mixed.indexOf("a")',
      '($first := $map($mixed, function($item, $index) { $item = "a" ? $index : [][0] })[0]; $exists($first) ? $first : -1)',
    ],
    [
      "s.order.lines.findIndex((l) => l.qty > 3)",
      "($first := $map($order.lines, function($l, $index) { $l.qty > 3 ? $index : [][0] })[0]; $exists($first) ? $first : -1)",
    ],
    [
      's.names.findIndex((n, i) => i > 0 && n !== "x")',
      '($first := $map($names, function($n, $i) { $i > 0 and $n != "x" ? $i : [][0] })[0]; $exists($first) ? $first : -1)',
    ],
    [
      "s.matrix.findIndex((m) => m.length === 0)",
      "($first := $map($matrix, function($m, $index) { $count($m) = 0 ? $index : [][0] })[0]; $exists($first) ? $first : -1)",
    ],
    [
      's.order.lines.findLast((l) => l.qty > 1)?.sku ?? "none"',
      '($value := ([$order.lines[qty > 1]][(-1)]).sku; $exists($value) ? $value : "none")',
    ],
    [
      "s.matrix.findLast((m) => m.length < 2) ?? null",
      "($value := [$filter($matrix, function($m) { $count($m) < 2 })[]][(-1)]; $exists($value) ? $value : null)",
    ],
    [
      's.names.findLast((n) => n < "C") ?? null',
      '($value := [$filter($names, function($n) { $n < "C" })][(-1)]; $exists($value) ? $value : null)',
    ],
  ],
};
