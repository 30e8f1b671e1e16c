import { writeFiles } from "@treadle/compiler";
import { hasErrors } from "@treadle/diagnostics";
import type { Command } from "./command.js";
import { findDrift } from "./find-drift.js";

export interface CheckOptions {
  readonly frozen?: boolean;
  /** A profile with the databases that the schema files are compared with. */
  readonly against?: string;
}

/**
 * `treadle check`: everything that `build` checks; writes the generated types, also where statements are wrong. With
 * `--frozen` it writes nothing and fails where they are stale.
 */
export const check: Command<CheckOptions> = async (context, { frozen, against }) => {
  const { compiler, root, terminal } = context;
  const project = await compiler.compile();
  const generated = frozen ? { written: [], diagnostics: project.staleGenerated } : writeFiles(root, project.generated);
  const drift = against === undefined ? [] : await findDrift(context, project.sources, against);
  const diagnostics = [...project.diagnostics, ...generated.diagnostics, ...drift];
  for (const file of generated.written) terminal.print(`wrote ${file}`);
  terminal.diagnostics(diagnostics);
  if (hasErrors(diagnostics)) return 1;
  terminal.print(`${project.workflows.length} workflows and ${project.sources.size} data sources: no errors.`);
  return 0;
};
