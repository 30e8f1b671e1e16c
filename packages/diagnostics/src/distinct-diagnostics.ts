import type { Diagnostic } from "./diagnostic.js";

/** Without those that say the same of the same place as one before them. */
export function distinctDiagnostics(diagnostics: Iterable<Diagnostic>): Diagnostic[] {
  const distinct = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const { code, message, location, pointer } = diagnostic;
    const key = JSON.stringify([code, message, location?.file, location?.line, location?.column, pointer]);
    if (!distinct.has(key)) distinct.set(key, diagnostic);
  }
  return [...distinct.values()];
}
