// npm run format: formats files and applies the linter's safe fixes.
import { biome, projectNode, root } from "../lib/paths.mjs";
import { runInForeground } from "../lib/run-in-foreground.mjs";

export const needsBuild = false;

export function run(args) {
  return runInForeground(projectNode, [biome, "check", "--write", ...args], { cwd: root });
}
