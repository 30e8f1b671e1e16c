import { existsSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Observations } from "../inputs/observations.js";
import { unobserved } from "../inputs/observe-run.js";
import { markModule } from "./mark-module.js";
import type { ImportedModule, ModuleSet } from "./module-set.js";

const sets = new Map<string, ModuleSet>();
let registered = false;

/** The files that this process has loaded since the hook is there: the code of the build itself, and of packages. */
export const loadedFiles = new Observations();

/** Imports modules of a set through Node's own loader, with the hook in front of it. */
export async function importModules(
  set: ModuleSet,
  files: readonly string[],
): Promise<ReadonlyMap<string, ImportedModule>> {
  registerOnce();
  const id = idOf(set);
  return await set.import(
    files,
    async (file, edition) => (await import(urlIn(id, file, edition))) as Record<string, unknown>,
  );
}

/**
 * Imports a TypeScript module as it is, such as `treadle.config.ts`: Node removes its types, and the hook finds the `.ts`
 * file behind a `.js` specifier.
 */
export async function importTypeScript(file: string): Promise<Record<string, unknown>> {
  registerOnce();
  return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
}

function idOf(set: ModuleSet): string {
  for (const [id, known] of sets) if (known === set) return id;
  const id = String(sets.size + 1);
  sets.set(id, set);
  return id;
}

function urlIn(id: string, file: string, edition: number): string {
  return `${pathToFileURL(file).href}?treadle=${id}.${edition}`;
}

function registerOnce(): void {
  if (registered) return;
  registered = true;
  registerHooks({
    resolve: (specifier, context, nextResolve) =>
      unobserved(() => {
        if (specifier === markModule) {
          return { url: import.meta.resolve("@treadle/workflow/nodes"), format: "module", shortCircuit: true };
        }
        const parent = context.parentURL === undefined ? undefined : parse(context.parentURL);
        const set = parent?.set;
        const file = set?.sources.resolve(specifier, parent!.file);
        if (set && file !== undefined && set.sources.has(file)) {
          return { url: urlIn(parent!.id, file, set.link(parent!.file, file)), format: "module", shortCircuit: true };
        }
        // What else the project's own modules read (JSON, JavaScript) is loaded anew with them.
        if (set && file !== undefined && isReadAsItIs(file)) {
          return nextResolve(urlIn(parent!.id, file, set.link(parent!.file, file)), context);
        }
        try {
          return nextResolve(specifier, context);
        } catch (error) {
          const source = parent && sourceBehind(specifier, parent.file);
          if (source === undefined) throw error;
          return nextResolve(source, context);
        }
      }),
    load: (url, context, nextLoad) =>
      unobserved(() => {
        const { set, file } = parse(url);
        const source = set?.sources.sourceOf(file);
        set?.load(file, source?.text);
        if (source === undefined) {
          if (url.startsWith("file:") && set === undefined) loadedFiles.ask("edition", file);
          return nextLoad(url, context);
        }
        return { source: source.text, format: source.hasTypes ? "module-typescript" : "module", shortCircuit: true };
      }),
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
  const [id = ""] = (parsed.searchParams.get("treadle") ?? "").split(".");
  parsed.search = "";
  return { file: fileURLToPath(parsed), id, set: sets.get(id) };
}

/** `./charge.js` is `./charge.ts` where only that is there. */
function sourceBehind(specifier: string, parentFile: string): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  const url = new URL(specifier.replace(/\.([cm]?)js$/, ".$1ts"), pathToFileURL(parentFile));
  return existsSync(url) ? url.href : undefined;
}
