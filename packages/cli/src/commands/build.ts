import { join } from "node:path";
import { compareArtifacts, writeArtifacts, writeFiles } from "@treadle/compiler";
import { hasErrors } from "@treadle/diagnostics";
import type { Command } from "./command.js";

/** `treadle build`: artifacts are written only when nothing is wrong, and then all of them. */
export const build: Command<{ check?: boolean }> = async ({ compiler, config, root, terminal }, options) => {
  const project = await compiler.compile();
  const diagnostics = [...project.diagnostics];
  const folder = join(root, config.artifacts);

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
  for (const file of written.written) terminal.print(`wrote ${join(config.artifacts, file)}`);
  for (const file of written.removed) terminal.print(`removed ${join(config.artifacts, file)}`);
  const unchanged = project.artifacts.length - written.written.length;
  terminal.print(
    `${project.workflows.length} workflows, ${project.artifacts.length} artifacts, ${unchanged} unchanged.`,
  );
  return 0;
};
