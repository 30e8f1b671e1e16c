import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Diagnostic } from "@treadle/diagnostics";
import type { TextFile } from "@treadle/workflow/data-source";
import { compilerDiagnostics } from "../diagnostics.js";

/** What the compiler itself writes for each workflow and each data source; the sources' own artifacts lie beside it. */
const ownEndings = [".asl.json", ".iam.json", ".manifest.json"];

export interface WrittenFiles {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Writes files all or none: each to a temporary file beside its place, then all renamed, and renamed ones put back should a
 * later one fail. Files that already hold the text are left untouched.
 *
 * @param folder where the file names are relative to
 */
export function writeFiles(folder: string, files: readonly TextFile[]): WrittenFiles {
  const changed = files
    .map(({ file, text }) => ({ file, text, path: join(folder, file), before: readIfThere(join(folder, file)) }))
    .filter(({ text, before }) => text !== before);
  const temporary = (path: string) => `${path}.${process.pid}.tmp`;
  const renamed: typeof changed = [];
  let current = "";
  try {
    const folders = new Set<string>();
    for (const { file, path, text } of changed) {
      current = file;
      const place = dirname(path);
      if (!folders.has(place)) mkdirSync(place, { recursive: true });
      folders.add(place);
      writeFileSync(temporary(path), text);
    }
    for (const each of changed) {
      current = each.file;
      renameSync(temporary(each.path), each.path);
      renamed.push(each);
    }
  } catch (error) {
    for (const { path, before } of renamed) {
      if (before === undefined) rmSync(path);
      else writeFileSync(path, before);
    }
    for (const { path } of changed) rmSync(temporary(path), { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    return {
      written: [],
      removed: [],
      diagnostics: [compilerDiagnostics["artifact-not-writable"]({ file: current, error: reason })],
    };
  }
  return { written: changed.map(({ file }) => file), removed: [], diagnostics: [] };
}

/** Writes the artifacts and removes those that nothing gives any more. */
export function writeArtifacts(folder: string, artifacts: readonly TextFile[]): WrittenFiles {
  const result = writeFiles(folder, artifacts);
  if (result.diagnostics.length > 0) return result;
  const removed = leftovers(
    folder,
    artifacts.map(({ file }) => file),
  );
  for (const file of removed) rmSync(join(folder, file));
  return { ...result, removed };
}

/** What `--check` finds: artifacts that are missing, differ, or belong to nothing. `label` names the folder in messages. */
export function compareArtifacts(folder: string, artifacts: readonly TextFile[], label: string): Diagnostic[] {
  const left = leftovers(
    folder,
    artifacts.map(({ file }) => file),
  ).map((file) => compilerDiagnostics["leftover-artifact"]({ file: join(label, file) }));
  return [...compareFiles(folder, artifacts, label), ...left];
}

/** The files that are missing or hold another text. `label` is put before their names in messages. */
export function compareFiles(folder: string, files: readonly TextFile[], label = ""): Diagnostic[] {
  return files.flatMap(({ file, text }) => {
    const found = readIfThere(join(folder, file));
    if (found === text) return [];
    const code = found === undefined ? "missing-artifact" : "stale-artifact";
    return [compilerDiagnostics[code]({ file: join(label, file) })];
  });
}

/**
 * Artifacts that are not expected: files that bear the name of something that was compiled once and end as artifacts do
 * (`shop.grants.cql` beside `shop.bridge.iam.json`). Other files in the folder are left alone.
 */
export function leftovers(folder: string, artifacts: readonly string[]): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
  const isOwn = (file: string) => ownEndings.some((ending) => file.endsWith(ending));
  const compiled = new Set(files.filter(isOwn).map(nameOf));
  const endings = new Set(artifacts.map((file) => file.slice(nameOf(file).length)));
  const expected = new Set(artifacts);
  return files
    .filter((file) => !expected.has(file) && compiled.has(nameOf(file)))
    .filter((file) => isOwn(file) || file.endsWith(".bridge.json") || endings.has(file.slice(nameOf(file).length)))
    .sort();
}

function nameOf(file: string): string {
  return file.split(".", 1)[0]!;
}

function readIfThere(path: string): string | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, "utf8") : undefined;
}
