// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources of lambdas hold templates.
import { beforeAll, describe, expect, it } from "vitest";
import { cases, inputs, prelude } from "../../test/cases/index.js";
import { allOutcomes, type CompiledLambda, compileLambdas } from "../../test/harness.js";

describe("lowerLambda", () => {
  let compiled: readonly CompiledLambda[] = [];
  beforeAll(() => {
    compiled = compileLambdas(
      cases.map(({ source }) => `(s: Scope) => ${source}`),
      { prelude },
    );
  }, 60_000);

  it.each(cases.map((entry, index) => ({ ...entry, index })))("prints and runs $source", async ({ index, jsonata }) => {
    const lambda = compiled[index]!;
    expect(lambda.diagnostics).toEqual([]);
    expect(lambda.typeErrors).toEqual([]);
    for (const input of inputs) {
      const { node, ...others } = await allOutcomes(lambda, input);
      expect(node).toHaveProperty("json");
      for (const [way, outcome] of Object.entries(others)) expect({ way, ...outcome }).toEqual({ way, ...node });
    }
    expect(lambda.jsonata).toBe(jsonata);
  });

  it("takes no scope, a destructured scope and nested patterns", () => {
    const [constant, destructured, nested] = compileLambdas(
      [
        "() => LIMIT",
        "({ order, names: all }: Scope) => [order.id, ...all]",
        "({ order: { id, note = '-' } }: Scope) => id + note",
      ],
      { prelude },
    );
    expect(constant!.jsonata).toBe("2");
    expect(destructured!.jsonata).toBe("[$order.id, $names]");
    expect(nested!.jsonata).toBe('$order.id & ($exists($order.note) ? $order.note : "-")');
  });

  it("names captures by the longest constant reference, once each, in order", () => {
    const source = "(s: Scope) => [rates.deep.list[0] ?? LIMIT, rates.eu, LIMIT, table['b-c'].length]";
    expect(compileLambdas([source], { prelude })[0]!.lowered?.captures).toEqual([
      "rates.deep.list",
      "LIMIT",
      "rates.eu",
      'table["b-c"]',
    ]);
  });

  it("gives locals names that hide neither functions nor steps", () => {
    const source =
      "(s: Scope) => s.names.map((names) => s.numbers.map((count) => names + s.names.length + s.numbers.length))";
    expect(compileLambdas([source], { prelude })[0]!.jsonata).toBe(
      "[$map($names, function($names2) { [$map($numbers, function($count2) { $names2 & $count($names) & $count($numbers) })] })[]]",
    );
  });

  it("takes the index of a Map iteration for an integer", () => {
    const source =
      "(s: { readonly index: number; readonly rows: readonly string[] }) => `${s.index + 1}. ${s.rows[s.index] ?? ''}`";
    expect(compileLambdas([source])[0]!.jsonata).toBe(
      '$index + 1 & ". " & ($value := $rows[$index]; $exists($value) ? $value : "")',
    );
  });
});
