import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "@treadle/diagnostics";
import type { TextFile } from "@treadle/workflow/data-source";
import type { CompilerOptions } from "../compiler-options.js";
import { leftovers, writeFiles } from "../emit/write-files.js";
import { areUnchanged, type BuildInputs } from "../inputs/build-inputs.js";
import { hashOf, Observations } from "../inputs/observations.js";

/** What a build gave that had no errors. */
export interface BuildOutcome {
  readonly diagnostics: readonly Diagnostic[];
  readonly workflows: number;
  readonly sources: number;
  /** By name in the artifact folder. */
  readonly artifacts: readonly TextFile[];
  /** By path in the project. */
  readonly generated: readonly TextFile[];
  readonly sourceMaps: readonly TextFile[];
}

/** A build as it is kept: of files, the hashes. */
export interface KnownBuild {
  readonly diagnostics: readonly Diagnostic[];
  readonly workflows: number;
  readonly sources: number;
  readonly artifacts: readonly HashedFile[];
  readonly generated: readonly HashedFile[];
  readonly sourceMaps: readonly HashedFile[];
}

type HashedFile = readonly [file: string, hash: string];

/** Written by another edition of this file, a record is not read. */
const format = 1;
const file = join(".treadle", "build-cache.json");

/**
 * The last build of a project without errors, and all that it had read. Where nothing of that has changed, the next build would
 * give the same. What cannot be read, or was tampered with, counts as nothing.
 */
export class BuildCache {
  readonly #options: CompilerOptions;

  constructor(options: CompilerOptions) {
    this.#options = options;
  }

  /** The last build, where it would be the same now. */
  read(): KnownBuild | undefined {
    try {
      const [hash = "", text = ""] = readFileSync(join(this.#options.root, file), "utf8").split("\n");
      if (hash !== hashOf(text)) return undefined;
      const record = JSON.parse(text) as { format: number; inputs: BuildInputs; build: KnownBuild };
      return record.format === format && areUnchanged(record.inputs, this.#options) ? record.build : undefined;
    } catch {
      return undefined;
    }
  }

  write(outcome: BuildOutcome, inputs: BuildInputs): readonly Diagnostic[] {
    const hashed = (files: readonly TextFile[]) => files.map((each): HashedFile => [each.file, hashOf(each.text)]);
    const { diagnostics, workflows, sources } = outcome;
    const build: KnownBuild = {
      diagnostics,
      workflows,
      sources,
      artifacts: hashed(outcome.artifacts),
      generated: hashed(outcome.generated),
      sourceMaps: hashed(outcome.sourceMaps),
    };
    const text = JSON.stringify({ format, inputs, build });
    return writeFiles(this.#options.root, [{ file, text: `${hashOf(text)}\n${text}` }]).diagnostics;
  }

  /** Whether a build's generated types are on disk as it gave them. */
  hasGenerated(build: KnownBuild): boolean {
    return areOnDisk(this.#options.root, build.generated);
  }

  /** Whether all files of a build are on disk as it gave them, and no others of its kind. */
  hasArtifacts(build: KnownBuild, folder: string): boolean {
    return (
      areOnDisk(folder, build.artifacts) &&
      areOnDisk(this.#options.root, [...build.generated, ...build.sourceMaps]) &&
      leftovers(
        folder,
        build.artifacts.map(([artifact]) => artifact),
      ).length === 0
    );
  }
}

function areOnDisk(folder: string, files: readonly HashedFile[]): boolean {
  const observations = new Observations();
  return files.every(([name, hash]) => observations.ask("text", join(folder, name)) === hash);
}
