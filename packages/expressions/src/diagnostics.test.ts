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
  // `functions.test.ts` provokes this one, in another function than the lambda; `reasons.test.ts` the warning,
  // and the tests of the compiler those of JSONata in text.
  const elsewhere = ["jsonata-hole", "jsonata-mark", "jsonata-reference", "jsonata-syntax"];
  const others = ["captured-elsewhere", "unexplained-assertion", ...elsewhere].map((code) => `expressions/${code}`);
  expect([...new Set([...refusals.map(({ code }) => code), ...others])].sort()).toEqual(
    codes.map((code) => `expressions/${code}`),
  );
});
