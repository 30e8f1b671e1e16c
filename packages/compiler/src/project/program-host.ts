import ts from "@treadle/expressions/typescript";
import { libraryFolder, readLibraryFile } from "./library-files.js";
import type { SourceFiles } from "./source-files.js";

/** By module, what its specifiers mean: a file, or undefined where none is found. */
export type ImportsByFile = ReadonlyMap<string, ReadonlyMap<string, string | undefined>>;

/**
 * What a TypeScript program asks of its surroundings. Unchanged files keep their syntax trees from one program to the next, and
 * the imports of each module are kept.
 */
export class ProgramHost implements ts.CompilerHost {
  readonly jsDocParsingMode = ts.JSDocParsingMode.ParseForTypeErrors;
  readonly #files: SourceFiles;
  readonly #root: string;
  readonly #options: ts.CompilerOptions;
  readonly #trees = new Map<string, ts.SourceFile>();
  readonly #imports = new Map<string, ReadonlyMap<string, string | undefined>>();
  #resolutions: ts.ModuleResolutionCache | undefined;

  constructor(files: SourceFiles, root: string, options: ts.CompilerOptions) {
    this.#files = files;
    this.#root = root;
    this.#options = options;
  }

  get imports(): ImportsByFile {
    return this.#imports;
  }

  /** Reads a file again. */
  forgetFile(path: string): void {
    this.#trees.delete(path);
  }

  /** Looks for all modules anew, since files have come or gone. */
  forgetResolutions(): void {
    this.#imports.clear();
    this.#resolutions = undefined;
  }

  getSourceFile(path: string, options: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.SourceFile | undefined {
    const format = typeof options === "object" ? options.impliedNodeFormat : undefined;
    const known = this.#trees.get(path);
    if (known && known.impliedNodeFormat === format) return known;
    const text = this.readFile(path);
    if (text === undefined) return undefined;
    const tree = ts.createSourceFile(path, text, options);
    this.#trees.set(path, tree);
    return tree;
  }

  resolveModuleNameLiterals(
    literals: readonly ts.StringLiteralLike[],
    containingFile: string,
    redirected: ts.ResolvedProjectReference | undefined,
    options: ts.CompilerOptions,
    file: ts.SourceFile,
    reused: readonly ts.StringLiteralLike[] = [],
  ): readonly ts.ResolvedModuleWithFailedLookupLocations[] {
    const resolutions = this.getModuleResolutionCache();
    const before = this.#imports.get(containingFile);
    const imports = new Map(reused.map(({ text }) => [text, before?.get(text)]));
    const resolved = literals.map((literal) => {
      const mode = ts.getModeForUsageLocation(file, literal, options);
      const found = ts.resolveModuleName(literal.text, containingFile, options, this, resolutions, redirected, mode);
      imports.set(literal.text, found.resolvedModule?.resolvedFileName);
      return found;
    });
    this.#imports.set(containingFile, imports);
    return resolved;
  }

  /** Asked for before the first module is looked for, too: TypeScript keeps in it which `package.json` a file belongs to. */
  getModuleResolutionCache(): ts.ModuleResolutionCache {
    this.#resolutions ??= ts.createModuleResolutionCache(
      this.#root,
      (name) => this.getCanonicalFileName(name),
      this.#options,
    );
    return this.#resolutions;
  }

  readFile(path: string): string | undefined {
    return readLibraryFile(path) ?? this.#files.read(path);
  }

  fileExists(path: string): boolean {
    return readLibraryFile(path) !== undefined || this.#files.isFile(path);
  }

  directoryExists(path: string): boolean {
    return this.#files.isFolder(path);
  }

  getDirectories(path: string): string[] {
    return this.#files.folders(path);
  }

  realpath(path: string): string {
    return this.#files.realPath(path);
  }

  getDefaultLibLocation(): string {
    return libraryFolder;
  }

  getDefaultLibFileName(options: ts.CompilerOptions): string {
    return `${libraryFolder}/${ts.getDefaultLibFileName(options)}`;
  }

  getCurrentDirectory(): string {
    return this.#root;
  }

  useCaseSensitiveFileNames(): boolean {
    return ts.sys.useCaseSensitiveFileNames;
  }

  getCanonicalFileName(name: string): string {
    return this.useCaseSensitiveFileNames() ? name : name.toLowerCase();
  }

  getNewLine(): string {
    return "\n";
  }

  writeFile(path: string): never {
    throw new Error(`The compiler's program writes nothing, also not ${path}.`);
  }
}
