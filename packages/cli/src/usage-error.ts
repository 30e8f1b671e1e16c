import type { Diagnostic } from "@treadle/diagnostics";

/** The command was called wrongly, or cannot start: exit code 2. */
export class UsageError extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}
