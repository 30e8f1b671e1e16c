import { readFileSync } from "node:fs";
import { Compiler } from "@treadle/compiler";
import { describe, expect, it } from "vitest";
import { createFixture, type Fixture } from "./compile-fixture.js";

const counted = (name: string, value: string, imports = "") => `import { workflow } from "@treadle/workflow";
${imports}
const runs = ((globalThis as { runsOf?: Record<string, number> }).runsOf ??= {});
runs["${name}"] = (runs["${name}"] ?? 0) + 1;
export const w${name} = workflow<{ n: number }>("${name}").return((s) => ${value});`;

const runsOf = (name: string) => (globalThis as { runsOf?: Record<string, number> }).runsOf?.[name];

/** What a compiler that was kept gives, and what a new one does. */
async function both({ compiler, root }: Fixture) {
  const kept = await compiler.compile();
  const anew = await new Compiler({ root, workflows: ["workflows/*.ts"], sources: ["data/*.ts"] }).compile();
  return { kept, anew };
}

describe("a compiler that is kept", () => {
  it("runs again only the modules that have changed, and those that import them", async () => {
    const fixture = createFixture({
      "workflows/a.ts": counted("A1", "s.input.n + 1"),
      "workflows/b.ts": counted("B1", "s.input.n + rate", `import { rate } from "./rate.js";`),
      "workflows/rate.ts": "export const rate = 2;",
    });
    const first = await fixture.compiler.compile();
    expect(first.diagnostics).toEqual([]);
    fixture.write({ "workflows/rate.ts": "export const rate = 3;" });
    expect(fixture.compiler.refresh(["workflows/rate.ts"])).toBe(true);
    const second = await fixture.compiler.compile();
    expect([runsOf("A1"), runsOf("B1")]).toEqual([1, 2]);
    expect(second.workflows.map(({ definition }) => definition.includes("+ 3"))).toEqual([false, true]);
    expect(second.workflows[0]).toBe(first.workflows[0]);
  });

  it("gives the same as a new one after changes of types, of helpers and of global declarations", async () => {
    const fixture = createFixture({
      "workflows/a.ts": counted("A2", "double(s.input.n) + tax", `import { double } from "./lib/double.js";`),
      "workflows/lib/double.ts": "export const double = (n: number) => n * 2;",
      "workflows/globals.ts": "export {}; declare global { var tax: number }\nglobalThis.tax = 1;",
    });
    await fixture.compiler.compile();
    fixture.write({ "workflows/lib/double.ts": "export const double = (n: number) => n + n;" });
    fixture.compiler.refresh(["workflows/lib/double.ts"]);
    const changed = await both(fixture);
    expect(changed.kept.artifacts).toEqual(changed.anew.artifacts);
    fixture.write({ "workflows/globals.ts": "export {}; declare global { var tax: string }\nglobalThis.tax = '1';" });
    fixture.compiler.refresh(["workflows/globals.ts"]);
    const { kept, anew } = await both(fixture);
    expect(kept.diagnostics).toEqual(anew.diagnostics);
    expect(kept.diagnostics.length).toBeGreaterThan(0);
  });

  it("knows the places of calls that have moved where nothing else of the module has changed", async () => {
    // TypeScript's own compiler, which an enum needs, drops blank lines.
    const moved = (gap: string) => `import { workflow } from "@treadle/workflow";
enum Level { Low, High }
${gap}
export const w = workflow<{ n: number }>("Moved").wait("pause", { seconds: 5 }).fail("Stop", { error: Level[0]! });`;
    const fixture = createFixture({ "workflows/w.ts": moved("") });
    const first = await fixture.compiler.compile();
    expect(first.diagnostics).toEqual([]);
    fixture.write({ "workflows/w.ts": moved("\n\n\n") });
    fixture.compiler.refresh(["workflows/w.ts"]);
    const { kept, anew } = await both(fixture);
    expect(kept.sourceMaps).toEqual(anew.sourceMaps);
    expect(kept.sourceMaps).not.toEqual(first.sourceMaps);
  });

  it("runs modules again where they have read a changed file by themselves", async () => {
    const source = `// @ts-expect-error: the fixture has no types of Node.js.
import { readFileSync } from "node:fs";
import { workflow } from "@treadle/workflow";
const price = Number(readFileSync(new URL("./price.txt", import.meta.url), "utf8"));
export const w = workflow<{ n: number }>("W").return((s) => s.input.n * price);`;
    const fixture = createFixture({ "workflows/w.ts": source, "workflows/price.txt": "2", "notes.txt": "a" });
    await fixture.compiler.compile();
    fixture.write({ "workflows/price.txt": "5", "notes.txt": "b" });
    expect(fixture.compiler.refresh(["notes.txt"])).toBe(false);
    expect(fixture.compiler.refresh(["workflows/price.txt"])).toBe(true);
    expect((await fixture.compiler.compile()).workflows[0]?.definition).toContain("* 5");
  });

  it("tries a module that failed again", async () => {
    const fixture = createFixture({
      "workflows/w.ts": counted("A3", "s.input.n + rate", `import { rate } from "./lib/rate.js";`),
      "workflows/lib/rate.ts": `export const rate: number = (() => { throw new Error("no rate"); })();`,
    });
    expect((await fixture.compiler.compile()).diagnostics).toMatchObject([{ code: "compiler/module-failed" }]);
    fixture.write({ "workflows/lib/rate.ts": "export const rate = 4;" });
    fixture.compiler.refresh(["workflows/lib/rate.ts"]);
    const { diagnostics, workflows } = await fixture.compiler.compile();
    expect(diagnostics).toEqual([]);
    expect(workflows[0]?.definition).toContain("+ 4");
  });

  it("writes generated types by the statements alone, and checks no workflow for that", async () => {
    const { compiler, root } = createFixture({
      "data/schema.cql": `CREATE KEYSPACE shop WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1};
CREATE TABLE shop.items (id text PRIMARY KEY, n int);`,
      "data/shop.ts": `import { cassandra } from "@treadle/cassandra";
export const shop = cassandra.keyspace<object>("shop", { schema: "./schema.cql", auth: { secret: "s" } });
export const read = shop.query("read", "SELECT n FROM items WHERE id = :id" as never);`,
      "workflows/w.ts": counted("A4", "s.input.n"),
    });
    const { generated } = await compiler.checkStatements();
    expect(generated.map(({ file }) => file)).toEqual(["data/shop.gen.ts"]);
    expect(runsOf("A4")).toBeUndefined();
    expect(readFileSync(`${root}/workflows/w.ts`, "utf8")).toContain("A4");
  });
});
