import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Compiler, writeArtifacts, writeFiles } from "@treadle/compiler";
import { BuildCache } from "@treadle/compiler/files";
import { describe, expect, it, onTestFinished } from "vitest";
import { createFixture, type Fixture } from "./compile-fixture.js";

const record = ".treadle/build-cache.json";
const options = ({ root }: Fixture) => ({ root, workflows: ["workflows/*.ts"], sources: ["data/*.ts"] });

const project = {
  "tsconfig.json": JSON.stringify({ compilerOptions: { module: "nodenext", strict: true, resolveJsonModule: true } }),
  "data/schema.cql": `CREATE KEYSPACE shop WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1};
CREATE TABLE shop.items (id text PRIMARY KEY, n int);`,
  "data/shop.ts": `import { cassandra } from "@treadle/cassandra";
import type { ShopQueries } from "./shop.gen.js";
export const shop = cassandra.keyspace<ShopQueries>("shop", { schema: "./schema.cql", auth: { secret: "s" } });
export const read = shop.query("read", "SELECT n FROM items WHERE id = :id").one();`,
  "workflows/limit.json": "1",
  "workflows/price.txt": "2",
  "workflows/w.ts": `// @ts-expect-error: the fixture has no types of Node.js.
import { existsSync, readFileSync } from "node:fs";
import { workflow } from "@treadle/workflow";
import { read } from "../data/shop.js";
import limit from "./limit.json" with { type: "json" };
const price = Number(readFileSync(new URL("./price.txt", import.meta.url), "utf8"));
// @ts-expect-error: as above.
const stage: string = process.env.TREADLE_TEST_STAGE ?? "none";
const hasRebate: boolean = existsSync(new URL("./rebate.txt", import.meta.url));
export const w = workflow<{ id: string }>("W")
  .task("row", read, (s) => ({ id: s.input.id }))
  .return((s) => ({ total: (s.row?.n ?? 0) * price + limit, stage, hasRebate }));`,
};

/** Builds as the command does, and keeps the build. */
async function build(fixture: Fixture): Promise<void> {
  const compiler = new Compiler(options(fixture));
  const { diagnostics, artifacts, generated, sourceMaps, workflows, sources } = await compiler.compile();
  expect(diagnostics).toEqual([]);
  writeFiles(fixture.root, [...generated, ...sourceMaps]);
  writeArtifacts(join(fixture.root, "artifacts"), artifacts);
  const inputs = compiler.inputs();
  if (inputs === undefined) throw new Error("The build cannot be kept.");
  const outcome = { diagnostics, artifacts, generated, sourceMaps, workflows: workflows.length, sources: sources.size };
  expect(new BuildCache(options(fixture)).write(outcome, inputs)).toEqual([]);
}

