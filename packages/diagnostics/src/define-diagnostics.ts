import type { Diagnostic, RelatedLocation, Severity, SourceLocation } from "./diagnostic.js";

/** One row of a code table: the text is a function of the details that the reporter must give. */
export interface DiagnosticRule<D> {
  readonly severity: Severity;
  readonly message: (details: D) => string;
  readonly help?: (details: D) => string | undefined;
}

/** Where a diagnostic was found; every part is optional, since some faults have no place (a missing folder). */
export interface DiagnosticPlace {
  readonly location?: SourceLocation | undefined;
  readonly pointer?: string | undefined;
  readonly related?: readonly RelatedLocation[] | undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: each row has details of its own, which only `any` can hold together.
type DiagnosticTable = { readonly [code: string]: DiagnosticRule<any> };

/** The reporters of a table: `report["unknown-state"]({ name }, { location })` makes the diagnostic. */
export type DiagnosticReporters<T extends DiagnosticTable> = {
  readonly [K in keyof T]: T[K] extends DiagnosticRule<infer D>
    ? (details: D, place?: DiagnosticPlace) => Diagnostic
    : never;
};

/**
 * Declares a package's diagnostics. Codes are `<scope>/<key>`; each has a page at `docs/diagnostics/<scope>/<key>.md`.
 */
export function defineDiagnostics<T extends DiagnosticTable>(scope: string, table: T): DiagnosticReporters<T> {
  const reporters: Record<string, (details: unknown, place?: DiagnosticPlace) => Diagnostic> = {};
  for (const [key, rule] of Object.entries(table)) {
    reporters[key] = (details, place = {}) => {
      const help = rule.help?.(details);
      return Object.freeze({
        code: `${scope}/${key}`,
        severity: rule.severity,
        message: rule.message(details),
        ...(place.location && { location: place.location }),
        ...(place.pointer !== undefined && { pointer: place.pointer }),
        ...(help !== undefined && { help }),
        ...(place.related && { related: place.related }),
      });
    };
  }
  return reporters as DiagnosticReporters<T>;
}
