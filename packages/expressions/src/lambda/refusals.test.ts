import { describe, expect, it } from "vitest";
import { compileLambda, compileLambdas } from "../../test/harness.js";
import { refusalPrelude, refusals } from "../../test/refusals.js";

const head = "(s: Scope) => ";
const compiled = compileLambdas(
  refusals.map(({ source }) => head + source),
  { prelude: refusalPrelude },
);

describe("what cannot be lowered", () => {
  it.each(refusals.map((refusal, index) => ({ ...refusal, index })))("refuses $source ($code)", (refusal) => {
    const { lowered, diagnostics } = compiled[refusal.index]!;
    expect(lowered).toBeUndefined();
    let offset = head.length - 1;
    for (let count = 0; count < (refusal.nth ?? 1); count++)
      offset = (head + refusal.source).indexOf(refusal.token, offset + 1);
    expect(
      diagnostics.map(({ code, location }) => ({ code, column: location?.column, length: location?.length })),
    ).toEqual([{ code: refusal.code, column: offset + 1, length: refusal.token.length }]);
  });

  it("reports every fault of a lambda at once", () => {
    const { diagnostics } = compileLambda(`${head}({ a: s.note, b: s.a / s.b, c: s.t ? 1 : 2 })`, {
      prelude: refusalPrelude,
    });
    expect(diagnostics.map(({ code }) => code)).toEqual([
      "expressions/maybe-undefined",
      "expressions/zero-divisor",
      "expressions/not-boolean",
    ]);
  });

  it("refuses async lambdas, generators and further parameters", () => {
    const sources = [
      "async (s: Scope) => 1",
      "function* (s: Scope) { return 1; }",
      "(s: Scope, more: number) => 1",
      "(s: Scope = null!) => 1",
    ];
    const results = compileLambdas(sources, { prelude: refusalPrelude });
    expect(
      results.map(({ diagnostics }) => diagnostics.map(({ code, location }) => `${code}@${location?.column}`)),
    ).toEqual([
      ["expressions/unsupported-syntax@1"],
      ["expressions/unsupported-syntax@9"],
      ["expressions/unsupported-syntax@12"],
      ["expressions/unsupported-syntax@13"],
    ]);
  });

  it.each(['s.t || "none"', 's.note || "none"', 's.label || "none"', "s.a || 1", "s.a / (s.b + 1)", "s.lines || []"])(
    "offers what can be written in the place of %s",
    (source) => {
      const [fault] = compileLambda(head + source, { prelude: refusalPrelude }).diagnostics;
      const advice = /`([^`]+)`/.exec(fault?.help ?? "")?.[1]?.replaceAll("…", "0") ?? "";
      const body = advice.startsWith("const ") ? `{ ${advice.replace("0 / by", "s.a / by")} }` : advice;
      expect(compileLambda(head + body, { prelude: refusalPrelude }).diagnostics).toEqual([]);
    },
  );

  it("offers the method that was most likely meant", () => {
    const { diagnostics } = compileLambda(`${head}s.names.flter((n) => true)`, { prelude: refusalPrelude });
    expect(diagnostics[0]?.help).toContain('Did you mean "filter"?');
  });

  it("has help in words for methods that every JavaScript object has", () => {
    const sources = ["s.a.toLocaleString()", "s.t.valueOf()", 's.record.hasOwnProperty("a")', "s.names.constructor()"];
    const results = compileLambdas(
      sources.map((source) => head + source),
      { prelude: refusalPrelude },
    );
    const general = "Call methods of arrays and texts, and functions of Math, Object and Array.";
    expect(results.map(({ diagnostics }) => diagnostics.map(({ code, help }) => [code, help?.split(":")[0]]))).toEqual([
      [["expressions/unsupported-call", general]],
      [["expressions/unsupported-call", "These are"]],
      [["expressions/unsupported-call", general]],
      [["expressions/unsupported-call", "These are"]],
    ]);
  });

  it("takes a test of an element, with and without noUncheckedIndexedAccess", () => {
    const source = `${head}s.names[0] !== undefined ? s.names[0] : ""`;
    const options = { prelude: refusalPrelude, noUncheckedIndexedAccess: true };
    expect(compileLambda(source, options).jsonata).toBe('$exists($names[0]) ? $names[0] : ""');
    expect(compileLambda(source, { prelude: refusalPrelude }).jsonata).toBe('$exists($names[0]) ? $names[0] : ""');
  });
});
