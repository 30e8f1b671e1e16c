import { type ExpressionNode, states } from "@treadle/expressions";
import type { CatcherNode } from "@treadle/workflow/nodes";
import { type Edge, type Entry, leavingEdge } from "./edge.js";
import type { Value } from "./environment.js";
import { type Place, valueAt } from "./place.js";
import type { StateDraft } from "./state-draft.js";

/** The catchers of a state, and what lowers their handlers once the state is there. */
export interface Catchers {
  readonly drafts: NonNullable<StateDraft["catchers"]>;
  /** Gives back the edges that lead out of the handlers, each with the step's value. */
  readonly lowerHandlers: () => Edge[];
}

export function prepareCatchers(
  catchers: readonly CatcherNode[],
  entry: Entry,
  path: string,
  value: Value,
  place: Place,
): Catchers {
  const error = valueAt(path, "error");
  const caught = catchers.map((catcher) => ({
    catcher,
    edge: leavingEdge(
      "catch",
      entry,
      new Map([[error.key, states("errorOutput")]]),
      new Map<string, ExpressionNode>([[error.key, states("input")]]),
    ),
  }));
  const environment = place.environment.with("error", error);
  return {
    drafts: caught.map(({ catcher, edge }) => ({
      comment: catcher.comment,
      errorEquals: catcher.errorEquals,
      edge: edge.draft,
    })),
    lowerHandlers: () =>
      caught.flatMap(({ catcher, edge }) =>
        place.lowerBranch(catcher.body, { ...place, path, environment }, [edge], { kind: "value", value }),
      ),
  };
}
