// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates and placeholders are what this file is about.
/** A lambda body that is refused, the code, and the text of the token it is refused at (its first occurrence, or `at`). */
export interface Refusal {
  readonly source: string;
  readonly code: string;
  readonly token: string;
  /** Which occurrence of the token, from 1. */
  readonly nth?: number;
}

export const refusalPrelude = `
interface Line { readonly sku: string; readonly qty: number; readonly note?: string; readonly tags: readonly string[] }
interface Scope { readonly a: number; readonly b: number; readonly t: string; readonly note?: string; readonly label: string | null; readonly lines: readonly Line[]; readonly names: readonly string[]; readonly numbers: readonly number[]; readonly record: { readonly [key: string]: string }; readonly any: any; readonly unknown: unknown; readonly ok: boolean; readonly maybe?: boolean; readonly when: Date; readonly mixed: readonly (string | readonly string[])[]; readonly either: string | { readonly x: number } }
let changing = 1;
changing += 1;
const optional: number | undefined = Math.random() > 2 ? 1 : undefined;
function helper(n: number): number { return n; }
const arrow = (n: number) => n;
const handler = { run: () => 1 };
declare function external(n: number): number;
const big = 10n;
class Thing { x = 1 }
`;

const rows: readonly (readonly [code: string, source: string, token: string, nth?: number])[] = [
  ["maybe-undefined", "s.note", "s.note"],
  ["maybe-undefined", "({ a: 1, b: s.note })", "s.note"],
  ["maybe-undefined", "[s.note]", "s.note"],
  ["maybe-undefined", "s.names[0]", "s.names[0]"],
  ["maybe-undefined", "s.names[0] /* is there */!.length + s.names[s.a].length", "s.names[s.a]"],
  ["maybe-undefined", "s.record.x", "s.record.x"],
  ["maybe-undefined", "s.record[s.t]", "s.record[s.t]"],
  ["maybe-undefined", "s.lines.find((l) => l.qty > 1)", "s.lines.find((l) => l.qty > 1)"],
  ["maybe-undefined", "s.lines.map((l) => l.note)", "l.note"],
  ["maybe-undefined", "s.lines[0].sku", "s.lines[0]"],
  ["maybe-undefined", "s.lines[0]?.sku", "s.lines[0]?.sku"],
  ["maybe-undefined", "{ const first = s.names[0]; return first; }", "first", 2],
  ["maybe-undefined", "{ const [first] = s.names; return first; }", "first", 2],
  ["maybe-undefined", "{ const first = s.names[0]; return s.ok ? first : ''; }", "first", 2],
  ["maybe-undefined", "s.names.length > 1 || s.ok ? s.names[0] : ''", "s.names[0]"],
  ["maybe-undefined", "s.record.a !== undefined ? s.record.b : ''", "s.record.b"],
  ["maybe-undefined", "s.names[0] === undefined ? s.names[0] : ''", "s.names[0]", 2],
  ["maybe-undefined", "s.t + s.note", "s.note"],
  ["maybe-undefined", "(s.ok ? s.note : 'x')", "s.note"],
  ["not-boolean", "s.t ? 1 : 2", "s.t"],
  ["not-boolean", "s.ok && s.names", "s.names"],
  ["not-boolean", "s.t || 'x'", "s.t"],
  ["not-boolean", "!s.maybe", "s.maybe"],
  ["not-boolean", "s.lines.filter((l) => l.note)", "l.note"],
  ["number-in-text", "`${s.a}`", "s.a"],
  ["number-in-text", "s.t + s.a", "s.a"],
  ["number-in-text", "String(s.a)", "s.a"],
  ["not-text", "`${s.label}`", "s.label"],
  ["not-text", "`${s.lines}`", "s.lines"],
  ["not-text", "s.names.join(s.t as any)", "s.t as any"],
  ["operand-type", "s.names.length + s.ok", "s.ok"],
  ["operand-type", "s.ok < true", "s.ok"],
  ["operand-type", "s.numbers.join(',')", "s.numbers"],
  ["object-equality", "s.lines === s.lines", "==="],
  ["object-equality", "s.lines.includes(s.lines[0]!)", "includes"],
  ["loose-equality", "s.a == s.b", "=="],
  ["loose-equality", "s.a != 1", "!="],
  ["zero-divisor", "s.a / s.b", "s.b"],
  ["zero-divisor", "s.a % s.names.length", "s.names.length"],
  ["zero-divisor", "s.b > -1 ? s.a / s.b : 0", "s.b", 2],
  ["not-integer", "s.names.at(s.a) ?? ''", "s.a", 2],
  ["untyped-value", "s.any.x", "s.any"],
  ["untyped-value", "s.unknown === 1", "s.unknown"],
  ["untyped-value", "s.any + 1", "s.any"],
  ["mixed-type", "({ ...s.label })", "s.label"],
  ["mixed-type", "{ const { at } = s.t; return s.a; }", "at"],
  ["unsupported-syntax", "{ function f(this: void, n: number): number { return n; } return f(s.a); }", "this: void"],
  ["mixed-type", "[...s.t]", "s.t"],
  ["not-json", "s.when", "s.when"],
  ["not-json", "big", "big"],
  ["not-json", "NaN", "NaN"],
  ["captured-variable", "s.a + changing", "changing"],
  ["captured-function", "external(s.a)", "external"],
  ["captured-function", "Thing", "Thing"],
  ["captured-function", "helper", "helper"],
  ["captured-undefined", "optional ?? 1", "optional"],
  ["scope-escapes", "s", "s"],
  ["scope-escapes", "({ ...s })", "s"],
  ["unsupported-key", "({ __proto__: 1 })", "__proto__"],
  ["missing-return", "{ if (s.ok) { return 1; } }", "{ if (s.ok) { return 1; } }"],
  ["missing-return", "{ if (s.ok) { const a = 1; } return 2; }", "{ const a = 1; }"],
  ["unsupported-syntax", "s.names.sort()", "sort"],
  ["unsupported-syntax", "s.names.reverse()", "reverse"],
  ["operand-type", "s.numbers.toSorted()", "s.numbers"],
  ["unsupported-call", "handler.run()", "run"],
  ["unsupported-call", "s.names.flter((n) => true)", "flter"],
  ["unsupported-call", "s.t.search(/a/)", "search"],
  ["unsupported-call", "s.t.localeCompare(s.t)", "localeCompare"],
  ["unsupported-call", "s.a.toFixed(2)", "toFixed"],
  ["number-in-text", "JSON.stringify(s.lines)", "s.lines"],
  ["unsupported-syntax", "JSON.stringify(s.t)", "s.t"],
  ["unsupported-syntax", "s.t.replace(s.t, '')", "s.t", 2],
  ["unsupported-syntax", "s.t.replaceAll('a', s.t)", "s.t", 2],
  ["unsupported-syntax", "s.t.replace(/a*/, '')", "/a*/"],
  ["unsupported-syntax", "s.t.replaceAll(/a/g, s.t)", "s.t", 2],
  ["unsupported-syntax", "/a/m.test(s.t)", "/a/m"],
  ["unsupported-syntax", "/a/g.test(s.t)", "/a/g"],
  ["unsupported-syntax", "/(?<=a)b/.test(s.t)", "/(?<=a)b/"],
  ["unsupported-syntax", "/\\bword/.test(s.t)", "/\\bword/"],
  ["unsupported-syntax", "/^.$/.test(s.t)", "/^.$/"],
  ["unsupported-syntax", "s.t.match(/a(b)?/)", "/a(b)?/"],
  ["unsupported-syntax", "parseInt(s.t)", "parseInt(s.t)"],
  ["unsupported-syntax", "s.t.padStart(5, 'ab')", "'ab'"],
  ["unsupported-syntax", "s.t.substring(s.a)", "s.a"],
  ["not-integer", "s.t.repeat(s.a)", "s.a"],
  ["unsupported-syntax", "[...new Set(s.numbers)]", "new Set(s.numbers)"],
  ["unsupported-syntax", "new Set(s.names).size", "new Set(s.names)"],
  ["unsupported-syntax", "Array.from(s.t)", "s.t"],

  ["not-text", "Object.groupBy(s.lines, (l) => l.qty)", "l.qty"],
  ["not-text", "Object.fromEntries(s.lines.map((l) => [l.qty, l]))", "s.lines.map((l) => [l.qty, l])"],
  ["mixed-type", "Boolean(s.label ?? s.a)", "s.label ?? s.a"],
  ["mixed-type", "{ switch (s.lines) { default: return 1; } }", "s.lines"],
  ["unsupported-syntax", "{ switch (s.t) { case 'a': if (s.ok) return 0; case 'b': return 1; } return 2; }", "case"],
  ["maybe-undefined", "helper(s.numbers[0])", "s.numbers[0]"],
  ["unsupported-call", "Math.random()", "Math"],
  ["unsupported-call", "Date.now()", "Date"],
  ["unsupported-call", "((n: number) => n)(s.a)", "((n: number) => n)"],
  ["unsupported-syntax", "new Date(s.t).getTime()", "new Date(s.t)"],
  ["unsupported-syntax", "isNaN(s.a)", "isNaN"],
  ["number-in-text", "JSON.stringify({ a: s.a })", "{ a: s.a }"],
  ["unsupported-syntax", "new Thing()", "new Thing()"],
  ["unsupported-syntax", "{ let x = 1; return x; }", "let"],
  ["unsupported-syntax", "{ for (const n of s.names) { return n; } return ''; }", "for"],
  ["unsupported-syntax", "{ throw 1; }", "throw"],
  ["unsupported-syntax", "s.a & 1", "&"],
  ["unsupported-syntax", "typeof s.a", "typeof s.a"],
  ["unsupported-syntax", "s.names.map(String)", "String"],
  ["unsupported-syntax", "s.t.split(/(a)/)", "/(a)/"],
  ["unsupported-syntax", "s.t.split(/a*/)", "/a*/"],
  ["unsupported-syntax", "s.t.replace(/(a)/, '$2')", "'$2'"],
  ["unsupported-syntax", "s.t.replace(/a/g, (match) => match)", "(match) => match"],
  ["unsupported-syntax", "s.t.replace(/a/, (match) => match + '!')", "(match) => match + '!'"],
  ["unsupported-syntax", "s.names.flat(2)", "2"],
  ["unsupported-syntax", "typeof s.t === 'function'", "'function'"],
  ["unsupported-syntax", "s.numbers.reduce((a, b) => a + b)", "s.numbers.reduce"],
  ["unsupported-syntax", "s.names.map(async (n) => n)", "async"],
  ["unsupported-syntax", "[() => 1]", "() => 1"],
  ["unsupported-syntax", "({ get x() { return 1; } })", "get x() { return 1; }"],
  ["unsupported-syntax", "Math.max(...s.numbers)", "...s.numbers"],
];

export const refusals: readonly Refusal[] = rows.map(([code, source, token, nth]) => ({
  code: `expressions/${code}`,
  source,
  token,
  ...(nth !== undefined && { nth }),
}));
