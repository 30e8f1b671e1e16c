import type { Diagnostic } from "@treadle/diagnostics";
import ts from "@treadle/expressions/typescript";
import { compilerDiagnostics } from "../diagnostics.js";
import type { SourceProject } from "./project.js";

export interface FoundTypeError {
  readonly file: string;
  readonly start: number;
  readonly diagnostic: Diagnostic;
}

/** What TypeScript says of one of the project's own modules. */
export function findTypeErrors(project: SourceProject, file: ts.SourceFile): FoundTypeError[] {
  const { program } = project;
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
    .filter((error) => error.category === ts.DiagnosticCategory.Error)
    .map((error) => {
      const start = error.start ?? 0;
      return {
        file: file.fileName,
        start,
        diagnostic: compilerDiagnostics["type-error"](
          { code: error.code, text: ts.flattenDiagnosticMessageText(error.messageText, "\n    ") },
          { location: project.locateSpan(file, start, start + (error.length ?? 1)) },
        ),
      };
    });
}
