// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders are what this file is about.
import { describe, expect, it } from "vitest";
import { compileModule } from "./compile-fixture.js";

const head = 'import { jsonata, param } from "@treadle/workflow";\n';

const outputOf = async (body: string, before = ""): Promise<unknown> => {
  const { workflows, diagnostics } = await compileModule(
    `${head}interface In { readonly a: number; readonly t: string; readonly lines: { readonly id: string; readonly qty: number }[] }
${before}
export const it = workflow<In>("W").return((s) => (${body}));`,
  );
  expect(diagnostics).toEqual([]);
  const definition = JSON.parse(workflows[0]!.definition) as {
    readonly States: Record<string, { readonly Output: unknown }>;
  };
  return definition.States.return?.Output;
};

/** The faults of several bodies, compiled at once: each code, with the column in the body. */
const faultsOf = async (...bodies: readonly string[]): Promise<readonly (readonly string[])[]> => {
  const start = (index: number): string => `export const it${index} = workflow<In>("W${index}").return((s) => (`;
  const flows = bodies.map((body, index) => `${start(index)}${body}));`);
  const { diagnostics } = await compileModule(
    `${head}interface In { readonly a: number; readonly t: string; readonly lines: { readonly qty: number }[] }\n${flows.join("\n")}`,
  );
  // The prelude has two lines, and the bodies begin after two more.
  return bodies.map((_, index) =>
    diagnostics
      .filter(({ location }) => location?.line === index + 5)
      .map(({ code, location }) => `${code} ${location!.column - start(index).length}`),
  );
};

describe("param", () => {
  it("is a placeholder in the definition, and joins the texts around it", async () => {
    const body =
      '{ table: param("OrdersTable", "table-name"), url: `https://${param("Host")}/x`, key: param("Prefix") + s.input.t }';
    expect(await outputOf(body)).toEqual({
      table: "${OrdersTable}",
      url: "https://${Host}/x",
      key: '{% "${Prefix}" & $states.context.Execution.Input.t %}',
    });
  });

  it("may be a constant of the module, inside others", async () => {
    const before =
      'const TABLE = param("OrdersTable", "table-name");\nconst CONFIG = { table: TABLE, list: [`${TABLE}-log`, "x"] };';
    expect(await outputOf('[CONFIG, TABLE, "$" + "{Other}"]', before)).toEqual([
      { table: "${OrdersTable}", list: ["${OrdersTable}-log", "x"] },
      "${OrdersTable}",
      '{% "$" & "{Other}" %}',
    ]);
  });

  it("is listed in the manifest with its kind, of which a task's is the more exact", async () => {
    const { artifacts } = await compileModule(`${head}
const notify = lambda.invoke<{ table: string; own: string }, null>("\${NotifyArn}");
export const it = workflow<{ a: string }>("W")
  .task("notify", notify, () => ({ table: param("OrdersTable", "table-name"), own: param("NotifyArn") }))
  .return(() => param("Stage"));`);
    const manifest = JSON.parse(artifacts.find(({ file }) => file === "W.manifest.json")!.text) as object;
    expect(manifest).toMatchObject({
      placeholders: [
        { name: "AccountId", kind: "account-id" },
        { name: "NotifyArn", kind: "lambda-function-arn" },
        { name: "OrdersTable", kind: "table-name" },
        { name: "Partition", kind: "partition" },
        { name: "Region", kind: "region" },
        { name: "Stage", kind: "text" },
      ],
    });
  });

  it("needs a constant name of letters and digits", async () => {
    expect(await faultsOf("param(s.input.t)", 'param("Orders-Table")')).toEqual([
      ["expressions/unsupported-syntax 7"],
      ["expressions/unsupported-syntax 7"],
    ]);
  });
});

describe("jsonata`…`", () => {
  const input = "$states.context.Execution.Input";

  it("stands in an expression, with values and functions of the lambda in it", async () => {
    expect(await outputOf("jsonata<number>`$average(${s.input.lines}.qty)`")).toBe(
      `{% $average(${input}.lines.qty) %}`,
    );
    expect(await outputOf("jsonata<unknown>`${s.input.lines}^(qty)[[0..2]]`")).toBe(
      `{% ${input}.lines^(qty)[[0..2]] %}`,
    );
    expect(await outputOf("jsonata<number>`${s.input.a + 1} * 2` + 1")).toBe(`{% ((${input}.a + 1) * 2) + 1 %}`);
    expect(await outputOf("[jsonata<number[]>`[1, 2]`, 3]")).toEqual(["{% [([1, 2])] %}", 3]);
    expect(
      await outputOf(
        "jsonata<string[]>`$sort(${s.input.lines}, ${(a: { qty: number }, b: { qty: number }) => a.qty > b.qty}).id`",
      ),
    ).toBe(`{% $sort(${input}.lines, function($a, $b) { $a.qty > $b.qty }).id %}`);
  });

  it("keeps what it binds apart from what is interpolated", async () => {
    const { workflows, diagnostics } = await compileModule(`${head}
export const it = workflow<{ ids: string[] }>("W")
  .pass("order", (s) => ({ id: s.uuid() }))
  .return((s) => jsonata<string[]>\`$map(\${s.input.ids}, function($order) { $order & \${s.order.id} })\`);`);
    expect(diagnostics).toEqual([]);
    expect(workflows[0]!.definition).toContain(
      JSON.stringify(
        "{% (\n  $value := $states.context.Execution.Input.ids;\n  $value2 := $order.id;\n  $map($value, function($order) { $order & $value2 })\n) %}",
      ),
    );
  });

  it("is written on one line where line breaks mean nothing", async () => {
    expect(await outputOf("jsonata<number>`\n  $sum(\n    ${s.input.lines}.qty\n  )\n`")).toBe(
      `{% $sum( ${input}.lines.qty ) %}`,
    );
    expect(await outputOf('jsonata<string>`"a\n  b" & ${s.input.t}`')).toBe(`{% "a\n  b" & ${input}.t %}`);
  });

  it("is refused where JSONata 2.0.6 or Step Functions would not take it", async () => {
    const faults = await faultsOf(
      "jsonata<number>`${s.input.a} ?? 1`",
      "jsonata<number>`$sum(input.lines)`",
      "jsonata<number>`$states.input.a`",
      'jsonata<number>`$eval("1")`',
      'jsonata<string>`"Hi ${s.input.t}"`',
      'jsonata<string>`"\\${X}"`',
    );
    expect(faults).toEqual([
      ["expressions/jsonata-syntax 16"],
      ["expressions/jsonata-reference 16"],
      ["expressions/jsonata-reference 16"],
      ["expressions/jsonata-reference 16"],
      ["expressions/jsonata-hole 23"],
      ["expressions/jsonata-mark 16"],
    ]);
  });
});
