// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources of lambdas hold templates.
import type { Section } from "./section.js";

export const numbers: Section = {
  title: "Numbers",
  note: "Divisors must be known not to be 0.",
  rows: [
    ["s.order.total * 2 - 1 / 4 + -s.input.limit", "$order.total * 2 - 0.25 + -$input.limit"],
    [
      "(s.order.total - (s.input.limit - 1)) * (2 + s.input.limit)",
      "($order.total - ($input.limit - 1)) * (2 + $input.limit)",
    ],
    ["s.input.limit % 2", "$input.limit % 2"],
    ["s.order.total ** 2", "$power($order.total, 2)"],
    [
      "s.names.length > 0 ? s.order.total / s.names.length : 0",
      "$count($names) > 0 ? $order.total / $count($names) : 0",
    ],
    ["s.order.total / (24 * 60 * 60)", "$order.total / 86400"],
    ["s.order.total / Math.max(1, s.names.length)", "$order.total / $max([1, $count($names)])"],
    ["s.order.total % (s.names.length + 1)", "$order.total % ($count($names) + 1)"],
    [
      "s.input.limit !== 0 && s.order.total / s.input.limit > 1",
      "$input.limit != 0 and $order.total / $input.limit > 1",
    ],
    ["s.order.total * rates.eu", "$order.total * 1.25"],
    ["s.numbers.map((n) => Math.floor(n))", "[$map($numbers, function($n) { $floor($n) })]"],
    [
      "s.numbers.map((n) => [Math.ceil(n), Math.abs(n), Math.round(n), Math.trunc(n), Math.sign(n)])",
      "[$map($numbers, function($n) { [$ceil($n), $abs($n), $floor($n) + ($n - $floor($n) >= 0.5 ? 1 : 0), $n < 0 ? $ceil($n) : $floor($n), $n > 0 ? 1 : $n < 0 ? -1 : 0] })[]]",
    ],
    ["Math.max(0, ...s.numbers)", "$max([0, $numbers])"],
    ["Math.min(s.order.total, s.input.limit)", "$min([$order.total, $input.limit])"],
    ["Math.sqrt(s.order.lines.length)", "$sqrt($count($order.lines))"],
    ["Number.isInteger(s.order.total)", "$floor($order.total) = $order.total"],
    ["s.numbers.length > 0 ? Math.max(...s.numbers) : 0", "$count($numbers) > 0 ? $max($numbers) : 0"],
  ],
};
