import type { Diagnostic, SourceLocation } from "./diagnostic.js";

/** How to colour a part of the text; the default leaves it plain. */
export interface DiagnosticPalette {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
}

export interface FormatOptions {
  /** Gives the text of a source file, for the frame under the message; undefined where it cannot be read. */
  readonly readSource?: (file: string) => string | undefined;
  readonly palette?: DiagnosticPalette;
}

const plain: DiagnosticPalette = { error: String, warning: String, dim: String, bold: String };

/** `error code: message`, the place, the source line with the fault underlined, and what to do. */
export function formatDiagnostic(diagnostic: Diagnostic, options: FormatOptions = {}): string {
  const palette = options.palette ?? plain;
  const paint = palette[diagnostic.severity];
  const lines = [`${paint(`${diagnostic.severity} ${diagnostic.code}`)}: ${palette.bold(diagnostic.message)}`];
  if (diagnostic.location) {
    lines.push(`  ${formatLocation(diagnostic.location)}`);
    lines.push(...sourceFrame(diagnostic.location, options.readSource, palette));
  }
  if (diagnostic.pointer !== undefined)
    lines.push(`  in the definition: ${diagnostic.pointer === "" ? "/" : diagnostic.pointer}`);
  for (const related of diagnostic.related ?? []) {
    lines.push(`  ${related.message}: ${formatLocation(related.location)}`);
  }
  if (diagnostic.help) lines.push(`  help: ${diagnostic.help}`);
  return lines.join("\n");
}

export function formatLocation(location: SourceLocation): string {
  return `${location.file}:${location.line}:${location.column}`;
}

function sourceFrame(
  location: SourceLocation,
  readSource: FormatOptions["readSource"],
  palette: DiagnosticPalette,
): string[] {
  const text = readSource?.(location.file)?.split(/\r?\n/)[location.line - 1];
  if (text === undefined) return [];
  const gutter = String(location.line);
  const indent = text.slice(0, location.column - 1).replace(/[^\t]/g, " ");
  const length = Math.max(1, Math.min(location.length ?? 1, text.length - location.column + 1));
  return [
    `  ${palette.dim(`${gutter} |`)} ${text}`,
    `  ${palette.dim(`${" ".repeat(gutter.length)} |`)} ${indent}${palette.error("^".repeat(length))}`,
  ];
}

/** Errors first, then by file, line, column and code: the order in which people fix them. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    rank(a) - rank(b) ||
    compareText(a.location?.file ?? "", b.location?.file ?? "") ||
    (a.location?.line ?? 0) - (b.location?.line ?? 0) ||
    (a.location?.column ?? 0) - (b.location?.column ?? 0) ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

function rank(diagnostic: Diagnostic): number {
  return diagnostic.severity === "error" ? 0 : 1;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function hasErrors(diagnostics: Iterable<Pick<Diagnostic, "severity">>): boolean {
  for (const diagnostic of diagnostics) if (diagnostic.severity === "error") return true;
  return false;
}
