import { dirname, join, relative, resolve, sep } from "node:path";
import type { SourceLocation } from "@treadle/diagnostics";
import ts from "@treadle/expressions/typescript";
import type { TextFile } from "@treadle/workflow/data-source";
import { findSources } from "../inputs/find-sources.js";
import { Observations } from "../inputs/observations.js";
import { readCompilerOptions } from "./compiler-options.js";
import { ProgramHost } from "./program-host.js";
import { SourceFiles } from "./source-files.js";
import { type ProgramState, staleFiles, stateOf } from "./stale-files.js";

/** The TypeScript sources of a user's project, with the checker's view of them. */
export class SourceProject {
  readonly root: string;
  readonly compilerOptions: ts.CompilerOptions;
  /** What the files that only data sources read were: schemas. */
  readonly statementInputs = new Observations();
  readonly #patterns: readonly string[];
  readonly #files = new SourceFiles();
  readonly #optionFiles = new SourceFiles();
  readonly #host: ProgramHost;
  readonly #relativePaths = new Map<string, string>();
  #roots: readonly string[];
  #program: ts.Program | undefined;
  /** The last program, whose structure holds for the next one while no file comes or goes. */
  #last: ts.Program | undefined;
  #state: ProgramState | undefined;

  /**
   * @param root folder of `treadle.config.ts`; all paths in diagnostics and artifacts are relative to it
   * @param patterns globs of the files to start from, relative to the root
   */
  constructor(root: string, patterns: readonly string[]) {
    this.root = resolve(root);
    this.#patterns = patterns;
    this.#roots = this.find(patterns);
    this.compilerOptions = readCompilerOptions(this.root, this.#optionFiles);
    this.#host = new ProgramHost(this.#files, this.root, this.compilerOptions);
  }

  /** The files that match, in order, relative to the root. */
  find(patterns: readonly string[]): string[] {
    return findSources(this.root, patterns);
  }

  get program(): ts.Program {
    this.#program ??= ts.createProgram({
      rootNames: this.#roots.map((file) => join(this.root, file)),
      options: this.compilerOptions,
      host: this.#host,
      ...(this.#last && { oldProgram: this.#last }),
    });
    this.#last = this.#program;
    return this.#program;
  }

  /** The answers of the file system that the program rests on. */
  get typeInputs(): readonly Observations[] {
    return [this.#files.observations, this.#optionFiles.observations];
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

  /** The files whose types or values may have changed since the last call; undefined at the first one: all are new. */
  takeStale(): ReadonlySet<string> | undefined {
    const before = this.#state;
    this.#state = stateOf(this.program, this.#host.imports);
    return before && staleFiles(before, this.#state);
  }

  /** Puts texts in the place of files, as if they had been written; true where that changed anything. */
  overlay(files: readonly TextFile[]): boolean {
    let changed = false;
    for (const { file, text } of files) {
      const path = join(this.root, file);
      if (!this.#files.overlay(path, text)) continue;
      this.#host.forgetFile(path);
      this.#discardProgram(this.#last?.getSourceFile(path) === undefined);
      changed = true;
    }
    return changed;
  }

  /** Whether compiler options are others with these files; they are read once, so that it takes a new project then. */
  hasOtherOptions(files: readonly string[]): boolean {
    return this.#optionFiles.observations.haveChanged(files.map((file) => join(this.root, file)));
  }

  /** Looks at changed files again; false where the program and the statements are the same with them. */
  refresh(files: readonly string[]): boolean {
    let changed = false;
    const roots = this.find(this.#patterns);
    if (
      difference(roots, this.#roots).some((root) => files.some((file) => root === file || root.startsWith(`${file}/`)))
    ) {
      this.#roots = roots;
      this.#discardProgram(true);
      changed = true;
    }
    for (const file of files) {
      const path = join(this.root, file);
      if (this.statementInputs.haveChanged(pathAndFolders(path, this.root))) changed = true;
      if (!this.#files.observations.haveChanged(pathAndFolders(path, this.root))) continue;
      this.#files.dropOverlay(path);
      this.#host.forgetFile(path);
      const isEdited = this.#last?.getSourceFile(path) !== undefined && this.#files.isFile(path);
      this.#discardProgram(!isEdited);
      changed = true;
    }
    return changed;
  }

  /** @param isStructural whether files have come or gone, so that imports may mean others */
  #discardProgram(isStructural: boolean): void {
    this.#program = undefined;
    if (!isStructural) return;
    this.#last = undefined;
    this.#host.forgetResolutions();
  }

  /** The file that an import of a module means to TypeScript. */
  resolveModule(specifier: string, containingFile: string): string | undefined {
    const imports = this.#host.imports.get(containingFile);
    if (imports?.has(specifier)) return imports.get(specifier);
    return ts.resolveModuleName(
      specifier,
      containingFile,
      this.compilerOptions,
      this.#host,
      this.#host.getModuleResolutionCache(),
      undefined,
      ts.ModuleKind.ESNext,
    ).resolvedModule?.resolvedFileName;
  }

  /** A file as a data source's checker reads it. */
  readText(file: string): string | undefined {
    const path = join(this.root, file);
    const isSource = this.#last?.getSourceFile(path) !== undefined;
    return isSource ? this.#files.read(path) : this.statementInputs.read(path)?.toString("utf8");
  }

  relativePath(path: string): string {
    const known = this.#relativePaths.get(path);
    if (known !== undefined) return known;
    const found = relative(this.root, path).split(sep).join("/");
    this.#relativePaths.set(path, found);
    return found;
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

/** What is in one of the lists only. */
function difference(one: readonly string[], other: readonly string[]): string[] {
  const [ones, others] = [new Set(one), new Set(other)];
  return [...one.filter((name) => !others.has(name)), ...other.filter((name) => !ones.has(name))];
}

/** A file and the folders around it, up to the root: what an answer may have been about that the file changes. */
function pathAndFolders(path: string, root: string): string[] {
  const paths = [path];
  for (let folder = dirname(path); folder.startsWith(root) && folder !== root; folder = dirname(folder))
    paths.push(folder);
  return [...paths, root];
}
