/** Leaves the parser at the first fault; `parseQuery` gives it back as a value. */
export class SyntaxFault extends Error {
  override readonly name = "SyntaxFault";
  readonly start: number;
  readonly end: number;

  constructor(message: string, start: number, end: number) {
    super(message);
    this.start = start;
    this.end = end;
  }
}
