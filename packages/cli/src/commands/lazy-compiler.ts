import { setFlagsFromString } from "node:v8";
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
    return await this.#use((compiler) => compiler.compile());
  }

  async checkStatements(): Promise<CheckedStatements> {
    return await this.#use((compiler) => compiler.checkStatements());
  }

  /** What the last compilation rests on; undefined where that cannot be told. */
  inputs(): BuildInputs | undefined {
    return this.#compiler?.inputs();
  }

  /** Takes in changed files, relative to the root; false where none of them matters. */
  refresh(files: readonly string[]): boolean {
    return this.#compiler?.refresh(files) ?? true;
  }

  async #use<T>(work: (compiler: Compiler) => Promise<T>): Promise<T> {
    if (this.#compiler) return await work(this.#compiler);
    growHeapBy(firstGrowth);
    try {
      const compiler = await import("@treadle/compiler");
      this.#compiler = new compiler.Compiler(this.#options);
      return await work(this.#compiler);
    } finally {
      growHeapBy(ownGrowth);
    }
  }
}

/**
 * Of syntax trees and types nearly all is in use to the end: where V8 looks for garbage among them, as soon as the heap has
 * doubled a few times, a build takes some 7 % longer and needs hardly less memory (docs/decisions/0011). From the first time on,
 * at 40 MB, the heap may grow to some 1.2 GB, but no further than halfway to the limit that V8 has for this machine.
 */
const firstGrowth = 3000;
/** V8's own rule, for what stays after the first build and only watches. */
const ownGrowth = 0;

/** @param percent by how much the heap may grow from one collection of all garbage to the next; 0 leaves it to V8 */
function growHeapBy(percent: number): void {
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}
