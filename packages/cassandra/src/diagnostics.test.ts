import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cassandraDiagnostics } from "./diagnostics.js";

const codes = Object.keys(cassandraDiagnostics).sort();
const source = new URL(".", import.meta.url);

/** Findings are compared as whole texts, so a code in a test's expectation was provoked by it. */
function provoked(): ReadonlySet<string> {
  const tests = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".test.ts"));
  const text = tests.map((file) => readFileSync(new URL(file, source), "utf8")).join("\n");
  return new Set([...text.matchAll(/cassandra\/([a-z-]+):/g)].map(([, code]) => code!));
}

describe("the code table", () => {
  it("has a page for every code, and no other pages", () => {
    const pages = readdirSync(new URL("../../../docs/diagnostics/cassandra/", source));
    expect(pages.sort()).toEqual(codes.map((code) => `${code}.md`));
  });

  it("has a test that provokes every code", () => {
    const tested = provoked();
    expect(codes.filter((code) => !tested.has(code))).toEqual([]);
  });
});
