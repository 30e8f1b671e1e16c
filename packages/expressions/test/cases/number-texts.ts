// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources of lambdas hold templates.
import type { Section } from "./section.js";

export const numberTexts: Section = {
  title: "Numbers as texts",
  note: "`text(n)` writes 15 significant digits, `fixed(n, digits)` rounds half to even; both are from `@treadle/workflow` and mean the same in Node.",
  rows: [
    ["text(s.order.total)", "$string($order.total)"],
    ["text(0.1 + 0.2)", "$string(0.30000000000000004)"],
    ["fixed(s.order.total, 1)", '$formatNumber($round($order.total, 1), "0.0")'],
    ["s.numbers.map((n) => fixed(n, 0))", '[$map($numbers, function($n) { $formatNumber($round($n, 0), "0") })]'],
    ["fixed(s.order.total, 2) + ' EUR'", '$formatNumber($round($order.total, 2), "0.00") & " EUR"'],
  ],
};
