import { describe, expect, it } from "vitest";
import ts from "#typescript";
import { cases, prelude } from "../../test/cases/index.js";
import { type CompiledLambda, compileLambdas } from "../../test/harness.js";
import { ParameterPaths } from "./parameter-paths.js";

interface KnownPath {
  readonly text: string;
  readonly type: string;
  readonly typeByChecker: string;
}

/** The paths of a lambda whose types are known without the checker, and what the checker says. */
function knownPaths({ node, checker }: CompiledLambda): KnownPath[] {
  const paths = new ParameterPaths(checker);
  const found: KnownPath[] = [];
  const visit = (each: ts.Node): void => {
    const type = paths.typeOf(each);
    const symbol = paths.symbolOf(each);
    if (symbol) expect(symbol).toBe(checker.getSymbolAtLocation(each));
    if (type) {
      const typeByChecker = checker.typeToString(checker.getTypeAtLocation(each));
      found.push({ text: each.getText(), type: checker.typeToString(type), typeByChecker });
    }
    ts.forEachChild(each, visit);
  };
  visit(node.body);
  return found;
}

function knownIn(source: string): string[] {
  const [lambda] = compileLambdas([`(s: Scope) => ${source}`], { prelude });
  const found = knownPaths(lambda!);
  for (const { type, typeByChecker } of found) expect(type).toBe(typeByChecker);
  return found.map(({ text }) => text);
}

describe("ParameterPaths", () => {
  it("knows the checker's type and symbol, wherever it knows any", () => {
    const lambdas = compileLambdas(
      cases.map(({ source }) => `(s: Scope) => ${source}`),
      { prelude },
    );
    const found = lambdas.flatMap(knownPaths);
    expect(found.filter(({ type, typeByChecker }) => type !== typeByChecker)).toEqual([]);
    expect(found.length).toBeGreaterThan(500);
  });

  it.each([
    ["s.order.note", ["s.order.note", "s.order", "s"]],
    ["s.maybe?.address?.zip", ["s.maybe?.address?.zip", "s.maybe?.address", "s.maybe", "s"]],
    ["(s.maybe?.note ?? '') + s.word", ["s.maybe?.note", "s.maybe", "s", "s.word", "s"]],
    ["s.names.map((name) => name + s.word)", ["s.names", "s", "name", "s.word", "s"]],
  ])("knows those of %s", (source, known) => {
    expect(knownIn(source)).toEqual(known);
  });

  it.each([
    ["s.maybe && s.maybe.id", ["s.maybe", "s"]],
    ["s.maybe === null ? s.order.id : s.maybe.id", ["s.maybe", "s"]],
    ["s.pay.kind === 'card' ? s.pay.last4 : s.pay.iban", ["s.pay.kind", "s.pay", "s"]],
    ["s.maybe ?? s.order", ["s.maybe", "s"]],
    [
      "s.maybe?.lines.filter((line) => line.sku === s.maybe.id)",
      ["line.sku", "line", "s.maybe?.lines", "s.maybe", "s"],
    ],
    ["{ if (s.maybe === null) return ''; return s.maybe.id; }", []],
    ["s.record.a", ["s.record", "s"]],
    ["s.names.map((s) => s.length)", ["s.names", "s", "s.length", "s"]],
    ["s.names.map((name = '') => name.length)", ["s.names", "s"]],
    ["s.order.lines.map(({ sku }) => sku + 'x')", ["s.order.lines", "s.order", "s"]],
    ["s.names.map((name) => { const s = name; return s.length; })", ["s.names", "s"]],
  ])("leaves to the checker what a test or another declaration may change in %s", (source, known) => {
    expect(knownIn(source).sort()).toEqual([...known].sort());
  });
});
