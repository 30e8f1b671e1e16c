import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compileSnippets } from "./compile-snippets.ts";
import { hasGeneratedBlocks, type Page, parsePage } from "./page.ts";
import { renderPage } from "./render-page.ts";

export const root = join(import.meta.dirname, "..", "..", "..");

/** Every page of the docs that has generated blocks, as it is and as it has to be. */
export async function renderPages(): Promise<
  { readonly file: string; readonly is: string; readonly should: string }[]
> {
  const pages = readPages();
  const compiled = await compileSnippets(pages);
  return pages.map((page) => ({ file: page.file, is: page.lines.join("\n"), should: renderPage(page, compiled) }));
}

function readPages(): Page[] {
  return globSync("docs/**/*.md", { cwd: root })
    .sort()
    .map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }))
    .filter(({ text }) => hasGeneratedBlocks(text))
    .map(({ file, text }) => parsePage(file, text));
}
