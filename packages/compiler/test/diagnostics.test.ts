import { describe, expect, it } from "vitest";
import { compileModule, createFixture } from "./compile-fixture.js";

const task = `
const load = lambda.invoke<{ id: string }, { total: number }, "Load.Failed">("\${LoadFunctionArn}");
`;

/** Code and place of each diagnostic of a module of workflows. */
async function faults(text: string): Promise<string[]> {
  const { diagnostics, artifacts } = await compileModule(text);
  expect(artifacts).toEqual([]);
  return diagnostics.map(({ code, location }) => `${code} ${location?.line}:${location?.column}`);
}

const counterSource = {
  "data/schema.cql": `CREATE KEYSPACE shop WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1};
CREATE TABLE shop.counts (name text PRIMARY KEY, n counter);`,
  "data/shop.ts": `import { cassandra } from "@treadle/cassandra";
import type { ShopQueries } from "./shop.gen.js";
export const shop = cassandra.keyspace<ShopQueries>("shop", { schema: "./schema.cql", auth: { secret: "\${S}" } });
export const count = shop.query("count", "UPDATE counts SET n = n + 1 WHERE name = :name");`,
};
const countWorkflow = (options: string) => `import { workflow } from "@treadle/workflow";
import { count } from "../data/shop.js";
export const counting = workflow<{ name: string }>("Counting")
    .task("count", count, (s) => ({ name: s.input.name })${options})
  .succeed();`;

