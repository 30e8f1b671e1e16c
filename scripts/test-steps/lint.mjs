import { biome, projectNode, root } from "../lib/paths.mjs";
import { check, countChecks } from "./check.mjs";

export async function run() {
  const title = "linter and formatter";
  return countChecks([{ title, passed: await check(title, projectNode, [biome, "check"], { cwd: root }) }]);
}
