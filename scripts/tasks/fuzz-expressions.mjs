// npm run fuzz:expressions -- --cases N --seed S: generated lambdas in Node.js and in the JSONata engines.
import { projectNode, root } from "../lib/paths.mjs";
import { runInForeground } from "../lib/run-in-foreground.mjs";

export const needsBuild = true;

const folder = "packages/expressions/test/fuzz";

export function run(args) {
  return runInForeground(projectNode, ["--import", `./${folder}/resolve-sources.mjs`, `${folder}/main.ts`, ...args], {
    cwd: root,
  });
}
