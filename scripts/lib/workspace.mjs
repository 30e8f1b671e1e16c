import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";

/** Every package of `packages/`, with its folder and its package.json. */
export function listPackages() {
  return foldersWith("packages", "package.json").map((folder) => ({
    folder,
    manifest: JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")),
  }));
}

/** Folders of `examples/` that Treadle compiles. */
export function listExamples() {
  return foldersWith("examples", "treadle.config.ts");
}

function foldersWith(parent, file) {
  if (!existsSync(join(root, parent))) return [];
  return readdirSync(join(root, parent))
    .sort()
    .map((name) => join(parent, name))
    .filter((folder) => existsSync(join(root, folder, file)));
}
