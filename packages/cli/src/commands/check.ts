import { writeFiles } from "@treadle/compiler";
import { hasErrors } from "@treadle/diagnostics";
import type { Command } from "./command.js";

/** `treadle check`: everything that `build` checks; writes the generated types, also where statements are wrong. */
export const check: Command<object> = async ({ compiler, root, terminal }) => {
  const project = await compiler.compile();
  const generated = writeFiles(root, project.generated);
  const diagnostics = [...project.diagnostics, ...generated.diagnostics];
  for (const file of generated.written) terminal.print(`wrote ${file}`);
  terminal.diagnostics(diagnostics);
  if (hasErrors(diagnostics)) return 1;
  terminal.print(`${project.workflows.length} workflows and ${project.sources.size} data sources: no errors.`);
  return 0;
};
