// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources of lambdas hold templates.
import type { Section } from "./section.js";

export const textSearches: Section = {
  title: "Texts: searching, replacing, padding",
  rows: [
    ['s.word.indexOf("b")', '$contains($word, "b") ? $count($split($substringBefore($word, "b"), "")) : -1'],
    [
      "s.word.indexOf(s.order.id)",
      '$contains($word, $order.id) ? $count($split($substringBefore($word, $order.id), "")) : -1',
    ],
    [
      's.names.map((n) => n.indexOf("d"))',
      '[$map($names, function($n) { $contains($n, "d") ? $count($split($substringBefore($n, "d"), "")) : -1 })]',
    ],
    ["s.word.at(0) ?? null", '($value := $split($word, "")[0]; $exists($value) ? $value : null)'],
    ["s.word.at(-1) ?? null", '($value := $split($word, "")[(-1)]; $exists($value) ? $value : null)'],
    [
      "s.word.substring(1, 3)",
      '$join([$filter($split($word, ""), function($unit, $index) { $index >= 1 and $index < 3 })])',
    ],
    ["s.word.substring(0, 2)", '$join($split($word, "", 2))'],
    ["s.word.substring(2)", '$join([$filter($split($word, ""), function($unit, $index) { $index >= 2 })])'],
    ['s.word.padStart(8, "0")', '$pad("", $max([0, 8 - $count($split($word, ""))]), "0") & $word'],
    ["s.word.padEnd(8)", '$word & $pad("", $max([0, 8 - $count($split($word, ""))]), " ")'],
    [
      's.order.id.padStart(s.names.length, "-")',
      '$pad("", $max([0, $count($names) - $count($split($order.id, ""))]), "-") & $order.id',
    ],
    ["s.word.repeat(3)", "$join([$map([1..3], function($index) { $word })])"],
    ["s.word.repeat(s.names.length)", "$join([$map([1..$count($names)], function($index) { $word })])"],
    [
      's.word.replace(" ", "-")',
      '$contains($word, " ") ? $substringBefore($word, " ") & "-" & $substringAfter($word, " ") : $word',
    ],
    ['s.word.replaceAll(" ", "-")', '$replace($word, " ", "-")'],
    ['s.word.replaceAll("a", () => s.order.id)', '$replace($word, "a", $order.id)'],
    ['s.word[0] ?? ""', '($value := $split($word, "")[0]; $exists($value) ? $value : "")'],
    ["s.word.charAt(0)", '[$split($word, "")[0], ""][0]'],
  ],
};
