import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const configName = "treadle.config.ts";

/** The configuration file above a file or folder, or undefined. */
export function findConfig(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const file = join(folder, configName);
    if (existsSync(file)) return file;
    if (dirname(folder) === folder) return undefined;
  }
}

/** Path of a file that is given as a path or a URL, also one in a text. */
export function toPath(file: string | URL): string {
  return file instanceof URL || file.startsWith("file:") ? fileURLToPath(file) : file;
}

const own = dirname(dirname(fileURLToPath(import.meta.url)));

/** The file outside this package that has called into it; without one, the working directory. */
export function findCaller(): string {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 50;
  const stack = new Error().stack ?? "";
  Error.stackTraceLimit = stackTraceLimit;
  for (const [, place = ""] of stack.matchAll(
    /(?:\(|at (?:async )?)((?:file:\/\/|[A-Za-z]:[\\/]|\/)[^()]*?)(?::\d+){1,2}\)?$/gm,
  )) {
    const path = toPath(place);
    if (!path.startsWith(own) && existsSync(path)) return path;
  }
  return process.cwd();
}
