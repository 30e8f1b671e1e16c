import { existsSync, readFileSync } from "node:fs";
import { type ResolveFnOutput, type ResolveHookSync, registerHooks } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Observations } from "../inputs/observations.js";
import { unobserved } from "../inputs/observe-run.js";
import { markModule } from "./mark-module.js";
import type { ImportedModule, ModuleSet } from "./module-set.js";

const sets = new Map<string, ModuleSet>();
let finds = false;
let loads = false;
let markUrl: string | undefined;
/** By folder, specifier and conditions, the packages that modules of sets import: Node.js looks for them anew for each module. */
const packages = new Map<string, ResolveFnOutput>();
/** Marks a TypeScript module that is tried as the JavaScript that it is where it has no types. */
const plain = "?treadle=plain";

/** The files that this process has loaded since the hook is there: the code of the build itself, and of packages. */
export const loadedFiles = new Observations();
const seenUrls = new Set<string>();

/** Imports modules of a set through Node's own loader, with hooks in front of it. */
export async function importModules(
  set: ModuleSet,
  files: readonly string[],
): Promise<ReadonlyMap<string, ImportedModule>> {
  findThroughHook();
  loadThroughHook();
  const id = idOf(set);
  return await set.import(
    files,
    async (file, edition) => (await import(urlIn(id, file, edition))) as Record<string, unknown>,
  );
}

/**
 * Imports a TypeScript module as it is, such as `treadle.config.ts`: Node removes its types, if it has any, and the hook finds
 * the `.ts` file behind a `.js` specifier.
 */
export async function importTypeScript(file: string): Promise<Record<string, unknown>> {
  findThroughHook();
  const { href } = pathToFileURL(file);
  // Node's remover of types takes longer to start than all the rest. `f<T>(x)` is right JavaScript, too, with another meaning.
  if (!readFileSync(file, "utf8").includes("<")) {
    try {
      return (await import(`${href}${plain}`)) as Record<string, unknown>;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return (await import(href)) as Record<string, unknown>;
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

function findThroughHook(): void {
  if (finds) return;
  finds = true;
  registerHooks({
    resolve: (specifier, context, nextResolve) =>
      unobserved(() => {
        const found = resolve(specifier, context, nextResolve);
        observe(found.url);
        return found;
      }),
  });
}

/** Apart from the other hook, since Node.js loads all modules more slowly with it, and by then has loaded TypeScript. */
function loadThroughHook(): void {
  if (loads) return;
  loads = true;
  registerHooks({
    load: (url, context, nextLoad) =>
      unobserved(() => {
        const { set, file } = parse(url);
        const source = set?.sources.sourceOf(file);
        set?.load(file, source);
        return source === undefined ? nextLoad(url, context) : { source, format: "module", shortCircuit: true };
      }),
  });
}

/** Notes a file that is about to be loaded, as it is before. */
function observe(url: string): void {
  if (seenUrls.has(url) || !url.startsWith("file:")) return;
  seenUrls.add(url);
  const { set, file } = parse(url);
  if (set === undefined) loadedFiles.ask("edition", file);
}

const resolve: ResolveHookSync = (specifier, context, nextResolve) => {
  if (specifier === markModule) {
    markUrl ??= import.meta.resolve("@treadle/workflow/nodes");
    return { url: markUrl, format: "module", shortCircuit: true };
  }
  if (specifier.endsWith(plain)) return { url: specifier, format: "module", shortCircuit: true };
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
  const isPackage = set !== undefined && /^[\w@]/.test(specifier);
  const place = isPackage ? [dirname(parent!.file), specifier, ...context.conditions].join("\n") : undefined;
  const known = place === undefined ? undefined : packages.get(place);
  if (known) return known;
  try {
    const found = nextResolve(specifier, context);
    if (place !== undefined) packages.set(place, { ...found, shortCircuit: true });
    return found;
  } catch (error) {
    const source = parent && sourceBehind(specifier, parent.file);
    if (source === undefined) throw error;
    return nextResolve(source, context);
  }
};

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
