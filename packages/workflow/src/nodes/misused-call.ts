import type { SourceLocation } from "@treadle/diagnostics";

/** Registered globally, so that an error of one copy of this package is known to another. */
const mark = Symbol.for("treadle.misused-call");

/** A call of the builder that the types refuse, and that was made all the same. */
export class MisusedCall extends TypeError {
  readonly [mark] = true;
  readonly location: SourceLocation | undefined;

  constructor(message: string, location: SourceLocation | undefined) {
    super(message);
    this.location = location;
  }
}

export function isMisusedCall(error: unknown): error is MisusedCall {
  return error instanceof Error && mark in error;
}
