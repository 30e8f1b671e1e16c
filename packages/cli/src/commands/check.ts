import { writeFiles } from "@treadle/compiler/files";
import { hasErrors } from "@treadle/diagnostics";
import type { Command } from "./command.js";
import { findDrift } from "./find-drift.js";
import { type CacheOptions, recallBuild, rememberBuild } from "./remember-build.js";

export interface CheckOptions extends CacheOptions {
  readonly frozen?: boolean;
  /** A profile with the databases that the schema files are compared with. */
  readonly against?: string;
}

/**
 * `treadle check`: everything that `build` checks; writes the generated types, also where statements are wrong, and before
 * anything that takes longer. With `--frozen` it writes nothing and fails where they are stale.
 */
export const check: Command<CheckOptions> = async (context, options) => {
  const { compiler, cache, root, terminal } = context;
  const { frozen, against } = options;
  const known = frozen || against !== undefined ? undefined : recallBuild(context, options);
  if (known && cache.hasGenerated(known)) {
    terminal.diagnostics(known.diagnostics);
    terminal.print(summary(known.workflows, known.sources));
    return 0;
  }

  if (!frozen) {
    const early = writeFiles(root, (await compiler.checkStatements()).generated);
    for (const file of early.written) terminal.print(`wrote ${file}`);
  }
  const project = await compiler.compile();
  const generated = frozen ? { written: [], diagnostics: project.staleGenerated } : writeFiles(root, project.generated);
  const drift = against === undefined ? [] : await findDrift(context, project.sources, against);
  // Sources come before the workflows that use them; a build is of workflows.
  const found = project.diagnostics.filter(
    ({ code }) => code !== "compiler/no-workflows" || project.sources.size === 0,
  );
  const diagnostics = [...found, ...generated.diagnostics, ...drift];
  for (const file of generated.written) terminal.print(`wrote ${file}`);
  terminal.diagnostics(diagnostics);
  if (hasErrors(diagnostics)) return 1;
  terminal.print(summary(project.workflows.length, project.sources.size));
  if (!frozen) rememberBuild(context, project, options);
  return 0;
};

function summary(workflows: number, sources: number): string {
  return `${workflows} workflows and ${sources} data sources: no errors.`;
}
