import { projectNode, root, tsc } from "../lib/paths.mjs";
import { check, countChecks } from "./check.mjs";

/** Type tests and the types of all tests, under the TypeScript that builds the project. */
export async function run() {
  const title = "types of tests, and type tests";
  const passed = await check(title, projectNode, [tsc, "-p", "tsconfig.tests.json"], { cwd: root });
  return countChecks([{ title, passed }]);
}
