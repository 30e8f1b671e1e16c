import { path, states } from "@treadle/expressions";
import type { WorkflowDefinition } from "@treadle/workflow/nodes";
import type { BranchRange } from "./branch-range.js";
import { startEdge } from "./edge.js";
import { Environment } from "./environment.js";
import { lowerBranch } from "./lower-branch.js";
import { Lowering, type LoweringInput } from "./lowering.js";
import { newScope, type ScopeDraft } from "./state-draft.js";
import { threadSessions } from "./thread-sessions.js";

export interface LoweredWorkflow {
  readonly workflow: WorkflowDefinition;
  readonly scope: ScopeDraft;
  readonly lowering: Lowering;
}

/** Workflow nodes to drafts of states. The input needs no variable: the context object keeps it. */
export function lowerWorkflow(workflow: WorkflowDefinition, input: LoweringInput): LoweredWorkflow {
  const lowering = new Lowering(input);
  const scope = newScope();
  const start = startEdge((state) => {
    scope.startAt = state;
  });
  const environment = new Environment().with("input", {
    key: "input",
    alias: path(states("context"), "Execution", "Input"),
  });
  lowerBranch(workflow.body, { environment, path: "", scope, lowering, lowerBranch }, [start], { kind: "output" });
  const size = ({ first, end }: BranchRange) => end - first;
  for (const handler of lowering.handlers.sort((a, b) => size(a.branch) - size(b.branch))) handler.lower();
  threadSessions(scope);
  return { workflow, scope, lowering };
}
