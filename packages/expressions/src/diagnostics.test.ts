import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { refusals } from "../test/refusals.js";
import { expressionDiagnostics } from "./diagnostics.js";

const pages = new URL("../../../docs/diagnostics/expressions/", import.meta.url);
const codes = Object.keys(expressionDiagnostics).sort();

it("has a page for each code, and no other", () => {
  expect(readdirSync(pages).sort()).toEqual(codes.map((code) => `${code}.md`));
  for (const code of codes)
    expect(readFileSync(new URL(`${code}.md`, pages), "utf8")).toContain(`\`expressions/${code}\``);
});

it("has a test that provokes each code", () => {
  expect([...new Set(refusals.map(({ code }) => code))].sort()).toEqual(codes.map((code) => `expressions/${code}`));
});
