import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const pages = join(root, "docs", "diagnostics");

/** Packages with a code table, which is their `diagnostics.ts`. */
const scopes = globSync("packages/*/src/diagnostics.ts", { cwd: root }).map((file) => file.split(/[\\/]/)[1] ?? "");

const tests = globSync(["packages/*/src/**/*.test.ts", "packages/*/test/**/*.ts", "examples/*/*.test.ts"], {
  cwd: root,
}).map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }));

/** Tests give a code in full, or, inside its own package, may leave the scope to a helper. */
function isProvoked(scope: string, code: string): boolean {
  const inFull = new RegExp(`\\b${scope}/${code}(?![a-z-])`);
  const alone = new RegExp(`["'\`]${code}(?![a-z-])`);
  return tests.some(
    ({ file, text }) => inFull.test(text) || (file.startsWith(`packages/${scope}/`) && alone.test(text)),
  );
}

/** The codes of a table are the keys of its reporters. */
async function codesOf(scope: string): Promise<string[]> {
  const module = await import(pathToFileURL(join(root, "packages", scope, "dist", "diagnostics.js")).href);
  const tables = Object.values(module as Record<string, unknown>).filter(isReporters);
  return tables.flatMap((table) => Object.keys(table)).sort();
}

function isReporters(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((each) => typeof each === "function");
}

test("there are code tables to look at", () => {
  expect(scopes).toEqual(expect.arrayContaining(["asl", "compiler", "cassandra", "cosmos"]));
});

describe.each(scopes)("codes of %s", async (scope) => {
  const codes = await codesOf(scope);
  const folder = join(pages, scope);

  test("each has a page, and each page has a code", () => {
    const found = existsSync(folder) ? readdirSync(folder).map((file) => basename(file, ".md")) : [];
    expect(found.sort()).toEqual(codes);
  });

  test("each is named by a test that provokes it", () => {
    expect(codes.filter((code) => !isProvoked(scope, code))).toEqual([]);
  });
});

test("no page lies in a folder of another name", () => {
  const folders = existsSync(pages)
    ? readdirSync(pages, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];
  expect(folders.map((entry) => entry.name).filter((name) => !scopes.includes(name))).toEqual([]);
});
