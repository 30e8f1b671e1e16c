import { Observations } from "../inputs/observations.js";

/** Where a set of modules gets its modules from. */
export interface ModuleSources {
  /** A module, by its absolute path, as JavaScript to be run; undefined for what is loaded as it is. */
  readonly sourceOf: (file: string) => string | undefined;
  /** Whether a file is one of those modules. */
  readonly has: (file: string) => boolean;
  /** The file that a specifier means in a module, as TypeScript sees it. */
  readonly resolve: (specifier: string, containingFile: string) => string | undefined;
}

export type ImportedModule = { readonly exports: Record<string, unknown> } | { readonly error: unknown };

/** One edition of a module: Node.js keeps a module for good, so that another text is another module to it. */
interface Edition {
  readonly number: number;
  /** Undefined until it is loaded, and for what is loaded as it is. */
  source: string | undefined;
  /** The editions that it imports, by file. */
  readonly imports: Map<string, number>;
}

/**
 * Modules that import each other. Importing again runs anew what has changed since, and all that imports it; other modules stay
 * as they are.
 */
export class ModuleSet {
  /** The files that modules of the set, JSON and JavaScript, were loaded from as they are. */
  readonly plainFiles = new Observations();
  readonly sources: ModuleSources;
  readonly #editions = new Map<string, Edition>();
  readonly #imported = new Map<string, { readonly edition: Edition; readonly module: ImportedModule }>();
  #count = 0;

  constructor(sources: ModuleSources) {
    this.sources = sources;
  }

  /** Imports modules of the set: by `load`, where they are not there yet in this edition. */
  async import(
    files: readonly string[],
    load: (file: string, edition: number) => Promise<Record<string, unknown>>,
  ): Promise<ReadonlyMap<string, ImportedModule>> {
    this.#forgetStale(files);
    const modules = new Map<string, ImportedModule>();
    for (const file of files) {
      const edition = this.#editionOf(file);
      const known = this.#imported.get(file);
      const module = known?.edition === edition ? known.module : await settle(load(file, edition.number));
      this.#imported.set(file, { edition, module });
      modules.set(file, module);
    }
    return modules;
  }

  /** Runs all modules anew at the next import. */
  forgetAll(): void {
    this.#editions.clear();
    this.#imported.clear();
  }

  /** Notes that one module imports another, and gives the other's edition. */
  link(importer: string, file: string): number {
    const { number } = this.#editionOf(file);
    this.#editions.get(importer)?.imports.set(file, number);
    return number;
  }

  /** Notes what a module is loaded with. */
  load(file: string, source: string | undefined): void {
    const edition = this.#editionOf(file);
    edition.source = source;
    if (source === undefined) this.plainFiles.ask("text", file);
  }

  #editionOf(file: string): Edition {
    const known = this.#editions.get(file);
    if (known) return known;
    const edition: Edition = { number: ++this.#count, source: undefined, imports: new Map() };
    this.#editions.set(file, edition);
    return edition;
  }

  /** Of the modules that can be reached from the entries, those that have changed, and those that import such ones. */
  #forgetStale(entries: readonly string[]): void {
    // A module that failed has left others half done.
    const failed = entries.some((file) => {
      const module = this.#imported.get(file)?.module;
      return module !== undefined && "error" in module;
    });
    if (failed) {
      this.forgetAll();
      return;
    }
    const reached = new Set(entries);
    for (const file of reached) {
      for (const imported of this.#editions.get(file)?.imports.keys() ?? []) reached.add(imported);
    }
    for (const file of reached) if (this.#isStale(file)) this.#editions.delete(file);
    let found = true;
    while (found) {
      found = false;
      for (const file of reached) {
        const imports = this.#editions.get(file)?.imports ?? [];
        if (![...imports].some(([imported, number]) => this.#editions.get(imported)?.number !== number)) continue;
        this.#editions.delete(file);
        found = true;
      }
    }
  }

  #isStale(file: string): boolean {
    const edition = this.#editions.get(file);
    if (edition === undefined) return false;
    const source = this.sources.sourceOf(file);
    return source !== edition.source || (source === undefined && this.plainFiles.haveChanged([file]));
  }
}

async function settle(module: Promise<Record<string, unknown>>): Promise<ImportedModule> {
  try {
    return { exports: await module };
  } catch (error) {
    return { error };
  }
}
