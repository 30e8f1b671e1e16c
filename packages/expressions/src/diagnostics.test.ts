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
  // `functions.test.ts` provokes this one, in another function than the lambda.
  const others = ["expressions/captured-elsewhere"];
  expect([...new Set([...refusals.map(({ code }) => code), ...others])].sort()).toEqual(
    codes.map((code) => `expressions/${code}`),
  );
});
