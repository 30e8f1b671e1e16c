import { projectNode, root, tsc } from "../lib/paths.mjs";
import { check, countChecks } from "./check.mjs";

export async function run() {
  const title = "packages and tests/conformance";
  const passed = await check(title, projectNode, [tsc, "-b", ".", "tests/conformance"], { cwd: root });
  return countChecks([{ title, passed }]);
}
