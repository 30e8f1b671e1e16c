// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources of lambdas hold templates.
import type { Section } from "./section.js";

export const conditions: Section = {
  title: "Conditions and comparisons",
  note: "Conditions are booleans: `=== null`, `.length > 0`, `Boolean(x)`; never a text, number or array itself.",
  rows: [
    ["s.order.total < 5 || s.order.paid", "$order.total < 5 or $order.paid"],
    ["!s.order.paid && !(s.order.total > 5)", "$not($order.paid) and $not($order.total > 5)"],
    ["s.order.id < s.input.orderId", "$order.id < $input.orderId"],
    ["s.pay.kind === 'card' ? s.pay.last4 : s.pay.iban", '$pay.kind = "card" ? $pay.last4 : $pay.iban'],
    ["'last4' in s.pay", "$exists($pay.last4)"],
    ["s.order.paid === true", "$order.paid = true"],
    ["s.order.paid ? 'a' : s.order.total > 5 ? 'b' : 'c'", '$order.paid ? "a" : $order.total > 5 ? "b" : "c"'],
    ["(s.order.paid ? s.names : s.nullable).length", "$count($order.paid ? $names : $nullable)"],
    ["typeof s.maybe === 'object'", '$type($maybe) in ["object", "array", "null"]'],
    ["Object.hasOwn(s.record, 'a')", "$exists($record.a)"],
    ["Object.hasOwn(s.record, s.word)", "$word in $keys($record)"],
    ["s.word in s.record", "$exists($lookup($record, $word))"],
  ],
};
