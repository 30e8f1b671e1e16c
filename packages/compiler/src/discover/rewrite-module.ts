import { ts } from "ts-morph";
import type { ModuleSites } from "./find-sites.js";

/** The specifier under which rewritten modules import `markLambda`; the module hook resolves it. */
export const markModule = "treadle:mark";

const markFunction = "__treadle_markLambda";

/**
 * A module as it is run: expression lambdas marked with their site and their captured values, calls with their place, types
 * removed. Lines stay where they were.
 */
export function rewriteModule(file: ts.SourceFile, sites: ModuleSites, options: ts.CompilerOptions): string {
  const insertions: { readonly position: number; readonly text: string }[] = [];
  for (const { marked, site } of sites.calls) {
    insertions.push({ position: marked.getEnd(), text: `.$at(${JSON.stringify(site)})` });
  }
  for (const { site, lambda, location, lowered } of sites.lambdas) {
    const captures = (lowered?.captures ?? []).map((name) => `${JSON.stringify(name)}: ${name}`);
    const mark = `{ site: ${JSON.stringify(site)}, location: ${JSON.stringify(location)}, captures: () => ({ ${captures.join(", ")} }) }`;
    insertions.push({ position: lambda.getStart(), text: `${markFunction}(` });
    insertions.push({ position: lambda.getEnd(), text: `, ${mark})` });
  }
  if (sites.lambdas.length > 0) {
    insertions.push({ position: 0, text: `import { markLambda as ${markFunction} } from "${markModule}";` });
  }
  return removeTypes(insert(file.text, insertions), file.fileName, options);
}

function insert(text: string, insertions: readonly { readonly position: number; readonly text: string }[]): string {
  const sorted = [...insertions].sort((a, b) => a.position - b.position);
  let result = "";
  let done = 0;
  for (const { position, text: inserted } of sorted) {
    result += text.slice(done, position) + inserted;
    done = position;
  }
  return result + text.slice(done);
}

function removeTypes(text: string, fileName: string, options: ts.CompilerOptions = {}): string {
  return ts.transpileModule(text, {
    fileName,
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: options.verbatimModuleSyntax ?? false,
      inlineSourceMap: true,
      inlineSources: true,
    },
  }).outputText;
}
