// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources of lambdas hold templates.
import type { Section } from "./section.js";

export const blocks: Section = {
  title: "Blocks, constants and closures",
  rows: [
    [
      "{ const n = s.names.length; const double = n * 2; return { n, double }; }",
      '($n := $count($names); $double := $n * 2; {"n": $n, "double": $double})',
    ],
    [
      "{ if (s.order.paid) return 'paid'; if (s.order.total > 0) { return 'open'; } else { const t = s.order.total; return t; } }",
      '$order.paid ? "paid" : $order.total > 0 ? "open" : $order.total',
    ],
    [
      "{ const total = s.order.lines.reduce((sum, line) => sum + line.qty, 0); if (total === 0) return 0; return s.order.total / total; }",
      "($total := $reduce($order.lines, function($sum2, $line) { $sum2 + $line.qty }, 0); $total = 0 ? 0 : $order.total / $total)",
    ],
    [
      "{ const { id, lines, note = 'none' } = s.order; return { id, note, count: lines.length }; }",
      '{"id": $order.id, "note": $exists($order.note) ? $order.note : "none", "count": $count($order.lines)}',
    ],
    [
      "{ const first = s.order.lines.find((l) => l.qty > 0); if (first === undefined) return null; return first.sku; }",
      "($first := $order.lines[qty > 0][0]; $exists($first) ? $first.sku : null)",
    ],
    [
      "{ const order = s.order.lines.map((order) => order.sku + s.order.id); return order; }",
      "[$map($order.lines, function($order2) { $order2.sku & $order.id })]",
    ],
    [
      "s.names.map((count) => [count, s.names.length])",
      "[$map($names, function($count2) { [$count2, $count($names)] })[]]",
    ],
    [
      "s.matrix.map((x) => x.map((y) => s.matrix.map((x) => x.length + y)))",
      "[$map($matrix, function($x) { [$map($x, function($y) { [$map($matrix, function($x2) { $count($x2) + $y })] })[]] })[]]",
    ],
  ],
};
