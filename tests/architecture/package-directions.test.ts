import { globSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { allowedImports } from "./allowed-imports.js";
import { loadedModules } from "./loaded-modules.js";

const packages = join(import.meta.dirname, "..", "..", "packages");
const names = readdirSync(packages);

function ours(specifiers: Iterable<string>): string[] {
  return [...new Set([...specifiers].map((each) => /^@treadle\/([^/]+)/.exec(each)?.[1] ?? ""))].filter(Boolean).sort();
}

function dependenciesOf(name: string): string[] {
  const manifest = JSON.parse(readFileSync(join(packages, name, "package.json"), "utf8"));
  return ours(Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }));
}

/** Types count as well: a direction that only types go against is still wrong. */
function importsOf(name: string): string[] {
  const files = globSync("src/**/*.ts", { cwd: join(packages, name) }).filter((file) => !/\.test(-d)?\.ts$/.test(file));
  const found = files.flatMap((file) => {
    const text = readFileSync(join(packages, name, file), "utf8");
    return [...text.matchAll(/["'](@treadle\/[^"']+)["']/g)].map(([, specifier = ""]) => specifier);
  });
  return ours(found).filter((each) => each !== name);
}

test("every package has its row in the table, and no row is left over", () => {
  expect(Object.keys(allowedImports).sort()).toEqual([...names].sort());
});

describe.each(names)("%s", (name) => {
  const allowed = allowedImports[name] ?? [];

  test("depends only on packages before it", () => {
    expect(dependenciesOf(name).filter((each) => !allowed.includes(each))).toEqual([]);
  });

  test("imports only what it depends on", () => {
    expect(importsOf(name).filter((each) => !dependenciesOf(name).includes(each))).toEqual([]);
  });
});

test("the bridge and the executors load nothing of the builder, so that no function's bundle holds it", () => {
  const entries = ["bridge/dist/index.js", "cassandra/dist/executor/index.js", "cosmos/dist/executor/index.js"];
  const loaded = entries.flatMap((entry) => [...loadedModules(join(packages, entry))]);
  const builder = `${sep}workflow${sep}dist${sep}builder${sep}`;
  expect(loaded.filter((file) => file.includes(builder))).toEqual([]);
});

test("the walk over loaded modules sees the builder where it is loaded", () => {
  const loaded = [...loadedModules(join(packages, "workflow", "dist", "index.js"))];
  expect(loaded.some((file) => file.includes(`${sep}builder${sep}`))).toBe(true);
});
