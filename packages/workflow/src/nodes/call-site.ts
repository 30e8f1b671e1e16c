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
