import type { Severity } from "@treadle/diagnostics";
import type { AslDiagnosticName } from "../diagnostics.js";

/**
 * Codes of `ValidateStateMachineDefinition`. AWS documents most of them, and reserves the right to change them: rely on
 * {@link AslDiagnostic.name}, which is ours and keeps its meaning.
 */
export type AwsCode =
  | "INVALID_JSON_DESCRIPTION"
  | "SCHEMA_VALIDATION_FAILED"
  | "MISSING_END_STATE"
  | "MISSING_TRANSITION_TARGET"
  | "DUPLICATE_STATE_NAME"
  | "INVALID_STATE_NAME"
  | "DUPLICATE_LABEL_NAME"
  | "INVALID_LABEL_NAME"
  | "TOO_DEEPLY_NESTED"
  | "INVALID_JSONATA_EXPRESSION"
  | "UNSUPPORTED_JSONATA_EXPRESSION"
  | "RESERVED_VARIABLE_NAME"
  | "INVALID_VARIABLE_NAME"
  | "POSSIBLY_UNDEFINED_VARIABLE"
  | "NO_DOLLAR"
  | "PASS_RESULT_IS_STATIC";

/** One finding about a definition. */
export interface AslDiagnostic {
  /** Our name of the fault; `asl/<name>` is the code of the {@link toDiagnostic | converted} diagnostic. */
  readonly name: AslDiagnosticName;
  readonly severity: Severity;
  /** AWS's code, where Step Functions reports the same fault. */
  readonly code?: AwsCode;
  /** AWS's wording where it is known. */
  readonly message: string;
  /** AWS's location; absent where AWS gives none. */
  readonly location?: string;
  /** JSON Pointer to the value at fault, often deeper than AWS's location. */
  readonly pointer: string;
  readonly help?: string;
}
