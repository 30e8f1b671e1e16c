import type { SourceLocation } from "@treadle/diagnostics";

/**
 * Where a builder or declaration call stands. The compiler's module hook turns `flow.task(…)` into
 * `flow.$at(site).task(…)` for every receiver that has `$at`, since stack traces cannot be trusted through loaders.
 */
export interface CallSite {
  readonly location: SourceLocation;
  /** For each argument, whether the source has a literal there (texts of queries must be). */
  readonly literalArguments: readonly boolean[];
  /** Where each argument begins, for faults inside a literal; absent where only the call's place is known. */
  readonly argumentLocations?: readonly SourceLocation[];
}

const sitesByKey = new Map<string, readonly CallSite[]>();

/** Keeps the places of a module's calls, which the compiler found before the module is run. `key` tells them from all others. */
export function setCallSites(key: string, sites: readonly CallSite[]): void {
  sitesByKey.set(key, sites);
}

/** Called by rewritten modules, for the argument of `$at`: written out in the module, the places would be most of its text. */
export function callSiteAt(key: string, index: number): CallSite {
  const site = sitesByKey.get(key)?.[index];
  if (site === undefined) throw new Error(`call ${index} of ${key} has no known place`);
  return site;
}
