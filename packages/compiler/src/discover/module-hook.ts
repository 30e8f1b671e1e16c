import { existsSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { markModule } from "./rewrite-module.js";

/** A set of rewritten modules that import each other; each build has its own, so that a rebuild runs them anew. */
export interface ModuleSet {
  /** Sources by absolute path. */
  readonly sources: ReadonlyMap<string, string>;
  /** The file that a specifier means in a module, as TypeScript sees it. */
  readonly resolve: (specifier: string, containingFile: string) => string | undefined;
}

const sets = new Map<string, ModuleSet>();
let lastId = 0;
let registered = false;

/** Imports modules of a set through Node's own loader, with the hook in front of it. */
export async function importModules(
  set: ModuleSet,
  files: readonly string[],
): Promise<ReadonlyMap<string, ImportedModule>> {
  registerOnce();
  const id = String(++lastId);
  sets.set(id, set);
  // A module may still import lazily while the next build runs; older builds are done.
  sets.delete(String(lastId - 2));
  const imported = new Map<string, ImportedModule>();
  for (const file of files) {
    try {
      imported.set(file, { exports: (await import(urlIn(id, file))) as Record<string, unknown> });
    } catch (error) {
      imported.set(file, { error });
    }
  }
  return imported;
}

export type ImportedModule = { readonly exports: Record<string, unknown> } | { readonly error: unknown };

/**
 * Imports a TypeScript module as it is, such as `treadle.config.ts`: Node removes its types, and the hook finds the `.ts`
 * file behind a `.js` specifier.
 */
export async function importTypeScript(file: string): Promise<Record<string, unknown>> {
  registerOnce();
  return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
}

function urlIn(id: string, file: string): string {
  return `${pathToFileURL(file).href}?treadle=${id}`;
}

function registerOnce(): void {
  if (registered) return;
  registered = true;
  const markUrl = import.meta.resolve("@treadle/workflow/nodes");
  registerHooks({
    resolve(specifier, context, nextResolve) {
      if (specifier === markModule) return { url: markUrl, format: "module", shortCircuit: true };
      const parent = context.parentURL === undefined ? undefined : parse(context.parentURL);
      const file = parent?.set?.resolve(specifier, parent.file);
      if (file !== undefined && parent?.set?.sources.has(file)) {
        return { url: urlIn(parent.id, file), format: "module", shortCircuit: true };
      }
      // What else the project's own modules read (JSON, JavaScript) is loaded anew with them.
      if (parent?.set && file !== undefined && isReadAsItIs(file)) {
        return nextResolve(urlIn(parent.id, file), context);
      }
      try {
        return nextResolve(specifier, context);
      } catch (error) {
        const source = parent && sourceBehind(specifier, parent.file);
        if (source === undefined) throw error;
        return nextResolve(source, context);
      }
    },
    load(url, context, nextLoad) {
      const { set, file } = parse(url);
      const source = set?.sources.get(file);
      return source === undefined ? nextLoad(url, context) : { source, format: "module", shortCircuit: true };
    },
  });
}

function isReadAsItIs(file: string): boolean {
  return /\.(?:json|[cm]?js)$/.test(file) && !file.includes("/node_modules/");
}

interface ParsedUrl {
  readonly file: string;
  readonly id: string;
  readonly set: ModuleSet | undefined;
}

function parse(url: string): ParsedUrl {
  if (!url.startsWith("file:")) return { file: url, id: "", set: undefined };
  const parsed = new URL(url);
  const id = parsed.searchParams.get("treadle") ?? "";
  parsed.search = "";
  return { file: fileURLToPath(parsed), id, set: sets.get(id) };
}

/** `./charge.js` is `./charge.ts` where only that is there. */
function sourceBehind(specifier: string, parentFile: string): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  const url = new URL(specifier.replace(/\.([cm]?)js$/, ".$1ts"), pathToFileURL(parentFile));
  return existsSync(url) ? url.href : undefined;
}
