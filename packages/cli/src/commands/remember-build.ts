import type { CompiledProject } from "@treadle/compiler";
import type { KnownBuild } from "@treadle/compiler/files";
import { hasErrors } from "@treadle/diagnostics";
import type { CommandContext } from "./command.js";

/** What `--no-cache` and `--watch` say: whether a command may spare itself a build that would give what is there. */
export interface CacheOptions {
  readonly cache?: boolean;
  readonly watch?: boolean;
}

/** The last build, where one now would give the same. A watcher needs the compiler anyway, for the changes to come. */
export function recallBuild({ cache }: CommandContext, options: CacheOptions): KnownBuild | undefined {
  return options.cache === false || options.watch === true ? undefined : cache.read();
}

/** Keeps a build without errors for the next command. */
export function rememberBuild(
  { cache, compiler, terminal }: CommandContext,
  project: CompiledProject,
  options: CacheOptions,
): void {
  if (options.cache === false || options.watch === true || hasErrors(project.diagnostics)) return;
  const inputs = compiler.inputs();
  if (inputs === undefined) return;
  const { diagnostics, artifacts, generated, sourceMaps } = project;
  const [workflows, sources] = [project.workflows.length, project.sources.size];
  terminal.diagnostics(cache.write({ diagnostics, workflows, sources, artifacts, generated, sourceMaps }, inputs));
}
