// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources of lambdas hold templates.
import type { Section } from "./section.js";

export const arrays: Section = {
  title: "Arrays: map, filter and the like",
  rows: [
    ["s.order.lines.map((l) => l.sku)", "[$order.lines.sku]"],
    ["s.order.lines.map((l) => l.tags)", "[$map($order.lines, function($l) { $l.tags })[]]"],
    ["s.order.lines.map((l) => l.box)", "[$order.lines.box]"],
    [
      "s.order.lines.map((l) => l.box?.w ?? null)",
      "[$map($order.lines, function($l) { $exists($l.box.w) ? $l.box.w : null })]",
    ],
    [
      "s.order.lines.map((l, i) => ({ ...l, i }))",
      '[$map($order.lines, function($l, $i) { $merge([$l, {"i": $i}]) })]',
    ],
    [
      "s.order.lines.map(({ sku, qty: q, note = '-' }) => ({ sku, q, note }))",
      '[$map($order.lines, function($item) { {"sku": $item.sku, "q": $item.qty, "note": $exists($item.note) ? $item.note : "-"} })]',
    ],
    [
      "s.order.lines.map((l) => l.note ?? 'x')",
      '[$map($order.lines, function($l) { $exists($l.note) ? $l.note : "x" })]',
    ],
    ["s.order.lines.filter((l) => l.qty > LIMIT)", "[$order.lines[qty > 2]]"],
    [
      "s.order.lines.filter((l) => l.qty > s.input.limit && l.box !== null).map((l) => l.sku)",
      "[$order.lines[qty > $input.limit and box != null].sku]",
    ],
    [
      "s.order.lines.filter((l) => l.tags.includes('x')).map((l) => l.tags)",
      '[$map($order.lines["x" in tags], function($l) { $l.tags })[]]',
    ],
    ["s.order.lines.filter((l) => l.note === undefined)", "[$order.lines[$not($exists(note))]]"],
    [
      "s.order.lines.filter((l) => l.tags.some((t) => t === l.sku))",
      "[$filter($order.lines, function($l) { $exists($filter($l.tags, function($t) { $t = $l.sku })) })]",
    ],
    [
      "s.order.lines.filter((l) => s.names.every((n) => n !== 'x'))",
      '[$order.lines[$not($exists($filter($names, function($n) { $not($n != "x") })))]]',
    ],
    ["s.order.lines.filter((l, i) => i > 0)", "[$filter($order.lines, function($l, $i) { $i > 0 })]"],
    [
      "s.order.lines.flatMap((l) => l.tags)",
      "$reduce($order.lines, function($all, $l) { $append($all, $l.tags) }, [])",
    ],
    [
      "s.order.lines.flatMap((l) => [[l.qty]])",
      "$reduce($order.lines, function($all, $l) { $append($all, [[$l.qty]]) }, [])",
    ],
    ["s.matrix.flatMap((m) => m)", "$reduce($matrix, function($all, $m) { $append($all, $m) }, [])"],
    ["s.numbers.flatMap((n, i) => i)", "$reduce($numbers, function($all, $n, $i) { $append($all, $i) }, [])"],
    [
      "s.order.lines.reduce((sum, l) => sum + l.qty * l.price, 0)",
      "$reduce($order.lines, function($sum2, $l) { $sum2 + $l.qty * $l.price }, 0)",
    ],
    [
      "s.numbers.reduce<number[]>((all, n, i) => [...all, n * i], [])",
      "$reduce($numbers, function($all, $n, $i) { [$all, $n * $i] }, [])",
    ],
    ["s.order.lines.some((l) => l.qty > 4)", "$exists($order.lines[qty > 4])"],
    ["s.nullable.some((n) => n === null)", "$exists($filter($nullable, function($n) { $n = null }))"],
    ["s.matrix.some((m) => m.length === 0)", "$exists($filter($matrix, function($m) { $count($m) = 0 })[])"],
    ["s.order.lines.every((l) => l.qty > 1)", "$not($exists($order.lines[$not(qty > 1)]))"],
    ["s.order.lines.every((l) => !(l.qty > 1))", "$not($exists($order.lines[qty > 1]))"],
    ["s.matrix.every((m) => m.length > 0)", "$not($exists($filter($matrix, function($m) { $not($count($m) > 0) })[]))"],
    ["s.flags.every((f) => f)", "$not($exists($filter($flags, function($f) { $not($f) })))"],
    [
      "s.order.lines.find((l) => l.sku === 'B')?.qty ?? 0",
      '($qty := $order.lines[sku = "B"][0].qty; $exists($qty) ? $qty : 0)',
    ],
    [
      "s.matrix.find((m) => m.length < 2) ?? null",
      "($value := [$filter($matrix, function($m) { $count($m) < 2 })[]][0]; $exists($value) ? $value : null)",
    ],
    [
      "s.nullable.find((n) => n !== 'a') ?? 'none'",
      '($value := $filter($nullable, function($n) { $n != "a" })[0]; $value != null ? $value : "none")',
    ],
    [
      "s.order.lines.filter((l) => l.qty > 1).find((l) => l.qty > 2) ?? null",
      "($value := [$order.lines[qty > 1][qty > 2]][0]; $exists($value) ? $value : null)",
    ],
    [
      "s.order.lines.map((l) => ({ a: l })).map((x) => x.a).find((l) => l.qty > 2)?.sku ?? '-'",
      '($sku := ([[$map($order.lines, function($l) { {"a": $l} })].a[qty > 2]][0]).sku; $exists($sku) ? $sku : "-")',
    ],
    ["s.matrix.map((m) => m)", "[$map($matrix, function($m) { $m })[]]"],
    [
      "s.matrix.map((m) => m.map((n) => n * 2))",
      "[$map($matrix, function($m) { [$map($m, function($n) { $n * 2 })] })[]]",
    ],
    ["s.matrix.filter((m) => m.length > 0)", "[$filter($matrix, function($m) { $count($m) > 0 })[]]"],
    ["s.matrix.map((m) => m.length)", "[$map($matrix, function($m) { $count($m) })]"],
    ["s.mixed.map((m) => m)", "[$map($mixed, function($m) { $m })[]]"],
    ["s.mixed.map((m) => [m])", '[$map($mixed, function($m) { [$type($m) = "array" ? [[$m]] : $m] })[]]'],
    ["s.mixed.filter((m) => Array.isArray(m))", '[$filter($mixed, function($m) { $type($m) = "array" })[]]'],
    [
      "s.mixed.map((m) => typeof m === 'string' ? m : typeof m === 'number' ? 'n' : m === null ? 'null' : 'array')",
      '[$map($mixed, function($m) { $type($m) = "string" ? $m : $type($m) = "number" ? "n" : $m = null ? "null" : "array" })]',
    ],
    ["s.mixed.map((m) => typeof m !== 'string')", '[$map($mixed, function($m) { $not($type($m) = "string") })]'],
    ["s.nullable.map((n) => n)", "[$map($nullable, function($n) { $n })]"],
    ["s.nullable.filter((n) => n !== null)", "[$filter($nullable, function($n) { $n != null })]"],
    ["s.order.lines.map(function (l) { return l.sku; })", "[$map($order.lines, function($l) { $l.sku })]"],
    [
      "s.order.lines.map((l) => { if (l.box === null) return null; return l.box.w; })",
      "[$map($order.lines, function($l) { $l.box = null ? null : $l.box.w })]",
    ],
    [
      "s.order.lines.length > 0 && s.order.lines.some((l) => l.qty > 1) ? 'y' : 'n'",
      '$count($order.lines) > 0 and $exists($order.lines[qty > 1]) ? "y" : "n"',
    ],
    ["s.order.lines.reduce((most, l) => Math.max(most, l.qty), 0)", "$max([0, $order.lines.qty])"],
    [
      "s.order.lines.reduce((least, l) => Math.min(least, l.qty * l.price), 100)",
      "$min([100, $map($order.lines, function($l) { $l.qty * $l.price })])",
    ],
    [
      "s.order.lines.reduce((count, l) => count + l.tags.length, 0)",
      "$sum([$map($order.lines, function($l) { $count($l.tags) })])",
    ],
    [
      "s.names.reduce((count, n) => count + n.length, 1)",
      '1 + $sum([$map($names, function($n) { $count($split($n, "")) })])',
    ],
    ["s.numbers.reduce((most, n) => Math.max(n, most), s.order.total)", "$max([$order.total, $numbers])"],
  ],
};
