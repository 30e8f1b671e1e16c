import type { PolicyHints } from "@treadle/iam";

export interface CompilerOptions {
  /** The project's folder; every path in diagnostics and artifacts is relative to it. */
  readonly root: string;
  /** Globs of the modules that export workflows. */
  readonly workflows: readonly string[];
  /** Globs of the modules that declare data sources. */
  readonly sources: readonly string[];
  /** What policies need and definitions do not tell, by workflow. */
  readonly policyHints?: { readonly [workflow: string]: PolicyHints };
}
