import ts from "@treadle/expressions/typescript";
import type { SourceProject } from "../project/project.js";
import type { ModuleSites } from "./find-sites.js";
import { markModule } from "./mark-module.js";
import type { RewrittenModule } from "./module-set.js";
import { inspectModule } from "./module-syntax.js";
import { findTypeImports } from "./type-imports.js";

const markFunction = "__treadle_markLambda";

interface Insertion {
  readonly position: number;
  readonly text: string;
}

/**
 * Expression lambdas marked with their site and their captured values, calls with their place. Lines stay where they were. Types
 * are left to Node.js, which only blanks them out, unless the module has what takes more than that.
 */
export function rewriteModule(file: ts.SourceFile, sites: ModuleSites, project: SourceProject): RewrittenModule {
  const insertions: Insertion[] = [];
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
  const captured = sites.lambdas.flatMap(({ lowered }) => lowered?.captures ?? []);
  const typeImports = findTypeInsertions(file, captured, project);
  return typeImports
    ? { text: insert(file.text, [...insertions, ...typeImports]), hasTypes: true }
    : { text: removeTypes(insert(file.text, insertions), file.fileName, project.compilerOptions), hasTypes: false };
}

/**
 * What Node.js needs to be told before it leaves out the types; undefined where that does not do. What is captured is used as a
 * value, though it may be a function of another module that uses it.
 */
function findTypeInsertions(
  file: ts.SourceFile,
  captured: readonly string[],
  project: SourceProject,
): readonly Insertion[] | undefined {
  const { isErasable, valueNames } = inspectModule(file);
  if (!isErasable) return undefined;
  if (project.compilerOptions.verbatimModuleSyntax === true) return [];
  const used = new Set([...valueNames, ...captured.map((text) => text.replace(/[.[].*$/s, ""))]);
  const places = findTypeImports(file, project.program.getTypeChecker(), used);
  return places?.map((position) => ({ position, text: "type " }));
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

function removeTypes(text: string, fileName: string, options: ts.CompilerOptions): string {
  return ts.transpileModule(text, {
    fileName,
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: options.verbatimModuleSyntax ?? false,
    },
  }).outputText;
}
