import { expect, it } from "vitest";
import { compileSnippets } from "./compile-snippets.ts";
import { parsePage } from "./page.ts";
import { renderPage } from "./render-page.ts";

const fence = "```";
const text = `# A page

${fence}ts prelude
import { workflow } from "@treadle/workflow";
${fence}

${fence}ts
export const w = workflow<{ n: number }>("W").return((s) => s.input.n);
${fence}

<!-- generated: W.asl.json /StartAt -->

${fence}json
"stale"
${fence}

${fence}ts refused
export const v = workflow<{ n: number }>("V").return((s) => s.input.m);
${fence}

<!-- generated: diagnostics -->

The end.
`;

it("writes what snippets compile to, and what is said of refused ones, and nothing else", async () => {
  const page = parsePage("docs/page.md", text);
  const rendered = renderPage(page, await compileSnippets([page]));
  expect(rendered).toBe(
    text
      .replace('"stale"', '"return"')
      .replace(
        "diagnostics -->\n",
        `diagnostics -->\n\n${fence}text\ncompiler/type-error: Property 'm' does not exist on type '{ n: number; }'. (TS2339)\n${fence}\n`,
      ),
  );
});

it("names the page's own line where an accepted snippet is wrong, and where a refused one is right", async () => {
  const wrong = parsePage("docs/page.md", text.replace("s.input.n)", "s.input.no)"));
  await expect(compileSnippets([wrong])).rejects.toThrow("docs/page.md:8:69");
  const right = parsePage("docs/page.md", text.replace("s.input.m", "s.input.n"));
  const compiled = await compileSnippets([right]);
  expect(() => renderPage(right, compiled)).toThrow(
    'docs/page.md:17: the snippet is marked "refused" but is accepted.',
  );
});
