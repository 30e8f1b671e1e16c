// npm run lint: linter and formatter, without changing files.
import { biome, projectNode, root } from "../lib/paths.mjs";
import { runInForeground } from "../lib/run-in-foreground.mjs";

export const needsBuild = false;

export function run(args) {
  return runInForeground(projectNode, [biome, "check", ...args], { cwd: root });
}
