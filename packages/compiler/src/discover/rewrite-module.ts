import ts from "@treadle/expressions/typescript";
import { setCallSites } from "@treadle/workflow/nodes";
import { hashOf } from "../inputs/observations.js";
import type { SourceProject } from "../project/project.js";
import { eraseTypes } from "./erase-types.js";
import type { ModuleSites } from "./find-sites.js";
import { markModule } from "./mark-module.js";

const markLambda = "__treadle_markLambda";
const callSiteAt = "__treadle_callSiteAt";

interface Insertion {
  readonly position: number;
  readonly text: string;
}

/**
 * A module as it is run, without types: expression lambdas marked with their site and their captured values, calls with their
 * place. Lines stay where they were.
 */
export function rewriteModule(file: ts.SourceFile, sites: ModuleSites, project: SourceProject): string {
  const insertions: Insertion[] = [];
  const places = sites.calls.map(({ site }) => site);
  // In the text, so that a module is run again where nothing but its places has changed.
  const key = hashOf(JSON.stringify(places));
  setCallSites(key, places);
  sites.calls.forEach(({ marked }, index) => {
    insertions.push({ position: marked.getEnd(), text: `.$at(${callSiteAt}("${key}", ${index}))` });
  });
  for (const { site, lambda, lowered } of sites.lambdas) {
    const captures = (lowered?.captures ?? []).map((name) => `${JSON.stringify(name)}: ${name}`);
    const captured = captures.length > 0 ? `, () => ({ ${captures.join(", ")} })` : "";
    insertions.push({ position: lambda.getStart(), text: `${markLambda}(` });
    insertions.push({ position: lambda.getEnd(), text: `, ${JSON.stringify(site)}${captured})` });
  }
  if (insertions.length > 0) {
    const names = `markLambda as ${markLambda}, callSiteAt as ${callSiteAt}`;
    const start = ts.getShebang(file.text) === undefined ? 0 : file.getLineStarts()[1]!;
    insertions.push({ position: start, text: `import { ${names} } from "${markModule}";` });
  }
  const captured = sites.lambdas.flatMap(({ lowered }) => lowered?.captures ?? []).map(firstName);
  const erased = eraseTypes(file, captured, project);
  return erased === undefined
    ? transpile(insert(file.text, insertions), file.fileName, project.compilerOptions)
    : insert(erased, insertions);
}

/** `rates` of `rates.low`. */
function firstName(reference: string): string {
  return reference.replace(/[.[].*$/s, "");
}

function insert(text: string, insertions: readonly Insertion[]): string {
  const sorted = [...insertions].sort((a, b) => a.position - b.position);
  let result = "";
  let done = 0;
  for (const { position, text: inserted } of sorted) {
    result += text.slice(done, position) + inserted;
    done = position;
  }
  return result + text.slice(done);
}

function transpile(text: string, fileName: string, options: ts.CompilerOptions): string {
  return ts.transpileModule(text, {
    fileName,
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: options.verbatimModuleSyntax ?? false,
    },
  }).outputText;
}
