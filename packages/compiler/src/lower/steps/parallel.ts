import { type ExpressionNode, literal, object, states } from "@treadle/expressions";
import { carryInto } from "../carry.js";
import { prepareCatchers } from "../catchers.js";
import { assignOn, enter, leavingEdge, startEdge } from "../edge.js";
import { stateName } from "../names.js";
import { namesRead } from "../names-read.js";
import { joinPath, type LowerStep, valueAt } from "../place.js";
import { newScope } from "../state-draft.js";

/** A Parallel state; without Arguments its branches get its own input, in which carried values are found. */
export const lowerParallel: LowerStep<"parallel"> = (node, place, edges) => {
  const name = stateName(place.path, node.name);
  const path = joinPath(place.path, node.name);
  const entry = enter(edges, name);
  const branches = Object.entries(node.branches).map(([branch, body]) => ({ branch, body, scope: newScope() }));
  const value = valueAt(place.path, node.name);
  const result = object(
    Object.fromEntries(
      branches.map(({ branch }, position): [string, ExpressionNode] => [
        branch,
        { kind: "subscript", object: states("result"), subscript: literal(position) },
      ]),
    ),
  );
  const { options } = node;
  const catchers = prepareCatchers(options.catch, entry, path, value, place);
  const success = assignOn(leavingEdge("success", entry), value.key, result);
  place.lowering.addState(place.scope, {
    name,
    type: "Parallel",
    location: node.location,
    comment: options.comment,
    constants: {},
    expressions: {},
    ...(options.retry && { retry: options.retry }),
    catchers: catchers.drafts,
    branches: branches.map(({ scope }) => scope),
    success: success.draft,
  });
  for (const { branch, body, scope } of branches) {
    const branchPath = joinPath(path, branch);
    const { carried, environment } = carryInto(place.environment, entry, branchPath, namesRead(body, place.lowering));
    const start = startEdge(
      (state) => {
        scope.startAt = state;
      },
      new Map(carried.map(({ key, expression }) => [key, expression])),
    );
    place.lowerBranch(body, { ...place, scope, environment, path: branchPath }, [start], { kind: "output" });
  }
  return { edges: [success, ...catchers.lowerHandlers()], environment: place.environment.with(node.name, value) };
};
