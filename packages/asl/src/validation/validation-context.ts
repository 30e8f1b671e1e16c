import type { MachineType } from "../definition.js";
import { type AslDiagnosticName, severityOf } from "../diagnostics.js";
import type { UnknownRecord } from "../json.js";
import { analyseJsonata, type JsonataAnalysis } from "../jsonata/analyse-jsonata.js";
import type { AslDiagnostic, AwsCode } from "./asl-diagnostic.js";
import { collectExpressions, type ExpressionVisit } from "./expressions.js";
import { type Path, toAwsLocation, toPointer } from "./path.js";
import { collectScopes, type ScopeVisit, type StateVisit } from "./scopes.js";

export interface ValidationOptions {
  /** Express machines allow less. Default `STANDARD`. */
  readonly type?: MachineType;
}

/** What a rule says about a fault; the name brings the severity. */
export interface Finding {
  readonly message: string;
  /** The value at fault. */
  readonly path: Path;
  /** AWS's code, where Step Functions reports this. */
  readonly code?: AwsCode;
  /** Where AWS places the fault, if not at `path`; null where it gives no place. */
  readonly awsPath?: Path | null;
  readonly help?: string | undefined;
}

/** What all rules share: the parts of the definition, found once, and the list of findings. */
export class ValidationContext {
  readonly definition: UnknownRecord;
  readonly type: MachineType;
  readonly scopes: readonly ScopeVisit[];
  readonly states: readonly StateVisit[];
  readonly diagnostics: AslDiagnostic[] = [];
  #expressions: readonly ExpressionVisit[] | undefined;

  constructor(definition: UnknownRecord, options: ValidationOptions) {
    this.definition = definition;
    this.type = options.type ?? "STANDARD";
    this.scopes = collectScopes(definition);
    this.states = this.scopes.flatMap((scope) => scope.states);
  }

  /** Every string that Step Functions takes for a JSONata expression; equal ones are parsed once. */
  get expressions(): readonly ExpressionVisit[] {
    if (this.#expressions) return this.#expressions;
    const analyses = new Map<string, JsonataAnalysis>();
    const analyse = (source: string): JsonataAnalysis => {
      const analysis = analyses.get(source) ?? analyseJsonata(source);
      analyses.set(source, analysis);
      return analysis;
    };
    this.#expressions = this.states.flatMap((visit) => collectExpressions(visit, analyse));
    return this.#expressions;
  }

  report(name: AslDiagnosticName, finding: Finding): void {
    const awsPath = finding.awsPath === undefined ? finding.path : finding.awsPath;
    this.diagnostics.push({
      name,
      severity: severityOf(name),
      ...(finding.code && { code: finding.code }),
      message: finding.message,
      ...(finding.code && awsPath && { location: toAwsLocation(awsPath) }),
      pointer: toPointer(finding.path),
      ...(finding.help && { help: finding.help }),
    });
  }

  /** A fault that AWS reports as `SCHEMA_VALIDATION_FAILED`. */
  reportSchema(name: AslDiagnosticName, finding: Finding): void {
    this.report(name, { code: "SCHEMA_VALIDATION_FAILED", ...finding });
  }
}

/** One check over a whole definition. */
export type ValidationRule = (context: ValidationContext) => void;
