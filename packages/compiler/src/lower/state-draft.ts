import type { SourceLocation } from "@treadle/diagnostics";
import type { ExpressionNode, Json } from "@treadle/expressions";
import type { RetrierDefinition } from "@treadle/workflow";

/**
 * A state on its way to ASL: expressions are still trees, and a value that needs a variable still stands in them as a
 * `scope` node by its key, so that liveness can be read off before anything is assigned.
 */
export interface StateDraft {
  readonly name: string;
  readonly type: "Task" | "Pass" | "Wait" | "Choice" | "Map" | "Parallel" | "Succeed" | "Fail";
  readonly location: SourceLocation | undefined;
  readonly comment?: string | undefined;
  /** Constant fields, by their ASL name. */
  readonly constants: { readonly [field: string]: Json | undefined };
  /** Fields that may hold expressions, by their ASL name. */
  readonly expressions: { readonly [field: string]: ExpressionNode | undefined };
  readonly retry?: readonly RetrierDefinition[];
  /** Next or End, with Assign and Output. */
  readonly success?: EdgeDraft;
  readonly catchers?: readonly CatcherDraft[];
  readonly rules?: readonly RuleDraft[];
  readonly otherwise?: EdgeDraft;
  readonly processor?: ScopeDraft;
  /** Default: inline. */
  readonly processorConfig?: { readonly Mode: "DISTRIBUTED"; readonly ExecutionType: "STANDARD" | "EXPRESS" };
  readonly branches?: readonly ScopeDraft[];
}

export interface CatcherDraft {
  readonly comment?: string | undefined;
  readonly errorEquals: readonly string[];
  readonly edge: EdgeDraft;
}

export interface RuleDraft {
  readonly comment?: string | undefined;
  readonly condition: ExpressionNode;
  readonly edge: EdgeDraft;
}

/** A transition being made: it may assign values, give an output, and lead on or end the scope. */
export interface EdgeDraft {
  readonly assign: Map<string, ExpressionNode>;
  output: ExpressionNode | undefined;
  next: string | undefined;
}

/** One `States` block: a workflow, a branch of a Parallel, the processor of a Map. */
export interface ScopeDraft {
  startAt: string | undefined;
  readonly states: StateDraft[];
}

export function newScope(): ScopeDraft {
  return { startAt: undefined, states: [] };
}

/** All transitions of a state. */
export function edgesOf(state: StateDraft): EdgeDraft[] {
  return [
    ...(state.success ? [state.success] : []),
    ...(state.catchers ?? []).map(({ edge }) => edge),
    ...(state.rules ?? []).map(({ edge }) => edge),
    ...(state.otherwise ? [state.otherwise] : []),
  ];
}
