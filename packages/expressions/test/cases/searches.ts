// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources of lambdas hold templates.
import type { Section } from "./section.js";

export const searches: Section = {
  title: "Arrays: searching",
  rows: [
    ['s.names.indexOf("Bob")', '[$map($names, function($item, $index) { $item = "Bob" ? $index }), -1][0]'],
    [
      "s.numbers.indexOf(s.order.total)",
      "[$map($numbers, function($item, $index) { $item = $order.total ? $index }), -1][0]",
    ],
    ['s.mixed.indexOf("a")', '[$map($mixed, function($item, $index) { $item = "a" ? $index }), -1][0]'],
    [
      "s.order.lines.findIndex((l) => l.qty > 3)",
      "[$map($order.lines, function($l, $index) { $l.qty > 3 ? $index }), -1][0]",
    ],
    [
      's.names.findIndex((n, i) => i > 0 && n !== "x")',
      '[$map($names, function($n, $i) { $i > 0 and $n != "x" ? $i }), -1][0]',
    ],
    [
      "s.matrix.findIndex((m) => m.length === 0)",
      "[$map($matrix, function($m, $index) { $count($m) = 0 ? $index }), -1][0]",
    ],
    [
      's.order.lines.findLast((l) => l.qty > 1)?.sku ?? "none"',
      '($sku := ([$order.lines[qty > 1]][(-1)]).sku; $exists($sku) ? $sku : "none")',
    ],
    [
      "s.matrix.findLast((m) => m.length < 2) ?? null",
      "($value := [$filter($matrix, function($m) { $count($m) < 2 })[]][(-1)]; $exists($value) ? $value : null)",
    ],
    [
      's.names.findLast((n) => n < "C") ?? null',
      '($value := [$filter($names, function($n) { $n < "C" })][(-1)]; $exists($value) ? $value : null)',
    ],
    ['s.names.lastIndexOf("Bob")', '$max([-1, $map($names, function($item, $index) { $item = "Bob" ? $index })])'],
    [
      "s.order.lines.findLastIndex((l) => l.qty > 1)",
      "$max([-1, $map($order.lines, function($l, $index) { $l.qty > 1 ? $index })])",
    ],
    ['s.names[s.names.length - 1] ?? "none"', '($value := $names[(-1)]; $exists($value) ? $value : "none")'],
  ],
};
