import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";

/** `fuzz:expressions` lives in `tasks/fuzz-expressions.mjs`. */
export function taskFile(name) {
  return new URL(`../tasks/${name.replaceAll(":", "-")}.mjs`, import.meta.url);
}

/** The names under which package.json runs tasks. */
export function listTasks() {
  return Object.keys(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).scripts);
}
