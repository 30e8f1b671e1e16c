// npm run conformance -- --corpus FOLDER: recorded cases through the whole project; see tests/conformance/README.md.
import { build } from "../lib/build.mjs";
import { projectNode, root } from "../lib/paths.mjs";
import { runInForeground } from "../lib/run-in-foreground.mjs";

export const needsBuild = true;

export async function run(args) {
  await build(["tests/conformance"]);
  return runInForeground(projectNode, ["tests/conformance/dist/run.js", ...args], { cwd: root });
}
