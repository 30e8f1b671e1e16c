import { watchFolders } from "../watching/watch-folders.js";
import type { CommandContext } from "./command.js";

/** Editors write a file in several steps: changes closer together than this are taken as one. */
const settleMs = 20;

/** Runs a command now and after each change of a source, until interrupted. */
export async function runWatching(context: CommandContext, run: () => Promise<number>): Promise<number> {
  const { root, config, terminal, compiler } = context;
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const runAgain = async (): Promise<void> => {
    const files = [...changed];
    changed.clear();
    if (files.length === 0 || !compiler.refresh(files)) return;
    terminal.progress(`changed: ${files.join(", ")}`);
    await run();
  };
  const failed = Promise.withResolvers<never>();
  // What is saved while the first run is still on its way counts, too.
  watchFolders(
    root,
    (path) => isSource(path, config.artifacts),
    (path) => {
      changed.add(path);
      clearTimeout(timer);
      timer = setTimeout(() => {
        running = running.then(runAgain);
        running.catch(failed.reject);
      }, settleMs);
    },
  );
  running = run().then(() => terminal.progress("Watching for changes. Press Ctrl-C to end."));
  await running;
  return await failed.promise;
}

/** Whatever the sources may read: modules, schemas, JSON; not what the build itself writes. */
function isSource(path: string, artifacts: string): boolean {
  const parts = path.split("/");
  if (parts.includes("node_modules") || parts.some((part) => part.startsWith(".")) || path.endsWith(".tmp"))
    return false;
  return path !== artifacts && !path.startsWith(`${artifacts}/`);
}
