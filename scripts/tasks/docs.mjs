// npm run docs: compiles the snippets of the guide and rewrites the blocks beneath them.
import { projectNode, root } from "../lib/paths.mjs";
import { runInForeground } from "../lib/run-in-foreground.mjs";

export const needsBuild = true;

export function run() {
  return runInForeground(projectNode, ["tests/docs/src/main.ts"], { cwd: root });
}
