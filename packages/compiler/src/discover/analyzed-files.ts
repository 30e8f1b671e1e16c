import type { Diagnostic } from "@treadle/diagnostics";
import type ts from "@treadle/expressions/typescript";
import type { SourceProject } from "../project/project.js";
import { type FoundTypeError, findTypeErrors } from "../project/type-errors.js";
import { findSites, type ModuleSites } from "./find-sites.js";
import { rewriteModule } from "./rewrite-module.js";

/** What the compiler knows of one module by its types. */
export interface AnalyzedFile {
  readonly file: ts.SourceFile;
  readonly sites: ModuleSites;
  /** What lowering the lambdas found. */
  readonly diagnostics: readonly Diagnostic[];
  /** The module as it is run. */
  readonly source: string;
}

/** The modules of a project, each analysed when it is first asked for and again when it, or what it imports, has changed. */
export class AnalyzedFiles {
  readonly #project: SourceProject;
  readonly #known = new Map<string, AnalyzedFile>();
  readonly #typeErrors = new Map<string, readonly FoundTypeError[]>();
  #own = new Map<string, ts.SourceFile>();

  constructor(project: SourceProject) {
    this.#project = project;
  }

  /** Forgets what may no longer hold. */
  update(): void {
    const stale = this.#project.takeStale();
    if (stale?.size === 0) return;
    for (const file of stale ?? []) {
      this.#known.delete(file);
      this.#typeErrors.delete(file);
    }
    this.#own = new Map(this.#project.ownSourceFiles().map((file) => [file.fileName, file]));
  }

  has(path: string): boolean {
    return this.#own.has(path);
  }

  /** What TypeScript says of all modules: to check them whole is quicker before than after their parts were asked for. */
  typeErrors(): FoundTypeError[] {
    return [...this.#own].flatMap(([path, file]) => {
      const known = this.#typeErrors.get(path) ?? findTypeErrors(this.#project, file);
      this.#typeErrors.set(path, known);
      return known;
    });
  }

  /** All modules, in the program's order. */
  all(): AnalyzedFile[] {
    return [...this.#own.keys()].map((path) => this.of(path)!);
  }

  /** Of a module by its absolute path; undefined for a file that is none of the project's own. */
  of(path: string): AnalyzedFile | undefined {
    const file = this.#own.get(path);
    if (file === undefined) return undefined;
    const known = this.#known.get(path);
    if (known) return known;
    const project = this.#project;
    const diagnostics: Diagnostic[] = [];
    const sites = findSites(file, project, (diagnostic) => diagnostics.push(diagnostic));
    const source = rewriteModule(file, sites, project);
    const analyzed = { file, sites, diagnostics, source };
    this.#known.set(path, analyzed);
    return analyzed;
  }
}
