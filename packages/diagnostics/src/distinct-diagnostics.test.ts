import { expect, it } from "vitest";
import type { Diagnostic } from "./diagnostic.js";
import { distinctDiagnostics } from "./distinct-diagnostics.js";

it("keeps the first of those with the same code, place and message", () => {
  const location = { file: "a.ts", line: 1, column: 2 };
  const first: Diagnostic = { code: "x/y", severity: "error", message: "No.", location };
  const others: Diagnostic[] = [
    { ...first, code: "x/z" },
    { ...first, message: "Never." },
    { ...first, location: { ...location, column: 3 } },
    { ...first, location: { ...location, file: "b.ts" } },
    { ...first, pointer: "/States/A" },
  ];
  expect(distinctDiagnostics([first, ...others, { ...first, location: { ...location } }, ...others])).toEqual([
    first,
    ...others,
  ]);
});
