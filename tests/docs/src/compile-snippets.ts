import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Compiler } from "@treadle/compiler";
import { type Diagnostic, formatDiagnostic } from "@treadle/diagnostics";
import type { Page, Snippet } from "./page.ts";

export interface CompiledSnippets {
  /** The artifacts of all accepted snippets, by file name. */
  readonly artifacts: ReadonlyMap<string, string>;
  /** What the compiler says of a refused snippet. */
  readonly findings: (page: Page, snippet: Snippet) => readonly Diagnostic[];
}

/** Inside the package, so that imports of `@treadle/*` resolve as a user's would. */
const parent = join(import.meta.dirname, "..", ".treadle");

/** Compiles the snippets of all pages as one project, and those that must be refused as another. */
export async function compileSnippets(pages: readonly Page[]): Promise<CompiledSnippets> {
  const accepted = await compile(snippetsOf(pages, "accepted"));
  if (accepted.diagnostics.length > 0) throw new Error(accepted.diagnostics.map(formatInPage).join("\n"));
  const findings = await compileRefused(snippetsOf(pages, "refused"));
  return {
    artifacts: new Map(accepted.artifacts.map(({ file, text }) => [file, text])),
    findings: (page, snippet) => findings.get(moduleOf({ page, snippet })) ?? [],
  };
}

interface PlacedSnippet {
  readonly page: Page;
  readonly snippet: Snippet;
}

function snippetsOf(pages: readonly Page[], kind: Snippet["kind"]): PlacedSnippet[] {
  return pages.flatMap((page) =>
    page.snippets.filter((snippet) => snippet.kind === kind).map((snippet) => ({ page, snippet })),
  );
}

/** By module. What is found only in the definition is not looked for while other modules have errors: these are compiled alone. */
async function compileRefused(snippets: readonly PlacedSnippet[]): Promise<Map<string, readonly Diagnostic[]>> {
  const findings = new Map<string, readonly Diagnostic[]>();
  const { diagnostics } = await compile(snippets);
  for (const snippet of snippets) {
    const file = moduleOf(snippet);
    const own = diagnostics.filter(({ location }) => location?.file === file);
    findings.set(file, own.length > 0 ? own : (await compile([snippet])).diagnostics);
  }
  return findings;
}

async function compile(snippets: readonly PlacedSnippet[]) {
  if (snippets.length === 0) return { diagnostics: [], artifacts: [] };
  mkdirSync(parent, { recursive: true });
  const root = mkdtempSync(join(parent, "snippets-"));
  try {
    for (const snippet of snippets) write(join(root, moduleOf(snippet)), textOfModule(snippet));
    return await new Compiler({ root, workflows: ["docs/**/*.ts"], sources: [] }).compile();
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** `docs/guide/states/task.md`, line 12 → `docs/guide/states/task.md.12.ts`. */
function moduleOf({ page, snippet }: PlacedSnippet): string {
  return `${page.file}.${snippet.line}.ts`;
}

/** The page with nothing but the prelude and the snippet, each on its own lines, so that places in it are those in the page. */
function textOfModule({ page, snippet }: PlacedSnippet): string {
  const lines = page.lines.map(() => "");
  const preludes = page.snippets.filter(({ kind, line }) => kind === "prelude" && line < snippet.line);
  for (const { code, line } of [...preludes, snippet]) {
    code.split("\n").forEach((text, offset) => {
      lines[line + offset] = text;
    });
  }
  return lines.join("\n");
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function formatInPage(diagnostic: Diagnostic): string {
  return formatDiagnostic(diagnostic).replace(/\.md\.\d+\.ts:/g, ".md:");
}
