import { globSync } from "node:fs";
import { sep } from "node:path";

/** The modules that globs match, in order, relative to the root; not declarations, tests and generated types. */
export function findSources(root: string, patterns: readonly string[]): string[] {
  const found = globSync([...patterns], { cwd: root, exclude: ["**/node_modules/**"] });
  return found
    .map((file) => file.split(sep).join("/"))
    .filter((file) => !file.endsWith(".d.ts") && !file.endsWith(".test.ts") && !file.endsWith(".gen.ts"))
    .sort();
}
