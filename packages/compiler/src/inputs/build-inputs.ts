import type { CompilerOptions } from "../compiler-options.js";
import { findSources } from "./find-sources.js";
import { Observations, type Question } from "./observations.js";

/** All that a build rests on, as data. */
export interface BuildInputs {
  /** Options, and what the process itself is. */
  readonly setting: string;
  /** The modules that the globs match. */
  readonly sources: readonly string[];
  /** Variables that modules have read; null where there was none. */
  readonly environment: readonly (readonly [string, string | null])[];
  readonly observations: readonly (readonly [Question, string, string])[];
}

/** What decides about a build besides files and environment variables. */
export function settingOf(options: CompilerOptions): string {
  const { version, platform, arch, execArgv, env } = process;
  const environment = [env.NODE_OPTIONS, env.NODE_PATH, env.TZ, env.LANG, env.LC_ALL];
  return JSON.stringify([options, version, platform, arch, execArgv, process.cwd(), environment]);
}

/** Whether a build would see now what it saw then. */
export function areUnchanged(inputs: BuildInputs, options: CompilerOptions): boolean {
  const { root, workflows, sources } = options;
  return (
    inputs.setting === settingOf(options) &&
    inputs.sources.join("\n") === findSources(root, [...workflows, ...sources]).join("\n") &&
    inputs.environment.every(([name, value]) => (process.env[name] ?? null) === value) &&
    !Observations.from(inputs.observations).haveChanged()
  );
}