describe("diagnostics", () => {
  it("reports compiler/type-error at TypeScript's place, and nothing that only follows from it", async () => {
    expect(await faults(`export const w = workflow<{ id: string }>("W").return((s) => s.input.idd);`)).toEqual([
      "compiler/type-error 3:70",
    ]);
  });

  it("reports compiler/module-failed for a module that cannot be loaded", async () => {
    expect(await faults(`throw new Error("no"); export const w = workflow<object>("W").succeed();`)).toEqual([
      "compiler/module-failed 1:1",
    ]);
  });

  it("reports compiler/misused-call at a call of the builder that lacks what the types ask for", async () => {
    const misused = [
      `.choice("c", (c) => c.when((s) => s.input.id === "x", (f) => f.succeed()))`,
      `.parallel("p", { a: (f) => f.wait("w", { seconds: 1 }) })`,
      `.map("m", () => [1], (f) => f.return(() => 1), { catch: [{ next: (f) => f.succeed() }] } as never)`,
    ];
    for (const call of misused) {
      const found = await faults(`export const w = workflow<{ id: string }>("W")${call}.succeed();`);
      expect(found).toContainEqual(expect.stringMatching(/^compiler\/misused-call 3:\d+$/));
    }
  });

  it("does not show the hook's insertions in what a module that failed says", async () => {
    const { diagnostics } = await compileModule(`export const w = (workflow<object>("W") as any).sucseed();`);
    expect(diagnostics.map(({ message }) => message).join()).not.toContain("$at");
  });

  it("reports compiler/no-workflows where nothing matches", async () => {
    const { diagnostics } = await createFixture({}).compiler.compile();
    expect(diagnostics).toMatchObject([{ code: "compiler/no-workflows" }]);
  });

  it("checks the data sources of a project that has no workflow yet", async () => {
    const { compiler } = createFixture({
      "data/schema.cql": `CREATE KEYSPACE shop WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1};`,
      "data/shop.ts": `import { cassandra } from "@treadle/cassandra";
        export const shop = cassandra.keyspace("shop", { schema: "./schema.cql", auth: { secret: "arn" } });`,
    });
    const { diagnostics, sources, generated, artifacts } = await compiler.compile();
    expect(diagnostics).toMatchObject([{ code: "compiler/no-workflows" }]);
    expect([...sources.keys()].map(({ name }) => name)).toEqual(["shop"]);
    expect(generated.map(({ file }) => file)).toEqual(["data/shop.gen.ts"]);
    expect(artifacts).toEqual([]);
  });

  it("reports compiler/types-not-strict where types do not tell what may be absent", async () => {
    const { compiler } = createFixture({
      "tsconfig.json": JSON.stringify({ compilerOptions: { module: "nodenext", strict: false } }),
      "workflows/w.ts": `import { workflow } from "@treadle/workflow";
        export const w = workflow<object>("W").succeed();`,
    });
    expect((await compiler.compile()).diagnostics).toMatchObject([{ code: "compiler/types-not-strict" }]);
  });

  it("reports compiler/duplicate-workflow at the second, with the first beside it", async () => {
    const { diagnostics } = await compileModule(`
      export const a = workflow<object>("Same").succeed();
      export const b = workflow<object>("Same").succeed();`);
    expect(diagnostics).toMatchObject([
      { code: "compiler/duplicate-workflow", location: { line: 5 }, related: [{ location: { line: 4 } }] },
    ]);
  });

  it("reports compiler/invalid-workflow-name and compiler/invalid-step-name at their calls", async () => {
    expect(
      await faults(`export const w = workflow<object>("Fulfil order")
        .pass("load-order", () => 1)
        .succeed();`),
    ).toEqual(["compiler/invalid-workflow-name 3:18", "compiler/invalid-step-name 4:10"]);
  });

  it("reports compiler/duplicate-state for two steps of one name in the branches of a choice", async () => {
    expect(
      await faults(`${task}
        export const w = workflow<{ id: string; big: boolean }>("W")
          .choice("size", (c) => c
            .when((s) => s.input.big, (flow) => flow.task("load", load, (s) => ({ id: s.input.id })).return((s) => s.load))
            .otherwise((flow) => flow.task("load", load, (s) => ({ id: s.input.id })).return((s) => s.load)))
          .return((s) => s.size);`),
    ).toEqual(["compiler/duplicate-state 9:39"]);
  });

  it("reports compiler/unreachable-step after a choice whose branches all fail", async () => {
    expect(
      await faults(`${task}
        export const w = workflow<{ id: string; big: boolean }>("W")
          .choice("size", (c) => c
            .when((s) => s.input.big, (flow) => flow.fail("A", { error: "A" }))
            .otherwise((flow) => flow.fail("B", { error: "B" })))
          .task("load", load, (s) => ({ id: s.input.id }))
          .succeed();`),
    ).toEqual(["compiler/unreachable-step 10:12"]);
  });

  it("reports compiler/lambda-not-compiled for a lambda that is not written in the call", async () => {
    expect(
      await faults(`
        const total = (s: { input: { id: string } }) => s.input.id;
        export const w = workflow<{ id: string }>("W")
          .return(total);`),
    ).toEqual(["compiler/lambda-not-compiled 6:12"]);
  });

  it("reports compiler/capture-not-json at the captured name, and what it found", async () => {
    const { diagnostics } = await compileModule(`
      const limits = { most: Number.POSITIVE_INFINITY };
      export const w = workflow<{ n: number }>("W").return((s) => s.input.n < limits.most);`);
    expect(diagnostics).toMatchObject([
      { code: "compiler/capture-not-json", message: expect.stringContaining("Infinity"), location: { line: 5 } },
    ]);
  });

  it("reports compiler/capture-not-json for a name that is declared and not there", async () => {
    const { diagnostics } = await compileModule(`
      declare const NOWHERE: string;
      export const w = workflow<{ n: number }>("W").return((s) => (s.input.n > 1 ? NOWHERE : "none"));`);
    expect(diagnostics).toMatchObject([
      {
        code: "compiler/capture-not-json",
        message: expect.stringContaining('"NOWHERE" is not there'),
        location: { line: 5 },
      },
    ]);
  });

  it("reports compiler/unknown-scope-name where a cast hid it from the types", async () => {
    expect(
      await faults(
        `export const w = workflow<{ id: string }>("W").return((s) => (s as unknown as { idd: string }).idd);`,
      ),
    ).toEqual(["compiler/unknown-scope-name 3:55"]);
  });

  it("reports compiler/outcome-unknown-uncaught for a statement that must not be repeated, and not where it is caught", async () => {
    const { compiler, write } = createFixture({
      ...counterSource,
      "workflows/count.ts": countWorkflow(""),
    });
    const { diagnostics } = await compiler.compile();
    expect(diagnostics).toMatchObject([
      { code: "compiler/outcome-unknown-uncaught", location: { file: "workflows/count.ts", line: 4, column: 6 } },
    ]);
    const caught = `{ catch: [{ errorEquals: ["Cassandra.OutcomeUnknown"], next: (flow) => flow.return(() => null) }] }`;
    write({ "workflows/count.ts": countWorkflow(`, ${caught}`) });
    compiler.refresh(["workflows/count.ts"]);
    expect((await compiler.compile()).diagnostics).toEqual([]);
  });

  it("reports compiler/statement-arguments where a cast got past the types", async () => {
    const { compiler } = createFixture({
      ...counterSource,
      "workflows/count.ts": countWorkflow("").replace(
        "{ name: s.input.name })",
        '{ nam: s.input.name }) as never, { catch: [{ errorEquals: ["States.ALL"], next: (f) => f.return(() => null) }] }',
      ),
    });
    const { diagnostics } = await compiler.compile();
    expect(diagnostics).toMatchObject([
      {
        code: "compiler/statement-arguments",
        message: '"count" runs "count", which has no parameter "nam". Did you mean "name"?',
        location: { file: "workflows/count.ts", line: 4, column: 6 },
      },
      { message: '"count" runs "count", which needs the parameter "name".' },
    ]);
  });

  it("reports compiler/express-not-awaited where a workflow waits for an EXPRESS one", async () => {
    expect(
      await faults(`
        export const child = workflow<object>("Child", { type: "EXPRESS" }).succeed();
        export const parent = workflow<object>("Parent")
          .start("child", child, () => ({}))
          .return((s) => s.child);`),
    ).toEqual(["compiler/express-not-awaited 6:12"]);
  });

  it("reports compiler/unfinished-workflow and compiler/nothing-exported, so that no build removes what is committed", async () => {
    expect(await faults(`export const w = workflow<object>("W").pass("a", () => 1);`)).toEqual([
      "compiler/unfinished-workflow 3:18",
    ]);
    const { diagnostics } = await compileModule(`const w = workflow<object>("W").succeed(); void w;`);
    expect(diagnostics).toMatchObject([{ code: "compiler/nothing-exported" }]);
  });

  it("reports compiler/names-too-alike for workflows and for data sources that would share a placeholder", async () => {
    const { compiler } = createFixture({
      ...counterSource,
      "data/more.ts": `import { cassandra } from "@treadle/cassandra";
export const more = cassandra.keyspace<object>("sh-op", { keyspace: "shop", schema: "./schema.cql", auth: { secret: "\${S}" } });
export const most = cassandra.keyspace<object>("shOp", { keyspace: "shop", schema: "./schema.cql", auth: { secret: "\${S}" } });`,
      "workflows/two.ts": `import { workflow } from "@treadle/workflow";
export const one = workflow<object>("Order_Child").succeed();
export const two = workflow<object>("OrderChild").succeed();`,
    });
    const { diagnostics } = await compiler.compile();
    expect(diagnostics.filter(({ code }) => code === "compiler/names-too-alike")).toHaveLength(2);
  });

  it("reports TypeScript's errors of a call about which a checker only warns", async () => {
    const { compiler } = createFixture({
      ...counterSource,
      "data/shop.ts": `${counterSource["data/shop.ts"]}
export const all = shop.query("all", "SELECT name, n FROM counts", { nothing: 5 });`,
      "workflows/empty.ts": `import { workflow } from "@treadle/workflow";
export const empty = workflow<object>("Empty").succeed();`,
    });
    const { diagnostics } = await compiler.compile();
    expect(diagnostics.map(({ code }) => code)).toContain("compiler/type-error");
  });

  it("gives diagnostics, not a crash, for calls that TypeScript refuses", async () => {
    expect(
      await faults(`export const w = workflow<{ n: number }>("W")
        .choice("c", (c) => c.when((s) => s.input.n > 1, (flow) => flow.return(() => 1)) as never)
        .task("t", "load" as never as string, () => ({}))
        .return((s) => s.c);`),
    ).toContain("compiler/type-error 5:20");
  });

  it("reports a captured constant that holds itself", async () => {
    expect(
      await faults(`
        interface Ring { next: Ring | null }
        const ring: Ring = { next: null };
        ring.next = ring;
        export const w = workflow<object>("W").return(() => ring);`),
    ).toEqual([expect.stringContaining("compiler/capture-not-json 7:")]);
  });

  it("reports compiler/duplicate-source for two data sources of one name", async () => {
    const { compiler } = createFixture({
      ...counterSource,
      "data/again.ts": `import { cassandra } from "@treadle/cassandra";
export const again = cassandra.keyspace<object>("shop", { schema: "./schema.cql", auth: { secret: "\${S}" } });`,
      "workflows/empty.ts": `import { workflow } from "@treadle/workflow";
export const empty = workflow<object>("Empty").succeed();`,
    });
    const { diagnostics } = await compiler.compile();
    expect(diagnostics.map(({ code }) => code)).toContain("compiler/duplicate-source");
  });

  it("leads what Step Functions would refuse back to the TypeScript", async () => {
    expect(
      await faults(`export const w = workflow<object>("W")
        .wait("pause", { seconds: -1 })
        .succeed();`),
    ).toEqual([expect.stringMatching(/^asl\/.* 4:10$/)]);
  });

  it("reports faults of several kinds and modules at once", async () => {
    const { compiler } = createFixture({
      "workflows/a.ts": `import { workflow } from "@treadle/workflow";
        export const a = workflow<object>("A").pass("a-b", () => 1).succeed();`,
      "workflows/b.ts": `import { workflow } from "@treadle/workflow";
        export const b = workflow<{ n: number }>("B").return((s) => s.input.nn);`,
    });
    const { diagnostics } = await compiler.compile();
    expect(diagnostics.map(({ code, location }) => [code, location?.file]).sort()).toEqual([
      ["compiler/invalid-step-name", "workflows/a.ts"],
      ["compiler/type-error", "workflows/b.ts"],
    ]);
  });
});