describe("BuildCache", () => {
  it("knows a build again where nothing has changed, also where files were only written anew", async () => {
    const fixture = createFixture(project);
    await build(fixture);
    const cache = new BuildCache(options(fixture));
    expect(cache.read()).toMatchObject({ workflows: 1, sources: 1, diagnostics: [] });
    expect(cache.hasArtifacts(cache.read()!, join(fixture.root, "artifacts"))).toBe(true);
    fixture.write(project);
    expect(cache.read()).toBeDefined();
  });

  it.each([
    ["a workflow", { "workflows/w.ts": project["workflows/w.ts"].replace('"none"', '"no"') }],
    ["a data source", { "data/shop.ts": project["data/shop.ts"].replace('"read"', '"find"') }],
    ["a schema", { "data/schema.cql": project["data/schema.cql"].replace("n int", "n bigint") }],
    ["imported JSON", { "workflows/limit.json": "3" }],
    ["a file that a module reads by itself", { "workflows/price.txt": "5" }],
    ["a file that a module looked for in vain", { "workflows/rebate.txt": "" }],
    ["the compiler's options", { "tsconfig.json": project["tsconfig.json"].replace("true", "false") }],
    ["generated types", { "data/shop.gen.ts": "export interface ShopQueries {}" }],
    ["a module that the globs take in", { "workflows/other.ts": "export {};" }],
    ["a module that comes before the one that an import meant", { "data/shop.tsx": "export {};", "data/shop.js": "" }],
    ["a package that is nearer", { "node_modules/@treadle/workflow/package.json": "{}" }],
    ["the kind of a package's modules", { "package.json": '{ "type": "commonjs" }' }],
    ["generated types of another form", { "data/shop.gen.tsx": "export {};", "data/shop.gen.js": "" }],
  ])("forgets a build after a change of %s", async (_, changes) => {
    const fixture = createFixture(project);
    await build(fixture);
    expect(new BuildCache(options(fixture)).read()).toBeDefined();
    if ("data/shop.tsx" in changes) rmSync(join(fixture.root, "data/shop.ts"));
    if ("data/shop.gen.tsx" in changes) rmSync(join(fixture.root, "data/shop.gen.ts"));
    fixture.write(changes);
    expect(new BuildCache(options(fixture)).read()).toBeUndefined();
  });

  it("forgets a build where an environment variable that a module reads is another, or an option", async () => {
    const fixture = createFixture(project);
    await build(fixture);
    const hints = { W: {} };
    expect(new BuildCache({ ...options(fixture), policyHints: hints }).read()).toBeUndefined();
    process.env.TREADLE_TEST_STAGE = "production";
    onTestFinished(() => {
      delete process.env.TREADLE_TEST_STAGE;
    });
    expect(new BuildCache(options(fixture)).read()).toBeUndefined();
  });

  it("sees artifacts that are gone, changed or left over", async () => {
    const fixture = createFixture(project);
    await build(fixture);
    const folder = join(fixture.root, "artifacts");
    const cache = new BuildCache(options(fixture));
    const isThere = () => cache.hasArtifacts(cache.read()!, folder);
    const text = readFileSync(join(folder, "W.asl.json"), "utf8");
    writeFileSync(join(folder, "W.asl.json"), `${text} `);
    expect(isThere()).toBe(false);
    writeFileSync(join(folder, "W.asl.json"), text);
    writeFileSync(join(folder, "Gone.asl.json"), text);
    expect(isThere()).toBe(false);
    rmSync(join(folder, "Gone.asl.json"));
    expect(isThere()).toBe(true);
    rmSync(join(fixture.root, ".treadle/source-map.json"));
    expect(isThere()).toBe(false);
  });

  it("takes a record that was tampered with, or cannot be read, for none", async () => {
    const fixture = createFixture(project);
    await build(fixture);
    const path = join(fixture.root, record);
    const text = readFileSync(path, "utf8");
    for (const broken of ["", "{", text.slice(0, -5), text.replace('"workflows":1', '"workflows":2')]) {
      writeFileSync(path, broken);
      expect(new BuildCache(options(fixture)).read()).toBeUndefined();
    }
    writeFileSync(path, text);
    expect(new BuildCache(options(fixture)).read()).toBeDefined();
  });

  it.each([
    ["starts a process", `import { execFileSync } from "node:child_process"; execFileSync("node", ["-v"]);`],
    ["lists the environment", "Object.keys(process.env);"],
    [
      "reads a folder with all below it",
      `import { readdirSync } from "node:fs"; readdirSync(new URL(".", import.meta.url), { recursive: true });`,
    ],
  ])("keeps no build where a module %s", async (_, code) => {
    const fixture = createFixture({
      ...project,
      "workflows/w.ts": `// @ts-expect-error: as below.\n${code}\n${project["workflows/w.ts"]}`,
    });
    const compiler = new Compiler(options(fixture));
    expect((await compiler.compile()).diagnostics).toEqual([]);
    expect(compiler.inputs()).toBeUndefined();
  });
});
