import { existsSync, globSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { SourceLocation } from "@treadle/diagnostics";
import type { TextFile } from "@treadle/workflow/data-source";
import { Project, ts } from "ts-morph";

/** The TypeScript sources of a user's project, with the checker's view of them. */
export class SourceProject {
  readonly root: string;
  readonly #project: Project;

  /**
   * @param root folder of `treadle.config.ts`; all paths in diagnostics and artifacts are relative to it
   * @param patterns globs of the files to start from, relative to the root
   */
  constructor(root: string, patterns: readonly string[]) {
    this.root = resolve(root);
    const configFile = join(this.root, "tsconfig.json");
    this.#project = new Project({
      skipAddingFilesFromTsConfig: true,
      ...(existsSync(configFile)
        ? { tsConfigFilePath: configFile, compilerOptions: { noEmit: true, composite: false, incremental: false } }
        : { compilerOptions: defaultOptions }),
    });
    for (const file of this.find(patterns)) this.#project.addSourceFileAtPath(join(this.root, file));
  }

  /** The files that match, in order, relative to the root. */
  find(patterns: readonly string[]): string[] {
    const found = globSync([...patterns], { cwd: this.root, exclude: ["**/node_modules/**"] });
    return found
      .map((file) => file.split(sep).join("/"))
      .filter((file) => !file.endsWith(".d.ts") && !file.endsWith(".test.ts") && !file.endsWith(".gen.ts"))
      .sort();
  }

  get program(): ts.Program {
    return this.#project.getProgram().compilerObject;
  }

  get compilerOptions(): ts.CompilerOptions {
    return this.program.getCompilerOptions();
  }

  /** Whether types tell what may be null or undefined; without that no lambda can be lowered. */
  get isStrict(): boolean {
    const { strict, strictNullChecks } = this.compilerOptions;
    return strictNullChecks ?? strict ?? false;
  }

  /** The project's own modules among the program's files: what is loaded, rewritten and checked. */
  ownSourceFiles(): ts.SourceFile[] {
    return this.program
      .getSourceFiles()
      .filter(
        (file) =>
          !file.isDeclarationFile && !file.fileName.endsWith(".json") && !file.fileName.includes("/node_modules/"),
      )
      .filter((file) => !this.relativePath(file.fileName).startsWith("../"));
  }

  /** Puts texts in the place of files, as if they had been written; true where that changed anything. */
  overlay(files: readonly TextFile[]): boolean {
    let changed = false;
    for (const { file, text } of files) {
      const path = join(this.root, file);
      if (this.readText(file) === text) continue;
      this.#project.createSourceFile(path, text, { overwrite: true });
      changed = true;
    }
    // Modules that could not be found before must be looked for again.
    if (changed) this.#project.resolveSourceFileDependencies();
    return changed;
  }

  /** Reads changed files again and takes new ones in; false where no file of the project is among them. */
  refresh(files: readonly string[], patterns: readonly string[]): boolean {
    const starting = new Set(this.find(patterns));
    let changed = false;
    for (const file of files) {
      const path = join(this.root, file);
      const source = this.#project.getSourceFile(path);
      if (source && !existsSync(path)) source.forget();
      else if (source) {
        if (source.getFullText() === readFileSync(path, "utf8")) continue;
        source.refreshFromFileSystemSync();
      } else if (starting.has(file)) this.#project.addSourceFileAtPath(path);
      else if (/\.[cm]?[jt]s$/.test(file) && !this.#hasUnresolvedImports()) continue;
      changed = true;
    }
    if (changed) this.#project.resolveSourceFileDependencies();
    return changed;
  }

  /** A new module only matters where some import has not found its file. */
  #hasUnresolvedImports(): boolean {
    return this.#project
      .getSourceFiles()
      .some((source) =>
        source
          .getImportDeclarations()
          .some((each) => each.isModuleSpecifierRelative() && each.getModuleSpecifierSourceFile() === undefined),
      );
  }

  readText(file: string): string | undefined {
    const path = join(this.root, file);
    const source = this.#project.getSourceFile(path);
    if (source) return source.getFullText();
    return existsSync(path) ? readFileSync(path, "utf8") : undefined;
  }

  relativePath(path: string): string {
    return relative(this.root, path).split(sep).join("/");
  }

  locate(node: ts.Node): SourceLocation {
    return this.locateSpan(node.getSourceFile(), node.getStart(), node.getEnd());
  }

  locateSpan(file: ts.SourceFile, start: number, end: number): SourceLocation {
    const { line, character } = file.getLineAndCharacterOfPosition(start);
    const lineEnd = file.text.indexOf("\n", start);
    const length = Math.max(1, Math.min(end, lineEnd === -1 ? end : lineEnd) - start);
    return { file: this.relativePath(file.fileName), line: line + 1, column: character + 1, length };
  }
}

const defaultOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};
