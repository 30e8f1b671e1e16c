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
  const accepted = await compile(pages, "accepted");
  if (accepted.diagnostics.length > 0) throw new Error(accepted.diagnostics.map(formatInPage).join("\n"));
  const refused = pages.some(({ snippets }) => snippets.some(({ kind }) => kind === "refused"))
    ? await compile(pages, "refused")
    : { diagnostics: [] };
  return {
    artifacts: new Map(accepted.artifacts.map(({ file, text }) => [file, text])),
    findings: (page, snippet) => {
      const file = moduleOf(page, snippet);
      return refused.diagnostics.filter(({ location }) => location?.file === file);
    },
  };
}

async function compile(pages: readonly Page[], kind: "accepted" | "refused") {
  mkdirSync(parent, { recursive: true });
  const root = mkdtempSync(join(parent, "snippets-"));
  try {
    for (const page of pages) {
      for (const snippet of page.snippets) {
        if (snippet.kind === kind) write(join(root, moduleOf(page, snippet)), textOfModule(page, snippet));
      }
    }
    return await new Compiler({ root, workflows: ["docs/**/*.ts"], sources: [] }).compile();
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** `docs/guide/states/task.md`, line 12 → `docs/guide/states/task.md.12.ts`. */
function moduleOf(page: Page, { line }: Snippet): string {
  return `${page.file}.${line}.ts`;
}

/** The page with nothing but the prelude and the snippet, each on its own lines, so that places in it are those in the page. */
function textOfModule(page: Page, snippet: Snippet): string {
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
