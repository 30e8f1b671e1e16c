import { join } from "node:path";
import { compareArtifacts, writeArtifacts, writeFiles } from "@treadle/compiler/files";
import { hasErrors } from "@treadle/diagnostics";
import type { Command } from "./command.js";
import { type CacheOptions, recallBuild, rememberBuild } from "./remember-build.js";

export interface BuildOptions extends CacheOptions {
  readonly check?: boolean;
}

/**
 * `treadle build`: artifacts are written only when nothing is wrong, and then all of them. With `--check` it always compiles, so
 * that whatever a cache may have missed comes to light there.
 */
export const build: Command<BuildOptions> = async (context, options) => {
  const { compiler, cache, config, root, terminal } = context;
  const folder = join(root, config.artifacts);
  const known = options.check ? undefined : recallBuild(context, options);
  if (known && cache.hasArtifacts(known, folder)) {
    terminal.diagnostics(known.diagnostics);
    const count = known.artifacts.length;
    terminal.print(summary(known.workflows, count, count));
    return 0;
  }

  const project = await compiler.compile();
  const diagnostics = [...project.diagnostics];
  if (options.check) {
    if (!hasErrors(diagnostics)) {
      diagnostics.push(...project.staleGenerated);
      diagnostics.push(...compareArtifacts(folder, project.artifacts, config.artifacts));
    }
    terminal.diagnostics(diagnostics);
    if (hasErrors(diagnostics)) return 1;
    terminal.print(`${project.artifacts.length} artifacts of ${project.workflows.length} workflows are current.`);
    return 0;
  }

  const generated = writeFiles(root, project.generated);
  diagnostics.push(...generated.diagnostics);
  for (const file of generated.written) terminal.print(`wrote ${file}`);
  if (hasErrors(diagnostics)) {
    terminal.diagnostics(diagnostics);
    terminal.progress("No artifact was written.");
    return 1;
  }
  const written = writeArtifacts(folder, project.artifacts);
  diagnostics.push(...written.diagnostics, ...writeFiles(root, project.sourceMaps).diagnostics);
  terminal.diagnostics(diagnostics);
  if (hasErrors(diagnostics)) return 1;
  const count = project.artifacts.length;
  const lines = [
    ...written.written.map((file) => `wrote ${join(config.artifacts, file)}`),
    ...written.removed.map((file) => `removed ${join(config.artifacts, file)}`),
    summary(project.workflows.length, count, count - written.written.length),
  ];
  terminal.print(lines.join("\n"));
  rememberBuild(context, project, options);
  return 0;
};

function summary(workflows: number, artifacts: number, unchanged: number): string {
  return `${workflows} workflows, ${artifacts} artifacts, ${unchanged} unchanged.`;
}
