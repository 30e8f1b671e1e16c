import { spawnSync } from "node:child_process";
import { root } from "./paths.mjs";

/** What differs from the last commit, as text to compare; empty outside a git checkout. */
export function describeTree() {
  return git("status", "--porcelain") + git("diff", "HEAD");
}

function git(...args) {
  const { status, stdout } = spawnSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 256 * 1024 * 1024 });
  return status === 0 ? stdout : "";
}
