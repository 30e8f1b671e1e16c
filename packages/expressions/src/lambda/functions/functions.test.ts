import { describe, expect, it } from "vitest";
import { allOutcomes, compileLambda } from "../../../test/harness.js";

const prelude = `
interface Node { readonly value: number; readonly children: readonly Node[] }
interface Scope { readonly tree: Node; readonly n: number; readonly names: readonly string[] }
const s = Math.random() > 2 ? 1 : 2;
const RATE = 3;
function hidden(n: number): number { return n + s; }
function rated(n: number): number { return n * RATE; }
function unused(n: number): number { return n; }
const depth = (node: Node): number => 1 + Math.max(0, ...node.children.map((child) => depth(child)));
const byName = (node: Node): number => node.children.map(byName).length;
async function later(n: number): Promise<number> { return n; }
`;
const options = { prelude };

const leaf = { value: 1, children: [] };
const scope = { n: 2, names: ["a"], tree: { value: 0, children: [leaf, { value: 2, children: [leaf] }] } };

describe("functions of the project", () => {
  it("become JSONata functions, bound in the member that calls them", async () => {
    const lambda = compileLambda("(s: Scope) => ({ a: rated(s.n), b: s.names, c: rated(1) })", options);
    expect(lambda.jsonata).toBe(
      '{"a": ($rated := function($n2) { $n2 * 3 }; $rated($n)), "b": $names, "c": ($rated := function($n2) { $n2 * 3 }; $rated(1))}',
    );
    const { node, ...others } = await allOutcomes(lambda, scope);
    expect(node).toEqual({ json: { a: 6, b: ["a"], c: 3 } });
    for (const outcome of Object.values(others)) expect(outcome).toEqual(node);
  });

  it("may call themselves", async () => {
    const lambda = compileLambda("(s: Scope) => depth(s.tree)", options);
    expect(lambda.diagnostics).toEqual([]);
    const { node, ...others } = await allOutcomes(lambda, scope);
    expect(node).toEqual({ json: 3 });
    for (const outcome of Object.values(others)) expect(outcome).toEqual(node);
  });

  it("are refused where they use what the lambda's module does not have under that name", () => {
    const { lowered, diagnostics } = compileLambda("(s: Scope) => hidden(s.n)", options);
    expect(lowered).toBeUndefined();
    expect(diagnostics.map(({ code, help }) => [code, help])).toEqual([
      ["expressions/captured-elsewhere", 'Give "s" to the function as a parameter, or write its value as a literal.'],
    ]);
  });

  it("are refused by name inside themselves, with the call to write", () => {
    const { diagnostics } = compileLambda("(s: Scope) => byName(s.tree)", options);
    expect(diagnostics[0]?.help).toBe("Write the function in place: `(item) => byName(item)`.");
  });

  it("are refused where they are async", () => {
    const { diagnostics } = compileLambda("(s: Scope) => later(s.n)", options);
    expect(diagnostics[0]?.message).toBe("An async function cannot be lowered to JSONata.");
  });
});
