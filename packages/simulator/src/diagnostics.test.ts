import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { simulatorDiagnostics } from "./diagnostics.js";

const pages = new URL("../../../docs/diagnostics/simulator/", import.meta.url);

it("has one page per code, under the code's name", () => {
  const codes = Object.keys(simulatorDiagnostics);
  expect(readdirSync(pages).sort()).toEqual(codes.map((code) => `${code}.md`).sort());
  for (const code of codes) {
    const page = readFileSync(new URL(`${code}.md`, pages), "utf8");
    expect(page).toMatch(new RegExp(`^# simulator/${code}\n`));
    for (const heading of ["## Why", "## Wrong", "## Right"]) expect(page).toContain(heading);
  }
});
