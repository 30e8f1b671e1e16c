import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { aslDiagnosticNames, toDiagnostic } from "./diagnostics.js";
import { validateDefinition } from "./validation/validate-definition.js";

const pages = new URL("../../../docs/diagnostics/asl/", import.meta.url);
const rules = new URL("./validation/", import.meta.url);
const tests = [...readdirSync(rules), ...readdirSync(new URL("rules/", rules)).map((file) => `rules/${file}`)]
  .filter((file) => file.endsWith(".test.ts"))
  .map((file) => readFileSync(new URL(file, rules), "utf8"))
  .join("\n");

describe.each(aslDiagnosticNames)("asl/%s", (name) => {
  it("has a page with a wrong and a right definition", () => {
    const page = readFileSync(new URL(`${name}.md`, pages), "utf8");
    expect(page.startsWith(`# asl/${name}\n`)).toBe(true);
    for (const heading of ["## Why", "## Wrong", "## Right"]) expect(page).toContain(heading);
  });

  it("is provoked by a test", () => {
    expect(tests).toMatch(new RegExp(`["\`]${name}( at |")`));
  });
});

it("has no page for a fault that does not exist", () => {
  expect(existsSync(pages)).toBe(true);
  expect(readdirSync(pages).sort()).toEqual(aslDiagnosticNames.map((name) => `${name}.md`).sort());
});

it("turns a finding into a diagnostic with our code, and AWS's in the text", () => {
  const [finding] = validateDefinition({ StartAt: "B", States: { A: { Type: "Succeed" } } });
  expect(toDiagnostic(finding!)).toEqual({
    code: "asl/missing-transition-target",
    severity: "error",
    message: "Missing 'Next' target: B (MISSING_TRANSITION_TARGET)",
    pointer: "/StartAt",
    help: 'Did you mean "A"?',
  });
});

it("has every rule in the guide, with the faults that it reports", () => {
  const guide = readFileSync(new URL("../../../docs/guide/validation.md", import.meta.url), "utf8");
  for (const file of readdirSync(new URL("rules/", rules)).filter((name) => !name.endsWith(".test.ts"))) {
    const row = guide.split("\n").find((line) => line.includes(`/rules/${file})`)) ?? "";
    const source = readFileSync(new URL(`rules/${file}`, rules), "utf8");
    for (const [, name] of source.matchAll(/report(?:Schema)?\("([a-z-]+)"/g))
      expect(row, file).toContain(`[\`${name}\`]`);
    expect(source, file).toContain("@see https://");
  }
});
