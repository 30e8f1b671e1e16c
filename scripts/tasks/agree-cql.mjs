// npm run agree:cql: the CQL checker against a real Cassandra node; see tests/agreement/README.md.
import { build } from "../lib/build.mjs";
import { projectNode, root } from "../lib/paths.mjs";
import { runInForeground } from "../lib/run-in-foreground.mjs";

export const needsBuild = true;

export async function run(args) {
  await build(["tests/agreement"]);
  return runInForeground(projectNode, ["tests/agreement/dist/main.js", ...args], { cwd: root });
}
