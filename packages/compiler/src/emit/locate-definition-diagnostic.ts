import { type AslDiagnostic, toDiagnostic } from "@treadle/asl";
import type { Diagnostic, SourceLocation } from "@treadle/diagnostics";

type Locations = ReadonlyMap<string, SourceLocation | undefined>;

/** A finding about the emitted definition, at the call that made the state. */
export function locateDefinitionDiagnostic(
  finding: AslDiagnostic,
  locations: Locations,
  workflow: SourceLocation | undefined,
): Diagnostic {
  const diagnostic = toDiagnostic(finding);
  const location = locatePointer(finding.pointer, locations) ?? workflow;
  return location ? { ...diagnostic, location } : diagnostic;
}

/** The place of the innermost state that a JSON Pointer goes through. */
export function locatePointer(pointer: string, locations: Locations): SourceLocation | undefined {
  const steps = pointer.split("/").map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  for (let index = steps.length - 1; index > 0; index--) {
    if (steps[index - 1] === "States" && locations.has(steps[index]!)) return locations.get(steps[index]!);
  }
  return undefined;
}
