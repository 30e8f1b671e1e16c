import type { CheckedStatements, CompiledProject, Compiler } from "@treadle/compiler";
import type { BuildInputs, CompilerOptions } from "@treadle/compiler/files";

/** The compiler of the project, loaded when it is first needed: it brings TypeScript with it. */
export class LazyCompiler {
  readonly #options: CompilerOptions;
  #compiler: Compiler | undefined;

  constructor(options: CompilerOptions) {
    this.#options = options;
  }

  async compile(): Promise<CompiledProject> {
    return await (await this.#load()).compile();
  }

  async checkStatements(): Promise<CheckedStatements> {
    return await (await this.#load()).checkStatements();
  }

  /** What the last compilation rests on; undefined where that cannot be told. */
  inputs(): BuildInputs | undefined {
    return this.#compiler?.inputs();
  }

  /** Takes in changed files, relative to the root; false where none of them matters. */
  refresh(files: readonly string[]): boolean {
    return this.#compiler?.refresh(files) ?? true;
  }

  async #load(): Promise<Compiler> {
    if (this.#compiler === undefined) {
      const compiler = await import("@treadle/compiler");
      this.#compiler = new compiler.Compiler(this.#options);
    }
    return this.#compiler;
  }
}
