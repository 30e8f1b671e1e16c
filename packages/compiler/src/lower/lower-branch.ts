import type { BranchNode, WorkflowNode } from "@treadle/workflow/nodes";
import { compilerDiagnostics } from "../diagnostics.js";
import type { Edge } from "./edge.js";
import { isStepName } from "./names.js";
import type { LowerBranch, LowerStep, Place, Sink } from "./place.js";
import { lowerChoice } from "./steps/choice.js";
import { lowerDistributedMap } from "./steps/distributed-map.js";
import { lowerMap } from "./steps/map.js";
import { lowerMatch } from "./steps/match.js";
import { lowerOnError } from "./steps/on-error.js";
import { lowerParallel } from "./steps/parallel.js";
import { lowerPass } from "./steps/pass.js";
import { lowerPreflight } from "./steps/preflight.js";
import { lowerRepeat } from "./steps/repeat.js";
import { lowerStart } from "./steps/start.js";
import { lowerState } from "./steps/state.js";
import { lowerTask } from "./steps/task.js";
import { lowerFail, lowerReturn, lowerSucceed } from "./steps/terminal.js";
import { lowerUse } from "./steps/use.js";
import { lowerWait } from "./steps/wait.js";

export const lowerBranch: LowerBranch = (body, around, edges, sink) => {
  const { states } = around.scope;
  const branch = { first: states.length, end: states.length };
  const leaving = lowerSteps(body, { ...around, branch }, edges, sink);
  branch.end = states.length;
  return leaving;
};

function lowerSteps(body: BranchNode, place: Place, edges: readonly Edge[], sink: Sink): Edge[] {
  let current = [...edges];
  let { environment } = place;
  for (const node of body.steps) {
    const here = { ...place, environment };
    if (current.length === 0) {
      reportUnreachable(node, place);
      return [];
    }
    checkName(node, place);
    switch (node.kind) {
      case "return":
        return lowerReturn(node, here, current, sink);
      case "fail":
        return lowerFail(node, here, current, sink);
      case "succeed":
        return lowerSucceed(node, here, current, sink);
      default: {
        const lowerStep = steps[node.kind] as (node: WorkflowNode, place: Place, edges: readonly Edge[]) => StepResult;
        ({ edges: current, environment } = lowerStep(node, here, current));
      }
    }
  }
  return current;
}

type StepResult = ReturnType<LowerStep<"pass">>;
type StepKind = Exclude<WorkflowNode["kind"], "return" | "fail" | "succeed">;

/** A forgotten kind is a compile error here. */
const steps: { readonly [K in StepKind]: LowerStep<K> } = {
  task: lowerTask,
  pass: lowerPass,
  wait: lowerWait,
  choice: lowerChoice,
  match: lowerMatch,
  map: lowerMap,
  distributedMap: lowerDistributedMap,
  parallel: lowerParallel,
  use: lowerUse,
  start: lowerStart,
  state: lowerState,
  repeat: lowerRepeat,
  onError: lowerOnError,
  preflight: lowerPreflight,
};

function checkName(node: WorkflowNode, place: Place): void {
  if (!("name" in node) || isStepName(node.name)) return;
  place.lowering.report(compilerDiagnostics["invalid-step-name"]({ name: node.name }, { location: node.location }));
}

/** Every way here has ended in a failure. The end of the branch stands there by the types' demand; other steps are a mistake. */
function reportUnreachable(node: WorkflowNode, place: Place): void {
  if (node.kind === "return" || node.kind === "succeed") return;
  const step = "name" in node ? node.name : node.kind;
  place.lowering.report(compilerDiagnostics["unreachable-step"]({ step }, { location: node.location }));
}
