import ts from "#typescript";

/** Modules in memory, compiled time and again: what has not changed in between keeps its syntax tree. */
export class MemoryProgram {
  readonly #options: ts.CompilerOptions;
  readonly #texts = new Map<string, string>();
  readonly #trees = new Map<string, ts.SourceFile>();
  #last: ts.Program | undefined;

  constructor(options: ts.CompilerOptions) {
    this.#options = options;
  }

  write(path: string, text: string): void {
    if (this.#texts.get(path) === text) return;
    this.#texts.set(path, text);
    this.#trees.delete(path);
  }

  compile(root: string, options: ts.CompilerOptions = {}): ts.Program {
    const all = { ...this.#options, ...options };
    this.#last = ts.createProgram({
      rootNames: [root],
      options: all,
      host: this.#host(all),
      ...(this.#last && { oldProgram: this.#last }),
    });
    return this.#last;
  }

  #host(options: ts.CompilerOptions): ts.CompilerHost {
    const libraries = ts.createCompilerHost(options);
    return {
      getSourceFile: (path, target) => {
        const known = this.#trees.get(path);
        if (known) return known;
        const text = this.#texts.get(path);
        const tree =
          text === undefined ? libraries.getSourceFile(path, target) : ts.createSourceFile(path, text, target);
        if (tree) this.#trees.set(path, tree);
        return tree;
      },
      // A module that was missing may be there now.
      hasInvalidatedResolutions: () => true,
      fileExists: (path) => this.#texts.has(path),
      readFile: (path) => this.#texts.get(path),
      getDirectories: () => [],
      getDefaultLibFileName: (each) => libraries.getDefaultLibFileName(each),
      getCurrentDirectory: () => "/",
      getCanonicalFileName: (path) => path,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => "\n",
      writeFile: () => undefined,
    };
  }
}
