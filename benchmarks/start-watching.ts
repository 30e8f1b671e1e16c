import { spawn } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface Watcher {
  /** Saves a file, and gives the seconds until another one is written because of that. Paths are relative to the project. */
  readonly change: (file: string, text: string, written: string) => Promise<number>;
  readonly stop: () => void;
}

const builtCommand = fileURLToPath(new URL("../packages/cli/dist/main.js", import.meta.url));
const longestMs = 60_000;

/** Starts `treadle … --watch` in a project, and waits until it watches. `treadle` is the command's file, by default as built here. */
export async function startWatching(
  folder: string,
  args: readonly string[],
  treadle: string = builtCommand,
): Promise<Watcher> {
  const child = spawn(process.execPath, [treadle, ...args], { cwd: folder });
  let output = "";
  let changed = (): void => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text: Buffer) => {
      output += text.toString();
      changed();
    });
  }
  const printed = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`"${text}" was not printed:\n${output}`)), longestMs);
      changed = () => {
        if (!output.includes(text)) return;
        clearTimeout(timer);
        resolve();
      };
      changed();
    });
  await printed("Watching for changes.");
  return {
    async change(file, text, written) {
      const path = join(folder, written);
      const before = statSync(path).mtimeMs;
      output = "";
      const savedAt = Date.now();
      writeFileSync(join(folder, file), text);
      await printed(`wrote ${written}`);
      const took = statSync(path).mtimeMs - savedAt;
      if (statSync(path).mtimeMs === before || readFileSync(path, "utf8") === "")
        throw new Error(`${written} is as it was`);
      // What it still does after that belongs to this change, not to the next one.
      await settle(() => output);
      return took / 1000;
    },
    stop: () => void child.kill(),
  };
}

/** Waits until nothing more is printed. */
async function settle(read: () => string): Promise<void> {
  for (let before = ""; before !== read(); ) {
    before = read();
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
