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

/** A stretch of a text: lines and columns from 1, columns in UTF-16 units; the end is the first place after it. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

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
  /** Which part of the string at `pointer` is at fault, in UTF-16 units. */
  readonly part?: { readonly start: number; readonly end: number };
  /** Where that is in the definition's text, for `validateDefinitionText`. */
  readonly place?: TextPlace;
  /** It follows from another finding, and goes when that is mended; AWS lists both. */
  readonly isConsequence?: true;
  readonly help?: string;
}
