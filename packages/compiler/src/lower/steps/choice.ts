import { enter, leavingEdge } from "../edge.js";
import { lowerLambdaRef } from "../lower-lambda-ref.js";
import { stateName } from "../names.js";
import { joinPath, type LowerStep, valueAt } from "../place.js";
import { readFrom } from "../substitute.js";

export const lowerChoice: LowerStep<"choice"> = (node, place, edges) => {
  const name = stateName(place.path, node.name);
  const entry = enter(edges, name);
  const value = valueAt(place.path, node.name);
  const branches = [...node.rules, { condition: undefined, comment: undefined, body: node.otherwise }].map((rule) => ({
    comment: rule.comment,
    condition: rule.condition && readFrom(lowerLambdaRef(rule.condition, node, place), entry),
    body: rule.body,
    edge: leavingEdge("rule", entry),
  }));
  place.lowering.addState(place.scope, {
    name,
    type: "Choice",
    location: node.location,
    comment: node.comment,
    constants: {},
    expressions: {},
    rules: branches.flatMap(({ comment, condition, edge }) =>
      condition ? [{ comment, condition, edge: edge.draft }] : [],
    ),
    otherwise: branches.find(({ condition }) => condition === undefined)!.edge.draft,
  });
  const inner = { ...place, path: joinPath(place.path, node.name) };
  return {
    edges: branches.flatMap(({ body, edge }) => place.lowerBranch(body, inner, [edge], { kind: "value", value })),
    environment: place.environment.with(node.name, value),
  };
};
