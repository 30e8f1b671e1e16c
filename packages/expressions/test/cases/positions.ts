// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources of lambdas hold templates.
import type { Section } from "./section.js";

export const positions: Section = {
  title: "Arrays: positions and parts",
  note: "Negative and fractional positions mean what they mean in JavaScript.",
  rows: [
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
      "($value := $input.limit >= 0 and $floor($input.limit) = $input.limit ? $names[$input.limit]; $exists($value) ? $value : null)",
    ],
    ["s.matrix[0]?.[0] ?? null", "($value := $matrix[0][0]; $exists($value) ? $value : null)"],
    ["s.matrix[s.matrix.length - 1]?.[0] ?? null", "($value := ($matrix[(-1)])[0]; $exists($value) ? $value : null)"],
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
  ],
};
