import type { Diagnostic, SourceLocation } from "@treadle/diagnostics";
import type { LoweredExpression } from "@treadle/expressions/lambda";
import type { ArgumentBounds, Placeholder } from "@treadle/workflow";
import type { CheckedStatement, DataSource } from "@treadle/workflow/data-source";
import { compilerDiagnostics } from "../diagnostics.js";
import type { BranchRange } from "./branch-range.js";
import type { ScopeDraft, StateDraft } from "./state-draft.js";

/** What lowering needs to know beyond the nodes. */
export interface LoweringInput {
  /** By the site that the module hook marked the lambda with. */
  readonly lambda: (site: string) => LoweredExpression | undefined;
  /** A statement as its source's checker left it; undefined where it has errors. */
  readonly statement: (source: DataSource, name: string) => CheckedStatement | undefined;
}

/** What lowering a workflow collects on its way. */
export class Lowering {
  readonly input: LoweringInput;
  readonly diagnostics: Diagnostic[] = [];
  readonly placeholders = new Map<string, Placeholder>();
  /** Statement (`shop.orderById`) to the states that run it. */
  readonly statementUses = new Map<string, string[]>();
  readonly usedSources = new Set<string>();
  /** What policies must know of the tasks' arguments, by state. */
  readonly bounds = new Map<string, ArgumentBounds>();
  /** Handlers of whole branches, which can be lowered only when all else is; those of inner branches come first. */
  readonly handlers: { readonly branch: BranchRange; readonly lower: () => void }[] = [];
  /** State to the call that made it. */
  readonly locations = new Map<string, SourceLocation | undefined>();

  constructor(input: LoweringInput) {
    this.input = input;
  }

  report(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
  }

  /** Whether a state of this name is there already. */
  hasState(name: string): boolean {
    return this.locations.has(name);
  }

  addState(scope: ScopeDraft, state: StateDraft): void {
    this.claimState(state.name, state.location);
    scope.states.push(state);
  }

  /** Takes a name for a state; no other may have it. */
  claimState(name: string, location: SourceLocation | undefined): void {
    if (this.locations.has(name)) this.report(compilerDiagnostics["duplicate-state"]({ state: name }, { location }));
    this.locations.set(name, location);
  }

  addPlaceholders(placeholders: readonly Placeholder[]): void {
    for (const placeholder of placeholders) {
      // A text may be anything, so that another use tells more of it.
      const isVague = placeholder.kind === "text" && this.placeholders.has(placeholder.name);
      if (!isVague) this.placeholders.set(placeholder.name, placeholder);
    }
  }

  useStatement(source: DataSource, name: string, state: string): CheckedStatement | undefined {
    const key = `${source.name}.${name}`;
    this.usedSources.add(source.name);
    this.statementUses.set(key, [...(this.statementUses.get(key) ?? []), state]);
    return this.input.statement(source, name);
  }
}
