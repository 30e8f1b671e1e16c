import { watch } from "node:fs/promises";
import type { CommandContext } from "./command.js";

/** Editors write a file in several steps: changes closer together than this are taken as one. */
const settleMs = 50;

/** Runs a command now and after each change of a source, until interrupted. */
export async function runWatching(context: CommandContext, run: () => Promise<number>): Promise<number> {
  const { root, config, terminal, compiler } = context;
  await run();
  terminal.progress("Watching for changes. Press Ctrl-C to end.");
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  for await (const { filename } of watch(root, { recursive: true })) {
    if (filename === null || !isSource(filename, config.artifacts)) continue;
    changed.add(filename);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const files = [...changed];
      changed.clear();
      running = running.then(async () => {
        if (!compiler.refresh(files)) return;
        terminal.progress(`changed: ${files.join(", ")}`);
        await run();
      });
    }, settleMs);
  }
  return 0;
}

/** Whatever the sources may read: modules, schemas, JSON; not what the build itself writes. */
function isSource(file: string, artifacts: string): boolean {
  const parts = file.split(/[\\/]/);
  if (parts.includes("node_modules") || parts.some((part) => part.startsWith(".")) || file.endsWith(".tmp"))
    return false;
  return !file.startsWith(artifacts);
}
