// npm run bench -- NAME: runs benchmarks/NAME/main.ts; without a name it lists what there is.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../lib/fail.mjs";
import { projectNode, root } from "../lib/paths.mjs";
import { runInForeground } from "../lib/run-in-foreground.mjs";

export const needsBuild = true;

const folder = "benchmarks";

export async function run([name, ...args]) {
  const names = listBenchmarks();
  if (name === undefined) {
    process.stdout.write(names.length > 0 ? `${names.join("\n")}\n` : "There are no benchmarks yet.\n");
    return 0;
  }
  if (!names.includes(name)) {
    throw new UserError(`There is no benchmark "${name}". There are: ${names.join(", ") || "none"}.`, 2);
  }
  return runInForeground(projectNode, [join(folder, name, "main.ts"), ...args], { cwd: root });
}

function listBenchmarks() {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .filter((name) => existsSync(join(root, folder, name, "main.ts")))
    .sort();
}
