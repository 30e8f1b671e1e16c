import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareDiagnostics, type Diagnostic, formatDiagnostic } from "@treadle/diagnostics";
import pc from "picocolors";

const palette = { error: pc.red, warning: pc.yellow, dim: pc.dim, bold: pc.bold };

/** What commands say: results to standard output, diagnostics and progress to standard error. */
export class Terminal {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  print(text: string): void {
    process.stdout.write(`${text}\n`);
  }

  progress(text: string): void {
    process.stderr.write(`${pc.dim(text)}\n`);
  }

  /** Prints them in the order in which people fix them, with the source lines, and a closing count. */
  diagnostics(diagnostics: readonly Diagnostic[]): void {
    if (diagnostics.length === 0) return;
    const readSource = (file: string) => {
      const path = join(this.#root, file);
      return existsSync(path) ? readFileSync(path, "utf8") : undefined;
    };
    for (const diagnostic of [...diagnostics].sort(compareDiagnostics)) {
      process.stderr.write(`${formatDiagnostic(diagnostic, { readSource, palette })}\n\n`);
    }
    const errors = diagnostics.filter(({ severity }) => severity === "error").length;
    const counts = [count(errors, "error"), count(diagnostics.length - errors, "warning")].filter(Boolean);
    process.stderr.write(`${counts.join(", ")}\n`);
  }
}

function count(number: number, noun: string): string {
  return number === 0 ? "" : `${number} ${noun}${number === 1 ? "" : "s"}`;
}
