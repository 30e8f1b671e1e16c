// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources of lambdas hold templates.
import type { Section } from "./section.js";

export const regularExpressions: Section = {
  title: "Regular expressions",
  note: "Written in place, in the part that JavaScript and Java read alike: characters, classes, groups, alternatives, quantifiers, `^`, `$`, and the flags g and i. `.` and negated classes need `*` or `+`, since they count characters beyond U+FFFF differently.",
  rows: [
    ['s.word.replace(/[a-c]+/, "x")', '$replace($word, /[a-c]+/, "x", 1)'],
    [
      's.word.replace(/\\s+/g, " ")',
      '$replace($word, /[\\u0009-\\u000d\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+/, " ")',
    ],
    [
      '/^[A-Z][a-z]+$/.test(s.names[0] ?? "")',
      '$contains(($value := $names[0]; $exists($value) ? $value : ""), /^[A-Z][a-z]+(?![\\s\\S])/)',
    ],
    ["/^.*b/i.test(s.word)", "$contains($word, /^[^\\n\\r\\u2028\\u2029]*b/i)"],
    ["/a.*c/.test(s.word)", "$contains($word, /a[^\\n\\r\\u2028\\u2029]*c/)"],
    [
      "s.order.id.match(/([a-z])-(\\d+)/)",
      "($match2 := $match($order.id, /([a-z])-([0-9]+)/)[0]; $exists($match2) ? [$match2.match, $match2.groups] : null)",
    ],
    ["s.word.match(/[a-z]/g)", "($match2 := $match($word, /[a-z]/); $exists($match2) ? [$match2.match] : null)"],
    [
      's.order.id.match(/([a-z])-(\\d+)/)?.[2] ?? "none"',
      '($value := $match($order.id, /([a-z])-([0-9]+)/)[0].groups[1]; $exists($value) ? $value : "none")',
    ],
    [
      's.word.match(/[a-z]+/)?.at(-1) ?? "none"',
      '($value := ($object := ($match2 := $match($word, /[a-z]+/)[0]; $exists($match2) ? [$match2.match] : null); $object != null ? $object[(-1)]); $exists($value) ? $value : "none")',
    ],
    ['s.order.id.replace(/([a-z])-([0-9])/, "$2-$1")', '$replace($order.id, /([a-z])-([0-9])/, "$2-$1", 1)'],
    ['s.word.replace(/[a-z]/g, "[$&]")', '$replace($word, /[a-z]/, "[$0]")'],
    ["s.word.split(/ +/)", "$split($word, / +/)"],
    ["s.word.match(/[a-z] /) !== null", "$contains($word, /[a-z] /)"],
  ],
};
