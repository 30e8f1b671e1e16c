// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources of lambdas hold templates.
import type { Section } from "./section.js";

export const switches: Section = {
  title: "switch",
  note: "Each case ends with return or break.",
  rows: [
    [
      '{ switch (s.order.id) { case "o-1": return 1; case "": case "x": return 2; default: return 3; } }',
      '$order.id = "o-1" ? 1 : $order.id = "" or $order.id = "x" ? 2 : 3',
    ],
    [
      '{ switch (s.pay.kind) { case "card": return s.pay.last4; case "bank": { const x = s.pay.iban; return x; } } }',
      '$pay.kind = "card" ? $pay.last4 : $pay.iban',
    ],
    [
      '{ switch (s.order.coupon) { case null: return "none"; case "C": break; default: return "other"; } return "c"; }',
      '$order.coupon = null ? "none" : $order.coupon = "C" ? "c" : "other"',
    ],
    [
      '{ switch (s.order.note) { case undefined: return 0; case "hi": return 1; } return 2; }',
      '$not($exists($order.note)) ? 0 : $order.note = "hi" ? 1 : 2',
    ],
  ],
};
