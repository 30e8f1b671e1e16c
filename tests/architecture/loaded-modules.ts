import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const imports = /(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']/g;

/** Files of our own packages that Node.js loads, at once or on demand, when it imports the given built module. */
export function loadedModules(entry: string): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [entry];
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const { resolve } = createRequire(file);
    for (const [, specifier = ""] of readFileSync(file, "utf8").matchAll(imports)) {
      if (/^\.{1,2}\/|^@treadle\//.test(specifier)) pending.push(resolve(specifier));
    }
  }
  return found;
}
