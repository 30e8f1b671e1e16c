import type { CqlSpan } from "./span.js";

/** What the parser reports and stops at: it is caught where parsing begins and becomes a value there. */
export class CqlSyntaxError extends Error {
  override readonly name = "CqlSyntaxError";
  readonly span: CqlSpan;

  constructor(message: string, span: CqlSpan) {
    super(message);
    this.span = span;
  }
}
