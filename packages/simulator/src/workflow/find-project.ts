import { existsSync } from "node:fs";
import { findPackageJSON } from "node:module";
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

const packageFolder = dirname(findPackageJSON(import.meta.url)!);

/** The file outside this package that has called into it; without one, the working directory. */
export function findCaller(): string {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 50;
  const stack = new Error().stack ?? "";
  Error.stackTraceLimit = stackTraceLimit;
  return findCallerIn(stack, packageFolder) ?? process.cwd();
}

interface StackOptions {
  readonly windows?: boolean;
  readonly exists?: (path: string) => boolean;
}

/** The first file of a stack that is there and is not the package's own. */
export function findCallerIn(
  stack: string,
  folder: string,
  { windows = process.platform === "win32", exists = existsSync }: StackOptions = {},
): string | undefined {
  // A test runner that loads the built package itself applies its source maps: then frames name `src`.
  const own = ["dist", "src"].map((name) => normalize(`${folder}/${name}/`));
  for (const [, place = ""] of stack.matchAll(
    /(?:\(|at (?:async )?)((?:file:\/\/|[A-Za-z]:[\\/]|\/)[^()]*?)(?::\d+){1,2}\)?$/gm,
  )) {
    const path = place.startsWith("file:") ? fileURLToPath(place, { windows }) : place;
    if (!own.some((start) => normalize(path).startsWith(start)) && exists(path)) return path;
  }
  return undefined;
}

/** One spelling of a path: test runners write those of Windows with `/`, and drives in either case. */
function normalize(path: string): string {
  return path.replaceAll("\\", "/").replace(/^[A-Z]:/, (drive) => drive.toLowerCase());
}
