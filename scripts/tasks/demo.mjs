// npm run demo: the example, compiled and run on real databases.
import { projectNode, root } from "../lib/paths.mjs";
import { runInForeground } from "../lib/run-in-foreground.mjs";

export const needsBuild = true;

export function run(args) {
  return runInForeground(projectNode, ["examples/order-fulfilment/demo.ts", ...args], { cwd: root });
}
