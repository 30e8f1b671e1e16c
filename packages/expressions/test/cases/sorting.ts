// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources of lambdas hold templates.
import type { Section } from "./section.js";

export const sorting: Section = {
  title: "Arrays: sorting",
  note: "Equal elements keep their order, which one of the engines' own `$sort` does not do; hence the index.",
  rows: [
    ['s.names.map((n) => n + "!").sort()', '[$sort([$map($names, function($n) { $n & "!" })])]'],
    ["s.names.slice(0, 2).reverse()", "$reverse([$filter($names, function($item, $index) { $index < 2 })])"],
    ["s.names.toSorted()", "[$sort($names)]"],
    ["s.numbers.toSorted((a, b) => a - b)", "[$sort($numbers, function($left, $right) { $left > $right })]"],
    ["s.numbers.toSorted((a, b) => b - a)", "[$sort($numbers, function($left, $right) { $right > $left })]"],
    [
      "s.names.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))",
      "[$sort($names, function($left, $right) { $right < $left })]",
    ],
    [
      "s.order.lines.toSorted((a, b) => a.qty - b.qty)",
      '[$sort([$map($order.lines, function($item, $index) { {"item": $item, "index": $index} })], function($left, $right) { $left.item.qty > $right.item.qty or $left.item.qty = $right.item.qty and $left.index > $right.index }).item]',
    ],
    [
      "s.order.lines.toSorted((a, b) => (a.sku < b.sku ? 1 : a.sku > b.sku ? -1 : 0)).map((l) => l.sku)",
      '[$sort([$map($order.lines, function($item, $index) { {"item": $item, "index": $index} })], function($left, $right) { $right.item.sku > $left.item.sku or $not($left.item.sku > $right.item.sku) and $left.index > $right.index }).item.sku]',
    ],
    [
      "s.matrix.toSorted((a, b) => a.length - b.length)",
      '[$map($sort([$map($matrix, function($item, $index) { {"item": $item, "index": $index} })], function($left, $right) { $count($left.item) > $count($right.item) or $count($left.item) = $count($right.item) and $left.index > $right.index }), function($each2) { $each2.item })[]]',
    ],
    [
      "s.numbers.map(() => s.numbers.toSorted((a, b) => a - b))",
      "[$map($numbers, function() { [$sort($numbers, function($left, $right) { $left > $right })] })[]]",
    ],
    [
      "s.order.lines.toSorted((a, b) => a.qty - b.qty || a.price - b.price)",
      '[$sort([$map($order.lines, function($item, $index) { {"item": $item, "index": $index} })], function($left, $right) { ($right.item.qty = $left.item.qty ? $left.item.price > $right.item.price : $left.item.qty > $right.item.qty) or $not($left.item.qty = $right.item.qty ? $right.item.price > $left.item.price : $right.item.qty > $left.item.qty) and $left.index > $right.index }).item]',
    ],
    [
      "s.order.lines.toSorted((a, b) => b.qty - a.qty || (a.sku < b.sku ? -1 : a.sku > b.sku ? 1 : 0)).map((l) => l.sku)",
      '[$sort([$map($order.lines, function($item, $index) { {"item": $item, "index": $index} })], function($left, $right) { ($left.item.qty = $right.item.qty ? $right.item.sku < $left.item.sku : $right.item.qty > $left.item.qty) or $not($right.item.qty = $left.item.qty ? $left.item.sku < $right.item.sku : $left.item.qty > $right.item.qty) and $left.index > $right.index }).item.sku]',
    ],
    [
      "s.order.lines.toSorted((a, b) => (a.sku < b.sku ? -1 : 1))",
      '[$sort([$map($order.lines, function($item, $index) { {"item": $item, "index": $index} })], function($left, $right) { $right.item.sku < $left.item.sku or $not($left.item.sku < $right.item.sku) and $left.index > $right.index }).item]',
    ],
  ],
};
