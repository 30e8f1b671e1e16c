// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources of lambdas hold templates.
import type { Section } from "./section.js";

export const building: Section = {
  title: "Arrays and objects built from others",
  note: "`new Set` works inside `[...new Set(texts)]` only.",
  rows: [
    [
      "Object.fromEntries(Object.entries(s.record).map(([k, v]) => [k, v * 2]))",
      "$merge([$map([$map([$each($record, function($value, $key) { [$key, $value] })[]], function($item) { [$item[0], $item[1] * 2] })[]], function($pair) { {$pair[0]: $pair[1]} })])",
    ],
    [
      "Object.fromEntries(s.order.lines.map((l) => [l.sku, l.tags]))",
      "$merge([$map([$map($order.lines, function($l) { [$l.sku, [$l.tags]] })[]], function($pair) { {$pair[0]: $pair[1]} })])",
    ],
    [
      "Object.fromEntries(s.names.map((n) => [n, n.length]))",
      '$merge([$map([$map($names, function($n) { [$n, $count($split($n, ""))] })[]], function($pair) { {$pair[0]: $pair[1]} })])',
    ],
    [
      'Object.groupBy(s.order.lines, (l) => l.qty > 2 ? "many" : "few")',
      '$reduce($order.lines, function($groups, $l) { ($key := $l.qty > 2 ? "many" : "few"; $merge([$groups, {$key: $append($lookup($groups, $key), [$l])}])) }, {})',
    ],
    [
      'Object.groupBy(s.matrix, (m) => m.length === 0 ? "empty" : "full")',
      '$reduce($matrix, function($groups, $m) { ($key := $count($m) = 0 ? "empty" : "full"; $merge([$groups, {$key: $append($lookup($groups, $key), [[$m]])}])) }, {})',
    ],
    [
      'Object.groupBy(s.names, (n, i) => i > 0 ? "rest" : n)',
      '$reduce($names, function($groups, $n, $i) { ($key := $i > 0 ? "rest" : $n; $merge([$groups, {$key: $append($lookup($groups, $key), [$n])}])) }, {})',
    ],
    ["Array.from({ length: 3 }, (_, i) => i * 2)", "[$map([0..2], function($i) { $i * 2 })]"],
    [
      'Array.from({ length: s.names.length }, (_, i) => s.names[i] ?? "")',
      '[$map([0..$count($names) - 1], function($i) { ($value := $names[$i]; $exists($value) ? $value : "") })]',
    ],
    [
      "Array.from({ length: s.input.limit }, () => [1])",
      "[$map([0..$floor($input.limit) - 1], function($index) { [1] })[]]",
    ],
    ["Array.from({ length: 2 }, (_, i) => s.matrix)", "[$map([0..1], function($i) { $matrix })[]]"],
    ['[...new Set(s.names), "x"]', '[$distinct($names), "x"]'],
    ["Array.from(new Set(s.order.lines.map((l) => l.sku))).length", "$count([$distinct([$order.lines.sku])])"],
    ["s.matrix.flat()", "$reduce($matrix, function($all, $item) { $append($all, $item) }, [])"],
    ["s.mixed.flat()", "$reduce($mixed, function($all, $item) { $append($all, $item) }, [])"],
    ["Array.from(s.names)", "$names"],
    ["Array.from(s.names, (n, i) => `${i} ${n}`)", '[$map($names, function($n, $i) { $i & " " & $n })]'],
  ],
};
