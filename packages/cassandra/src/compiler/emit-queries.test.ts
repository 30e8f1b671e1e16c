import ts from "@treadle/expressions/typescript";
import { describe, expect, it } from "vitest";
import { shopSchema } from "../../test/shop-schema.js";
import { createKeyspaceSource } from "../tasks/keyspace-source.js";
import { compiler } from "./check-source.js";

const texts = [
  "SELECT id, total, ship_to, tags, attributes FROM orders WHERE id = :orderId",
  "SELECT sku\n  FROM order_lines\n  WHERE order_id = :orderId",
  "SELECT nope FROM orders WHERE id = :orderId",
];

async function generate(): Promise<string> {
  const site = { location: { file: "shop.ts", line: 1, column: 1 }, literalArguments: [true, true] };
  const shop = createKeyspaceSource("shop", { schema: "./schema.cql", auth: { secret: "secret" } }, site);
  texts.forEach((text, at) => {
    shop.$at(site).query(`q${at}`, text);
  });
  const checked = await compiler.check(shop, { readText: () => shopSchema, typeArguments: () => [] });
  return checked.generated[0]!.text;
}

/** The messages of the TypeScript compiler, with the line they stand on. */
function typeCheck(generated: string, body: readonly string[]): readonly string[] {
  const folder = new URL("../../test/", import.meta.url).pathname;
  const files = new Map([
    [`${folder}shop.gen.ts`, generated],
    [
      `${folder}shop.ts`,
      [
        'import { cassandra } from "@treadle/cassandra";',
        'import { workflow } from "@treadle/workflow";',
        'import type { ShopQueries } from "./shop.gen.js";',
        'const shop = cassandra.keyspace<ShopQueries>("shop", { schema: "./schema.cql", auth: { secret: "s" } });',
        'const flow = workflow<{ id: string }>("W");',
        ...body,
      ].join("\n"),
    ],
  ]);
  const options = {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path) ?? readFile(path);
  const program = ts.createProgram([...files.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const text = typeof messageText === "string" ? messageText : messageText.messageText;
    if (!file?.fileName.endsWith("/shop.ts")) return `${file?.fileName}: ${text}`;
    return `line ${file.getLineAndCharacterOfPosition(start!).line - 4}: ${text}`;
  });
}

describe("the generated types", () => {
  it("give rows their types, also for texts of several lines", async () => {
    expect(
      typeCheck(await generate(), [
        `const order = shop.query("order", ${JSON.stringify(texts[0])}).one();`,
        "const lines = shop.query('lines', `SELECT sku\n  FROM order_lines\n  WHERE order_id = :orderId`);",
        'flow.task("order", order, (s) => ({ orderId: s.input.id })).task("lines", lines, (s) => ({ orderId: s.input.id }))',
        "  .return((s) => [s.order?.ship_to?.city, s.order?.attributes?.colour, s.lines.map((line) => line.sku)]);",
      ]),
    ).toEqual([]);
  });

  it("make a wrong text a type error with our diagnostic", async () => {
    expect(typeCheck(await generate(), [`shop.query("wrong", ${JSON.stringify(texts[2])});`])).toEqual([
      `line 1: Argument of type 'string' is not assignable to parameter of type 'CqlDiagnostic<"cassandra/unknown-column: Table orders has no column \\"nope\\". at 1:8">'.`,
    ]);
  });

  it("refuse texts that were not checked and texts that are no literals", async () => {
    expect(
      typeCheck(await generate(), [
        'shop.query("new", "SELECT id FROM orders");',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the hole is in the checked source.
        'shop.query("built", `SELECT ${"id" as string} FROM orders`);',
      ]),
    ).toEqual([
      "line 1: Argument of type 'string' is not assignable to parameter of type 'CqlDiagnostic<\"query not yet checked: run treadle check\">'.",
      "line 2: Argument of type 'string' is not assignable to parameter of type 'CqlDiagnostic<\"cassandra/text-not-literal: the text of a query must be a literal; values go into markers such as :id\">'.",
    ]);
  });
});
