import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const text = readFileSync(join(root, "docs/architecture.md"), "utf8");

test("the places that the last table of docs/architecture.md names are there", () => {
  const table = text.slice(text.indexOf("## To change this, go there"));
  const places = [...table.matchAll(/`((?:packages|docs|tests)\/[^`]*)`/g)].map((match) => match[1] ?? "");
  expect(places.length).toBeGreaterThan(12);
  for (const place of places) {
    const pattern = place.replace(/\/$/, "").replaceAll(/<[^>]+>/g, "*");
    expect(globSync(pattern, { cwd: root }), place).not.toEqual([]);
  }
});

test("docs/architecture.md describes the pipeline in at most 2,000 words", () => {
  expect(text.split(/\s+/).length).toBeLessThanOrEqual(2000);
});
