import { expect, test } from "vitest";
import { renderPages } from "./src/pages.ts";

test("every page shows beneath its snippets what they compile to; `npm run docs` rewrites them", async () => {
  const pages = await renderPages();
  expect(pages.length).toBeGreaterThan(0);
  for (const { file, is, should } of pages) expect(is, file).toBe(should);
}, 120_000);
