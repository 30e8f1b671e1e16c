// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources of lambdas hold templates.
import type { Section } from "./section.js";

export const texts: Section = {
  title: "Texts",
  note: "Lengths and positions count UTF-16 units, as in JavaScript.",
  rows: [
    ["s.word.length", '$count($split($word, ""))'],
    ["s.word.length === 0", '$count($split($word, "")) = 0'],
    [
      "`${s.order.id}: ${s.names.length} of ${s.order.paid}`",
      '$order.id & ": " & $count($names) & " of " & $order.paid',
    ],
    ["`${s.names.length}`", "$string($count($names))"],
    ["`$${s.word}{`", '"$" & $word & "{"'],
    ["'${x} %{y} {% z %}'", '"$" & "{x} %" & "{y} {" & "% z %" & "}"'],
    ["({ '${k}': 1 })", '{"$" & "{k}": 1}'],
    ["s.order.id + '-' + s.names.length", '$order.id & "-" & $count($names)'],
    ["1 + s.names.length + s.order.id", "1 + $count($names) & $order.id"],
    ["s.order.id + (1 + s.names.length)", "$order.id & (1 + $count($names))"],
    ["s.names.map((n, i) => `${i + 1}. ${n}`)", '[$map($names, function($n, $i) { $i + 1 & ". " & $n })]'],
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
    ["s.word.startsWith('ab')", '$contains($word, "ab") and $substringBefore($word, "ab") = ""'],
    ["s.word.startsWith('')", "true"],
    ["s.word.startsWith(s.order.id)", '$contains($word, $order.id) and $substringBefore($word, $order.id) = ""'],
    [
      "s.word.endsWith('c ')",
      '$join([$filter($split($word, ""), function($unit, $index) { $index >= $count($split($word, "")) - 2 })]) = "c "',
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
    ["String(s.names.length) + String(s.order.paid)", "$string($count($names)) & $string($order.paid)"],
  ],
};
