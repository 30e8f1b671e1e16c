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
    ["s.maybe?.lines[0]?.sku ?? 'no'", '($value := $maybe.lines[0].sku; $exists($value) ? $value : "no")'],
    [
      "s.maybe?.lines.find((l) => l.qty > 1)?.sku ?? null",
      "($value := $maybe.lines[qty > 1][0].sku; $exists($value) ? $value : null)",
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
    ["s.names[0]! === undefined ? 1 : 2", "$not($exists($names[0])) ? 1 : 2"],
    ["(s.order.note as string | undefined) ?? ('x' satisfies string)", '$exists($order.note) ? $order.note : "x"'],
  ],
};