describe("Compiler", () => {
  it("gives the same artifacts after reformatting, and new ones after a change", async () => {
    const source = (total: string) => `import { workflow } from "@treadle/workflow";
      export const w = workflow<{ n: number }>("W").return((s) => ${total});`;
    const { compiler, write } = createFixture({ "workflows/w.ts": source("s.input.n + 1") });
    const first = await compiler.compile();
    write({ "workflows/w.ts": source("\n\n   s.input.n   +   1\n") });
    expect(compiler.refresh(["workflows/w.ts"])).toBe(true);
    expect((await compiler.compile()).artifacts).toEqual(first.artifacts);
    write({ "workflows/w.ts": source("s.input.n + 2") });
    compiler.refresh(["workflows/w.ts"]);
    const changed = await compiler.compile();
    expect(changed.diagnostics).toEqual([]);
    expect(changed.artifacts).not.toEqual(first.artifacts);
    expect(changed.workflows[0]?.definition).toContain("+ 2");
  });

  it("sees a changed tsconfig, a new module that was missing, and changed JSON", async () => {
    const { compiler, write } = createFixture({
      "tsconfig.json": JSON.stringify({
        compilerOptions: { module: "nodenext", strict: false, resolveJsonModule: true },
      }),
      "workflows/limit.json": "1",
      "workflows/w.ts": `import { workflow } from "@treadle/workflow";
        import { step } from "./step.js";
        import limit from "./limit.json" with { type: "json" };
        export const w = workflow<{ n: number }>("W").return((s) => s.input.n + limit + step);`,
    });
    const codes = async () => (await compiler.compile()).diagnostics.map(({ code }) => code);
    expect(await codes()).toEqual(["compiler/types-not-strict"]);
    write({
      "tsconfig.json": JSON.stringify({
        compilerOptions: { module: "nodenext", strict: true, resolveJsonModule: true },
      }),
    });
    expect(compiler.refresh(["tsconfig.json"])).toBe(true);
    expect(await codes()).toContain("compiler/type-error");
    write({ "workflows/step.ts": "export const step = 10;" });
    expect(compiler.refresh(["workflows/step.ts"])).toBe(true);
    const first = await compiler.compile();
    expect(first.diagnostics).toEqual([]);
    expect(first.workflows[0]?.definition).toContain("+ 1 + 10");
    write({ "workflows/limit.json": "2" });
    expect(compiler.refresh(["workflows/limit.json"])).toBe(true);
    expect((await compiler.compile()).workflows[0]?.definition).toContain("+ 2 + 10");
  });

  it("takes in new modules, forgets removed ones, and ignores what is no source", async () => {
    const workflowNamed = (name: string) => `import { workflow } from "@treadle/workflow";
      export const w = workflow<object>("${name}").succeed();`;
    const { compiler, write } = createFixture({ "workflows/a.ts": workflowNamed("A") });
    await compiler.compile();
    write({ "workflows/b.ts": workflowNamed("B"), "other/c.ts": workflowNamed("C") });
    expect(compiler.refresh(["other/c.ts"])).toBe(false);
    expect(compiler.refresh(["workflows/b.ts"])).toBe(true);
    expect((await compiler.compile()).workflows.map(({ name }) => name)).toEqual(["A", "B"]);
  });
});
