import { declaredParams } from "../helpers/param.js";
import { array, literal, object, placeholder } from "./create.js";
import type { ExpressionNode, Json } from "./expression-node.js";
import type { Placeholder } from "./placeholder.js";

/** A captured value as a node: a constant, but for texts with placeholders that `param` has made. */
export function constantNode(value: Json): ExpressionNode {
  if (!holdsParam(value)) return literal(value);
  if (typeof value === "string") return placeholder(value, paramsOf(value));
  return isArray(value)
    ? array(value.map(constantNode))
    : object(Object.fromEntries(Object.entries(value as object).map(([key, member]) => [key, constantNode(member)])));
}

function holdsParam(value: Json): boolean {
  if (typeof value === "string") return paramsOf(value) !== undefined;
  return value !== null && typeof value === "object" && Object.values(value).some(holdsParam);
}

/** The placeholders of a text, where `param` has made all of them. */
function paramsOf(text: string): readonly Placeholder[] | undefined {
  const declared = declaredParams();
  const names = [...text.matchAll(/[$%]\{([^}]*)\}?/g)].map(([, name = ""]) => name);
  const params = names.map((name) => declared.get(name));
  const found = params.filter((param) => param !== undefined);
  return found.length > 0 && found.length === params.length ? found : undefined;
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
