import { UserError } from "./fail.mjs";
import { projectNode, root, tsc } from "./paths.mjs";
import { runQuietly } from "./run-quietly.mjs";

/** Builds the given projects, by default all packages; quick where nothing has changed. */
export async function build(projects = []) {
  const { code, output } = await runQuietly("Building", projectNode, [tsc, "-b", ...projects], { cwd: root });
  if (code !== 0) throw new UserError(`${output.trim()}\n\nThe build failed.`);
}
