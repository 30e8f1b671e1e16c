// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources of constants hold templates.
import { describe, expect, it } from "vitest";
import { allOutcomes, compileLambda } from "../../../test/harness.js";

const base = `
export const ONE = 1;
export const WORD = "word";
export const BASE = { a: 1, b: "two", list: [1, 2] } as const;
export const LIST = ["x", "y"] as const;
export enum Kind { A = "a", B = "b" }
export enum Level { Low, Middle = 5, High }
export const enum Fixed { One = 1 }
export default { deep: [{ n: 7 }] };
`;

/** Compiles `(s) => read(s.n)`, where `read` stands in another module and uses the constant C. */
function compileConstant(declarations: string, body = "C", head = "") {
  return compileLambda("(s: { readonly n: number }) => read(s.n)", {
    prelude: `import { read } from "./helpers.js";\n${head}`,
    modules: {
      base,
      again: `export { BASE as RENAMED, LIST } from "./base.js"; export * as all from "./base.js";`,
      helpers: `import whole, { BASE, Fixed, Kind, Level, LIST, ONE, WORD } from "./base.js";
import * as base from "./base.js";
import { all, RENAMED } from "./again.js";
${declarations}
export const read = (n: number) => ({ n, value: ${body} });`,
    },
  });
}

describe("constants of other modules", () => {
  it.each([
    ["export const C = ONE;", 1],
    ["export const C = 24 * 60 * 60 * 1000;", 86_400_000],
    ["export const C = (7 - 2) / 4 + (7 % 4) + 2 ** 3;", 12.25],
    ["export const C = 0.1 + 0.2;", 0.1 + 0.2],
    ["export const C = 0x1f + 1_000 + (1 << 4 | 1);", 1048],
    ["export const C = [-ONE, +ONE, !ONE, !true, ~ONE] as const;", [-1, 1, false, false, -2]],
    ["export const C = WORD + '-' + 1 + true;", "word-1true"],
    ["export const C = `n${1}${WORD}${2.5}` as const;", "n1word2.5"],
    ["export const C = { ...BASE, c: 3, a: 2 } as const;", { a: 2, b: "two", list: [1, 2], c: 3 }],
    ["export const C = [...LIST, 'z', ...[LIST]] as const;", ["x", "y", "z", ["x", "y"]]],
    ["export const C = { ONE, WORD };", { ONE: 1, WORD: "word" }],
    ["export const C = { [Kind.A]: 1, [Level.High]: 2, 'x-y': 3 };", { a: 1, 6: 2, "x-y": 3 }],
    ["export const C = Object.freeze({ q: ONE });", { q: 1 }],
    ["export const C = (([ONE] satisfies number[]) as number[])!;", [1]],
    ["export const C = [Kind.B, Kind['A'], base.Kind.A, Level.Low, Level.High, Fixed.One];", ["b", "a", "a", 0, 6, 1]],
    ["export const C = Level;", { 0: "Low", 5: "Middle", 6: "High", Low: 0, Middle: 5, High: 6 }],
    [
      "export const C = [BASE.b, BASE['a'], BASE.list[1], LIST[0], LIST.length, WORD.length];",
      ["two", 1, 2, "x", 2, 4],
    ],
    ["export const C = [RENAMED.a, all.ONE, base.LIST, all.BASE.list];", [1, 1, ["x", "y"], [1, 2]]],
    ["export const C = whole.deep[0]!.n;", 7],
    ["namespace Limits { export const most = 3 * ONE; } export const C = Limits.most;", 3],
    ["const E = 3; const D = E; export const C = { D };", { D: 3 }],
  ])("are read from their source: %s", async (declarations, value) => {
    const lambda = compileConstant(declarations);
    expect(lambda.diagnostics).toEqual([]);
    expect(lambda.lowered?.captures).toEqual([]);
    const outcomes = await allOutcomes(lambda, { n: 1 });
    for (const outcome of Object.values(outcomes)) expect(outcome).toEqual({ json: { n: 1, value } });
  });

  it.each([
    ["enum", "export const C = 0;", "n === 1 ? (Kind.B as Kind) === Kind.A : Kind.B"],
    ["enum by name", "export const C = 0;", 'Kind["B"] + Level.High'],
    ["member", "export const C = { ...BASE };", "C.list.map((each) => each * ONE)"],
    ["table", "const C: { readonly [key: string]: number } = { [Kind.A]: ONE };", 'C[n > 0 ? "a" : "b"] ?? 0'],
    ["default of a parameter", "const C = (n: number, by = 2 * ONE) => n * by;", "C(n)"],
  ])("are read where a function uses them: %s", async (_, declarations, body) => {
    const lambda = compileConstant(declarations, body);
    expect(lambda.diagnostics).toEqual([]);
    const { node, ...others } = await allOutcomes(lambda, { n: 1 });
    expect(node).toHaveProperty("json");
    for (const outcome of Object.values(others)) expect(outcome).toEqual(node);
  });

  it.each([
    ["export const C = Math.max(1, 2);"],
    ["export const C = 1 / (ONE - 1);"],
    ["export const C = 2 ** 1024;"],
    ["export const C = 1e999;"],
    ["enum E { A = 1 / 0 } export const C = E.A;"],
    ["enum E { A = 'a'.length } export const C = E.A;"],
    ["const D = Object.freeze; export const C = D({ a: 1 });"],
    [
      "const own = () => { const Object = { freeze: (n: number) => n + 1 }; return Object.freeze(1); }; const C = own();",
    ],
    [
      "namespace N { const Object = { freeze: (n: number) => n + 1 }; export const c = Object.freeze(1); } const C = N.c;",
    ],
    ["export const C = { __proto__: BASE };"],
    ["export const C = [...WORD];"],
    ["export const C = { get a() { return 1; } };"],
    ["let d = 1; export const C = d; d = 2;"],
    ["export const C: number[] = [1]; C.push(2);"],
    ["export const C = { a: 1 }; C.a = 2;"],
    ["export const C = { a: { b: 1 } }; C.a.b += 2;"],
    ["export const C = { a: 1 }; [C.a] = [2];"],
    ["export const C: { a?: number } = { a: 1 }; delete C.a;"],
    ["export const C = { a: 1 }; Object.assign(C, { a: 2 });"],
    ["const D = { a: 1 }; D.a++; export const C = { ...D };"],
    ["export const C: number = 1 || C;"],
  ])("are refused where the source does not tell their value: %s", (declarations) => {
    const { lowered, diagnostics } = compileConstant(declarations);
    expect(lowered).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(["expressions/captured-elsewhere"]);
  });

  it("are refused as variables and as code where they are that", () => {
    const codes = (declarations: string) => compileConstant(declarations).diagnostics.map(({ code }) => code);
    expect(codes("export let C = 1; C += 1;")).toEqual(["expressions/captured-variable"]);
    expect(codes("export class C {}")).toEqual(["expressions/captured-function"]);
  });

  it("are refused where the lambda's module has another constant under that name, or another name for it", () => {
    const declarations = "export const C = Math.max(2, 1);";
    for (const head of ['import { ONE as C } from "./base.js";', 'import { C as D } from "./helpers.js";']) {
      const { diagnostics } = compileConstant(declarations, "C", head);
      expect(diagnostics.map(({ code }) => code)).toEqual(["expressions/captured-elsewhere"]);
    }
  });
});
