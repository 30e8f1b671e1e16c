// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources of lambdas hold templates.
import type { Section } from "./section.js";

export const absence: Section = {
  title: "What may be missing or null",
  note: "Optional chaining, `??`, tests for null and undefined. What may be missing needs one of them where a value is needed.",
  rows: [
    ["s.order.coupon", "$order.coupon"],
    ["s.order.coupon ?? 'none'", '$order.coupon != null ? $order.coupon : "none"'],
    ["s.order.note ?? 'none'", '$exists($order.note) ? $order.note : "none"'],
    ["s.order.address?.city ?? 'nowhere'", '$exists($order.address.city) ? $order.address.city : "nowhere"'],
    ["s.order.address?.zip ?? null", "$order.address.zip != null ? $order.address.zip : null"],
    ["s.order.address?.zip?.length ?? -1", '$order.address.zip != null ? $count($split($order.address.zip, "")) : -1'],
    ["s.maybe?.lines.length ?? 0", "$maybe.lines != null ? $count($maybe.lines) : 0"],
    ["s.maybe?.lines.map((l) => l.sku) ?? []", "$maybe.lines != null ? [$maybe.lines.sku] : []"],
    ["s.maybe?.lines[0]?.sku ?? 'no'", '($sku := $maybe.lines[0].sku; $exists($sku) ? $sku : "no")'],
    [
      "s.maybe?.lines.find((l) => l.qty > 1)?.sku ?? null",
      "($sku := $maybe.lines[qty > 1][0].sku; $exists($sku) ? $sku : null)",
    ],
    ["s.order.coupon === null", "$order.coupon = null"],
    [
      "s.order.coupon !== null ? s.order.coupon.length : 0",
      '$order.coupon != null ? $count($split($order.coupon, "")) : 0',
    ],
    ["s.order.note !== undefined ? s.order.note : 'none'", '$exists($order.note) ? $order.note : "none"'],
    ["s.order.note === 'hi'", '$order.note = "hi"'],
    ["s.order.note !== 'hi'", '$not($order.note = "hi")'],
    ["s.order.address?.zip !== null", "$not($order.address.zip = null)"],
    ["s.order.address == null", "$not($order.address != null)"],
    ["s.order.address?.zip != null", "$order.address.zip != null"],
    [
      "s.order.note === s.order.address?.zip",
      "$exists($order.note) ? $order.note = $order.address.zip : $not($exists($order.address.zip))",
    ],
    [
      "s.order.lines.map((l) => l.note !== s.order.note)",
      "[$map($order.lines, function($l) { $not($exists($l.note) ? $l.note = $order.note : $not($exists($order.note))) })]",
    ],
    ["s.names[0] /* may be missing */! === undefined ? 1 : 2", "$exists($names[0]) ? 2 : 1"],
    ["(s.order.note as string | undefined) ?? ('x' satisfies string)", '$exists($order.note) ? $order.note : "x"'],
    ['s.names.length > 0 ? s.names[0] : "none"', '$count($names) > 0 ? $names[0] : "none"'],
    ['s.names.length === 0 ? "none" : s.names[s.names.length - 1]', '$count($names) = 0 ? "none" : $names[(-1)]'],
    [
      "s.record[s.word] !== undefined ? s.record[s.word] : 0",
      "$exists($lookup($record, $word)) ? $lookup($record, $word) : 0",
    ],
    ['"a" in s.record ? s.record.a : 0', "$exists($record.a) ? $record.a : 0"],
    [
      '{ const first = s.names[0]; if (first === undefined) return "none"; return first; }',
      '($first := $names[0]; $exists($first) ? $first : "none")',
    ],
    [
      '{ const [first, second] = s.names; return second ?? first ?? "none"; }',
      '($value2 := ($value := $names[1]; $exists($value) ? $value : $names[0]); $exists($value2) ? $value2 : "none")',
    ],
    ["typeof s.order.note === 'undefined' ? 'none' : s.order.note", '$exists($order.note) ? $order.note : "none"'],
    [
      's.order.address?.zip?.toUpperCase() ?? "none"',
      '$order.address.zip != null ? $uppercase($order.address.zip) : "none"',
    ],
    [
      "s.order.lines.filter((l) => l.note?.startsWith('n') ?? false).length",
      '$count([$order.lines[note != null ? $substring(note, 0, 1) = "n" : false]])',
    ],
    ["s.maybe?.lines.some((l) => l.qty > 1) ?? false", "$maybe.lines != null ? $exists($maybe.lines[qty > 1]) : false"],
  ],
};
