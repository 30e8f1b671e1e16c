/** A fault that the reader can mend: told without a stack. */
export class UserError extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

export function fail(error) {
  process.stderr.write(`${error instanceof UserError ? error.message : error.stack}\n`);
  process.exitCode = error.exitCode ?? 1;
}
