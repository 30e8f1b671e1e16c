// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources of lambdas hold templates.
import type { Section } from "./section.js";

export const conversions: Section = {
  title: "Conversions and JSON",
  note: "`Number`, `parseInt` and `parseFloat` fail the state where JavaScript gives NaN. `JSON.stringify` takes what holds no numbers: JSONata writes 15 digits of them.",
  rows: [
    [
      'Number("12.5") + Number(s.order.paid)',
      '($contains("12.5", /^[\\u0009-\\u000d\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]*(?![\\s\\S])/) ? 0 : ($match2 := $match("12.5", /^[\\u0009-\\u000d\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]*([+-]?)0*([0-9]*)\\.?([0-9]*)((?:[eE][+-]?[0-9]+)?)[\\u0009-\\u000d\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]*(?![\\s\\S])/, 1); $whole := $match2.groups[1]; $contains($match2.match, /[0-9]/) ? ($match2.groups[0] = "-" ? -$number(($whole = "" ? "0" : $whole) & "." & $match2.groups[2] & "0" & $match2.groups[3]) : $number(($whole = "" ? "0" : $whole) & "." & $match2.groups[2] & "0" & $match2.groups[3])) : $number("12.5"))) + ($order.paid ? 1 : 0)',
    ],
    [
      '["", " 12 ", "-0012.50", "+5", ".5", "5.", "1e3", "-1E-2", "\\t7\\n", "0"].map((t) => Number(t))',
      '[$map(["", " 12 ", "-0012.50", "+5", ".5", "5.", "1e3", "-1E-2", "\\t7\\n", "0"], function($t) { $contains($t, /^[\\u0009-\\u000d\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]*(?![\\s\\S])/) ? 0 : ($match2 := $match($t, /^[\\u0009-\\u000d\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]*([+-]?)0*([0-9]*)\\.?([0-9]*)((?:[eE][+-]?[0-9]+)?)[\\u0009-\\u000d\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]*(?![\\s\\S])/, 1); $whole := $match2.groups[1]; $contains($match2.match, /[0-9]/) ? ($match2.groups[0] = "-" ? -$number(($whole = "" ? "0" : $whole) & "." & $match2.groups[2] & "0" & $match2.groups[3]) : $number(($whole = "" ? "0" : $whole) & "." & $match2.groups[2] & "0" & $match2.groups[3])) : $number($t)) })]',
    ],
    [
      '["12px", "-7.9", "  +08", "0"].map((t) => parseInt(t, 10))',
      '[$map(["12px", "-7.9", "  +08", "0"], function($t) { ($match2 := $match($t, /^[\\u0009-\\u000d\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]*([+-]?)0*([0-9]+)/, 1); $exists($match2) ? ($match2.groups[0] = "-" ? -$number($match2.groups[1]) : $number($match2.groups[1])) : $number($t)) })]',
    ],
    [
      '["12.5px", "-7.9", "  +08.1e2", ".5", "3."].map((t) => parseFloat(t))',
      '[$map(["12.5px", "-7.9", "  +08.1e2", ".5", "3."], function($t) { ($match2 := $match($t, /^[\\u0009-\\u000d\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]*([+-]?)0*([0-9]*)\\.?([0-9]*)((?:[eE][+-]?[0-9]+)?)/, 1); $whole := $match2.groups[1]; $contains($match2.match, /[0-9]/) ? ($match2.groups[0] = "-" ? -$number(($whole = "" ? "0" : $whole) & "." & $match2.groups[2] & "0" & $match2.groups[3]) : $number(($whole = "" ? "0" : $whole) & "." & $match2.groups[2] & "0" & $match2.groups[3])) : $number($t)) })]',
    ],
    ["Boolean(s.order.coupon)", '$order.coupon != null and $order.coupon != ""'],
    ["Boolean(s.order.note)", '$order.note != ""'],
    ["Boolean(s.order.total)", "$order.total != 0"],
    ["Boolean(s.order.address)", "$order.address != null"],
    ["Boolean(s.order.paid)", "$order.paid = true"],
    ["JSON.parse('{\"a\":[1,null]}')", '$parse("{\\"a\\":[1,null]}")'],
    ["(JSON.parse('{\"a\":[1,null]}') as { a: number[] }).a.length", '$count($parse("{\\"a\\":[1,null]}").a)'],
    ["JSON.stringify({ a: s.order.id, b: s.flags, c: null })", '$string({"a": $order.id, "b": $flags, "c": null})'],
    ["JSON.stringify(s.names)", "$string($names)"],
    ['encodeURIComponent(s.order.id + "/ä&=")', '$encodeUrlComponent($order.id & "/ä&=")'],
  ],
};
