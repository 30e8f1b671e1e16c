import { nearestName } from "@treadle/diagnostics";
import type { MachineType } from "../definition.js";
import { type AslDiagnosticName, severityOf } from "../diagnostics.js";
import type { UnknownRecord } from "../json.js";
import { analyseJsonata, type JsonataAnalysis } from "../jsonata/analyse-jsonata.js";
import type { AslDiagnostic, AwsCode } from "./asl-diagnostic.js";
import { collectExpressions, type ExpressionVisit } from "./expressions.js";
import { type Path, toAwsLocation, toPointer } from "./path.js";
import { collectScopes, type ScopeVisit, type StateVisit } from "./scopes.js";
import { findAssignments } from "./variables.js";

/** Names compared for one definition at most: suggestions must not make a large broken definition slow. */
const comparisonBudget = 200_000;

/** Longer names are no slips of the pen. */
const longestSuggestible = 100;

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
  /** The part of the string at `path` that is at fault. */
  readonly part?: AslDiagnostic["part"];
  /** It follows from another fault. */
  readonly isConsequence?: boolean;
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
  #stateNames: ReadonlySet<string> | undefined;
  #variableNames: ReadonlySet<string> | undefined;
  #comparisonsLeft = comparisonBudget;
  readonly #misspelt = new Map<string, readonly string[]>();

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

  /** Names of all states of all scopes. */
  get stateNames(): ReadonlySet<string> {
    this.#stateNames ??= new Set(this.states.map(({ name }) => name));
    return this.#stateNames;
  }

  /** Every variable that is assigned anywhere. */
  get variableNames(): ReadonlySet<string> {
    this.#variableNames ??= new Set(this.states.flatMap((visit) => findAssignments(visit).map(({ name }) => name)));
    return this.#variableNames;
  }

  /** The known name that was most likely meant, or undefined where none is near. */
  nearest(name: string, known: ReadonlySet<string> | readonly string[]): string | undefined {
    this.#comparisonsLeft -= "size" in known ? known.size : known.length;
    if (this.#comparisonsLeft < 0 || name.length > longestSuggestible) return undefined;
    return nearestName(name, known);
  }

  /** `Did you mean "x"?`, or undefined where no known name is near. */
  suggest(name: string, known: ReadonlySet<string> | readonly string[]): string | undefined {
    const near = this.nearest(name, known);
    return near === undefined ? undefined : `Did you mean "${near}"?`;
  }

  /** Remembers that a field of the object at `owner` was most likely meant to be this one. */
  addMisspelt(owner: Path, meant: string): void {
    const pointer = toPointer(owner);
    this.#misspelt.set(pointer, [...(this.#misspelt.get(pointer) ?? []), meant]);
  }

  /** Whether the object has one of these fields under a name that is misspelt, which is reported there. */
  isMisspelt(owner: Path, ...fields: readonly string[]): boolean {
    const meant = this.#misspelt.get(toPointer(owner));
    return meant !== undefined && fields.some((field) => meant.includes(field));
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
      ...(finding.part && { part: finding.part }),
      ...(finding.isConsequence && { isConsequence: true }),
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
