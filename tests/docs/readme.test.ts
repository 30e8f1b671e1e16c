import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");

/** The code blocks of a Markdown text in one language, in order. */
function blocks(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    (match) => match[1] ?? "",
  );
}

test("the README shows the quick start's workflow as it is", () => {
  expect(blocks(read("README.md"), "ts")[0]).toBe(read("examples/quick-start/workflows/order-summary.ts"));
});

test("the README shows the definition that it compiles to, but for the retriers that it says it leaves out", () => {
  const definition = JSON.parse(read("examples/quick-start/artifacts/OrderSummary.asl.json"));
  for (const state of Object.values<{ Retry?: unknown }>(definition.States)) delete state.Retry;
  expect(JSON.parse(blocks(read("README.md"), "json")[0] ?? "")).toEqual(definition);
});

test("links of the README lead to files", () => {
  const links = [...read("README.md").matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] ?? "");
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) expect(() => readFileSync(join(root, link)), link).not.toThrow(/ENOENT/);
});
