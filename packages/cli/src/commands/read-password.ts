import { readFileSync } from "node:fs";

/** From standard input, where neither the list of processes nor the shell's history shows it. */
export function readPassword(): string {
  return readFileSync(0, "utf8").replace(/\r?\n$/, "");
}
