import { binary, literal, property } from "@treadle/expressions";
import { assignOn, enter, leavingEdge } from "../edge.js";
import { lowerLambdaRef } from "../lower-lambda-ref.js";
import { stateName } from "../names.js";
import { joinPath, type LowerStep, valueAt } from "../place.js";
import { isSimple, readFrom } from "../substitute.js";

/**
 * A Choice with one rule for each discriminant and no Default: a value outside its declared type ends the execution rather
 * than in a case it does not belong to.
 */
export const lowerMatch: LowerStep<"match"> = (node, place, edges) => {
  const name = stateName(place.path, node.name);
  const path = joinPath(place.path, node.name);
  const entry = enter(edges, name);
  const matched = lowerLambdaRef(node.value, node, place);
  const subject = readFrom(matched, entry);
  const value = valueAt(place.path, node.name);
  const it = isSimple(matched) ? { ...valueAt(path, "it"), alias: matched } : valueAt(path, "it");
  const branches = Object.entries(node.cases).map(([discriminant, body]) => {
    const edge = leavingEdge("rule", entry);
    return {
      discriminant,
      body,
      edge: it.alias ? edge : assignOn(edge, it.key, subject),
      condition: binary("=", property(subject, node.discriminator), literal(discriminant)),
    };
  });
  place.lowering.addState(place.scope, {
    name,
    type: "Choice",
    location: node.location,
    comment: node.comment,
    constants: {},
    expressions: {},
    rules: branches.map(({ condition, edge }) => ({ condition, edge: edge.draft })),
  });
  const environment = place.environment.with("it", it);
  return {
    edges: branches.flatMap(({ discriminant, body, edge }) =>
      place.lowerBranch(body, { ...place, environment, path: joinPath(path, discriminant) }, [edge], {
        kind: "value",
        value,
      }),
    ),
    environment: place.environment.with(node.name, value),
  };
};
