import { property, states } from "@treadle/expressions";
import type { OnErrorNode } from "@treadle/workflow/nodes";
import { type Edge, enter, leavingEdge } from "../edge.js";
import { Environment } from "../environment.js";
import { stateName } from "../names.js";
import { joinPath, type LowerStep, type Place, valueAt } from "../place.js";
import type { StateDraft } from "../state-draft.js";

const stepName = "onError";

/** The handler can only be led to once all states around it are known: it is lowered after them. */
export const lowerOnError: LowerStep<"onError"> = (node, place, edges) => {
  place.lowering.handlers.push({ branch: place.branch, lower: () => addHandler(node, place) });
  return { edges: [...edges], environment: place.environment };
};

function addHandler(node: OnErrorNode, place: Place): void {
  const { scope, branch } = place;
  const error = valueAt(joinPath(place.path, stepName), "error");
  const delivered = new Map([[error.key, states("input")]]);
  const handled: Edge[] = [];
  const excepted: Edge[] = [];
  scope.states.forEach((state, index) => {
    if (index < branch.first || index >= branch.end) return;
    if (!canCatch(state) || (state.catchers ?? []).length > 0) return;
    const caught = leavingEdge("catch", new Map(), new Map([[error.key, states("errorOutput")]]), delivered);
    handled.push(caught);
    const catchers = [{ errorEquals: ["States.ALL"], edge: caught.draft }];
    if (node.except.length > 0) {
      const left = leavingEdge("catch", new Map());
      excepted.push(left);
      catchers.unshift({ errorEquals: [...node.except], edge: left.draft });
    }
    scope.states[index] = { ...state, catchers };
  });
  if (handled.length === 0) return;
  if (excepted.length > 0) addRethrow(node, place, excepted);
  const input = place.environment.lookup("input");
  const environment = (input ? new Environment().with("input", input) : new Environment()).with("error", error);
  place.lowerBranch(node.body, { ...place, environment, path: joinPath(place.path, stepName) }, handled, {
    kind: "output",
  });
}

/** An error that a catcher took and that is to end the execution: its name and cause are kept. */
function addRethrow(node: OnErrorNode, place: Place, edges: readonly Edge[]): void {
  const name = stateName(joinPath(place.path, stepName), "except");
  enter(edges, name);
  place.lowering.addState(place.scope, {
    name,
    type: "Fail",
    location: node.location,
    constants: {},
    expressions: { Error: property(states("input"), "Error"), Cause: property(states("input"), "Cause") },
  });
}

function canCatch({ type }: StateDraft): boolean {
  return type === "Task" || type === "Map" || type === "Parallel";
}
