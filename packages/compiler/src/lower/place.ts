import type { BranchNode, TerminalNode, WorkflowNode, WorkflowNodeKind } from "@treadle/workflow/nodes";
import type { BranchRange } from "./branch-range.js";
import type { Edge } from "./edge.js";
import type { Environment, Value } from "./environment.js";
import type { Lowering } from "./lowering.js";
import { variableName } from "./names.js";
import type { ScopeDraft } from "./state-draft.js";

/** Where a step is being lowered. */
export interface Place {
  /** What the step's lambdas see. */
  readonly environment: Environment;
  /** The path of the steps around it: `payment.card`, or empty. */
  readonly path: string;
  /** The `States` block that its states go to. */
  readonly scope: ScopeDraft;
  /** Which of the scope's states the branch around the step has made; complete when the branch is lowered. */
  readonly branch: BranchRange;
  readonly lowering: Lowering;
  readonly lowerBranch: LowerBranch;
}

/** Where the value of a branch goes: it is the output of its scope, or a value of the steps around it. */
export type Sink = { readonly kind: "output" } | { readonly kind: "value"; readonly value: Value };

/** Lowers a branch entered by `edges`; gives back the edges that lead out of it, none where its scope ends. */
export type LowerBranch = (
  body: BranchNode,
  place: Omit<Place, "branch">,
  edges: readonly Edge[],
  sink: Sink,
) => Edge[];

type NodeOf<K extends WorkflowNodeKind> = Extract<WorkflowNode, { kind: K }>;

/** Lowers one step: the edges after it, and what later steps see. */
export type LowerStep<K extends Exclude<WorkflowNodeKind, TerminalNode["kind"]>> = (
  node: NodeOf<K>,
  place: Place,
  edges: readonly Edge[],
) => { readonly edges: Edge[]; readonly environment: Environment };

export type LowerTerminal<K extends TerminalNode["kind"]> = (
  node: NodeOf<K>,
  place: Place,
  edges: readonly Edge[],
  sink: Sink,
) => Edge[];

export function joinPath(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

/** The value of a step, or of a local of a step (`item`, `error`), known by its path. */
export function valueAt(path: string, name: string): Value {
  return { key: variableName(joinPath(path, name)) };
}
