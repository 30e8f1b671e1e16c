import { type FSWatcher, readdirSync, watch } from "node:fs";
import { join } from "node:path";

/**
 * Watches a folder and the folders in it, each by itself: Node's recursive watching looks at every file below `node_modules`,
 * too. A new folder is reported with all that is in it by then.
 *
 * @param isWatched whether a path, relative to the root with forward slashes, is looked at
 * @param onChange given such a path of what was written, came or went
 */
export function watchFolders(
  root: string,
  isWatched: (path: string) => boolean,
  onChange: (path: string) => void,
): { readonly close: () => void } {
  const watchers = new Map<string, FSWatcher>();
  const forget = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const add = (folder: string, isNew: boolean): void => {
    if (watchers.has(folder)) return;
    try {
      const watcher = watch(join(root, folder), (_, name) => {
        if (name !== null) changed(folder === "" ? name : `${folder}/${name}`);
      });
      // A folder that goes is told of by the folder around it.
      watcher.on("error", () => forget(folder));
      watchers.set(folder, watcher);
      for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
        const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
        if (!isWatched(path)) continue;
        if (entry.isDirectory()) add(path, isNew);
        else if (isNew) onChange(path);
      }
    } catch {
      forget(folder);
    }
  };
  const changed = (path: string): void => {
    if (!isWatched(path)) return;
    onChange(path);
    if (isFolder(join(root, path))) add(path, true);
    else forget(path);
  };
  add("", false);
  return {
    close: () => {
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

function isFolder(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}
