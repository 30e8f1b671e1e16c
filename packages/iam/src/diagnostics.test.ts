import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { iamDiagnostics } from "./diagnostics.js";

test("every code has a page, and every page a code", () => {
  const pages = readdirSync(join(import.meta.dirname, "../../../docs/diagnostics/iam")).map((file) =>
    file.replace(/\.md$/, ""),
  );
  expect(pages.sort()).toEqual(Object.keys(iamDiagnostics).sort());
});
