import type { CompiledSnippets } from "./compile-snippets.ts";
import type { GeneratedBlock, GenerationRequest, Page } from "./page.ts";

/** The page's text with each generated block as it has to be. */
export function renderPage(page: Page, compiled: CompiledSnippets): string {
  for (const snippet of page.snippets) {
    if (snippet.kind === "refused" && compiled.findings(page, snippet).length === 0) {
      throw new Error(`${page.file}:${snippet.line}: the snippet is marked "refused" but is accepted.`);
    }
  }
  const text: string[] = [];
  let done = 0;
  for (const block of page.generated) {
    text.push(...page.lines.slice(done, block.line), "", ...generate(page, block, compiled));
    done = block.block?.end ?? block.line;
  }
  return [...text, ...page.lines.slice(done)].join("\n");
}

function generate(page: Page, block: GeneratedBlock, compiled: CompiledSnippets): string[] {
  const { request } = block;
  const place = `${page.file}:${block.line}`;
  if (request.kind === "diagnostics") return ["```text", ...findings(page, block, compiled, place), "```"];
  const text = compiled.artifacts.get(request.artifact);
  if (text === undefined) {
    throw new Error(
      `${place}: there is no artifact ${request.artifact}, but ${[...compiled.artifacts.keys()].join(", ")}.`,
    );
  }
  const language = request.artifact.endsWith(".json") ? "json" : "text";
  const shown = language === "json" ? showJson(JSON.parse(text), request, place) : text.trimEnd();
  return [`\`\`\`${language}`, ...shown.split("\n"), "```"];
}

function findings(page: Page, { line }: GeneratedBlock, compiled: CompiledSnippets, place: string): string[] {
  const snippet = page.snippets.findLast((each) => each.line < line);
  if (snippet?.kind !== "refused") throw new Error(`${place}: the snippet above is not marked "refused".`);
  const found = compiled.findings(page, snippet);
  return found.flatMap(({ code, message, help }) => [`${code}: ${message}`, ...(help ? [`  help: ${help}`] : [])]);
}

type ArtifactRequest = GenerationRequest & { readonly kind: "artifact" };

function showJson(artifact: unknown, { pointer, without }: ArtifactRequest, place: string): string {
  let value = artifact;
  for (const step of pointer.split("/").slice(1)) {
    value = (value as { readonly [name: string]: unknown } | undefined)?.[
      step.replaceAll("~1", "/").replaceAll("~0", "~")
    ];
  }
  if (value === undefined) throw new Error(`${place}: the artifact has nothing at ${pointer}.`);
  return JSON.stringify(value, (field, member) => (without.includes(field) ? undefined : member), 2);
}
