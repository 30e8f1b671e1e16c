import ts from "@treadle/expressions/typescript";
import type { ImportsByFile } from "./program-host.js";

/** What decides about the types of a program's files: their trees, and what their imports mean. */
export interface ProgramState {
  readonly files: ReadonlyMap<string, ts.SourceFile>;
  readonly imports: ImportsByFile;
}

export function stateOf(program: ts.Program, imports: ImportsByFile): ProgramState {
  const files = new Map(program.getSourceFiles().map((file) => [file.fileName, file]));
  return { files, imports: new Map(imports) };
}

/** The files whose types or values may be others than they were: those changed, and all that import them, directly or not. */
export function staleFiles(before: ProgramState, after: ProgramState): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const [name, file] of after.files) {
    if (before.files.get(name) !== file || !sameImports(before.imports.get(name), after.imports.get(name))) {
      changed.add(name);
    }
  }
  for (const name of before.files.keys()) if (!after.files.has(name)) changed.add(name);
  for (const name of changed) {
    if (affectsAll(before.files.get(name)) || affectsAll(after.files.get(name))) return new Set(after.files.keys());
  }
  return withImporters(changed, after);
}

function withImporters(changed: ReadonlySet<string>, { files, imports }: ProgramState): ReadonlySet<string> {
  const importers = new Map<string, string[]>();
  const add = (imported: string | undefined, importer: string) => {
    if (imported === undefined) return;
    const known = importers.get(imported);
    if (known) known.push(importer);
    else importers.set(imported, [importer]);
  };
  for (const [importer, imported] of imports) for (const file of imported.values()) add(file, importer);
  for (const file of files.values()) {
    for (const { fileName } of file.referencedFiles)
      add(ts.resolveTripleslashReference(fileName, file.fileName), file.fileName);
  }
  const stale = new Set(changed);
  for (const file of stale) for (const importer of importers.get(file) ?? []) stale.add(importer);
  return stale;
}

function sameImports(
  before: ReadonlyMap<string, string | undefined> = new Map(),
  after: ReadonlyMap<string, string | undefined> = new Map(),
): boolean {
  return (
    before.size === after.size && [...after].every(([name, file]) => before.has(name) && before.get(name) === file)
  );
}

/** Whether a file declares what others see without importing it. */
function affectsAll(file: ts.SourceFile | undefined): boolean {
  if (file === undefined || file.fileName.endsWith(".json")) return false;
  return !ts.isExternalModule(file) || file.statements.some(isAugmentation);
}

/** `declare global { … }` and `declare module "name" { … }`. */
function isAugmentation(statement: ts.Statement): boolean {
  return (
    ts.isModuleDeclaration(statement) &&
    (ts.isStringLiteral(statement.name) || (statement.flags & ts.NodeFlags.GlobalAugmentation) !== 0)
  );
}
