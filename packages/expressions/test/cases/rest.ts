// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources of lambdas hold templates.
import type { Section } from "./section.js";

export const rest: Section = {
  title: "Rest in destructuring",
  rows: [
    [
      "{ const { id, ...rest } = s.order; return rest; }",
      '$merge([$sift($order, function($value, $key) { $key != "id" })])',
    ],
    [
      "{ const { w, ...rest } = { w: s.word }; return rest; }",
      '($value := {"w": $word}; $merge([$sift($value, function($value2, $key) { $key != "w" })]))',
    ],
    [
      '{ const [first = "none", ...rest] = s.names; return { first, rest }; }',
      '{"first": $exists($names[0]) ? $names[0] : "none", "rest": [$filter($names, function($item, $index) { $index >= 1 })]}',
    ],
    ["{ const [, ...rest] = s.matrix; return rest; }", "[$filter($matrix, function($item, $index) { $index >= 1 })[]]"],
    [
      "s.order.lines.map(({ sku, ...l }) => l)",
      '[$map($order.lines, function($item) { $merge([$sift($item, function($value, $key) { $key != "sku" })]) })]',
    ],
  ],
};
