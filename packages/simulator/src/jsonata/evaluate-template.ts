import { isJsonataText } from "@treadle/asl";
import type { Json, JsonObject } from "../json.js";
import { setOwn } from "../json.js";
import { type ExpressionScope, evaluateExpression } from "./evaluate-expression.js";

const constants = new WeakMap<object, boolean>();

/**
 * Evaluates the expressions at any depth of a value of a definition; names are never evaluated. `field` is the place in
 * the definition, which failures name: `Output/lines[0]/total`.
 */
export async function evaluateTemplate(template: Json, field: string, scope: ExpressionScope): Promise<Json> {
  if (typeof template === "string")
    return isJsonataText(template) ? evaluateExpression(template, field, scope) : template;
  if (typeof template !== "object" || template === null || isConstant(template)) return template;
  if (Array.isArray(template)) {
    const items: Json[] = [];
    for (const [i, item] of template.entries()) items.push(await evaluateTemplate(item, `${field}[${i}]`, scope));
    return items;
  }
  const object: JsonObject = {};
  for (const [key, value] of Object.entries(template)) {
    setOwn(object, key, await evaluateTemplate(value, `${field}/${key}`, scope));
  }
  return object;
}

/** Holds no expression at any depth. */
function isConstant(template: Json): boolean {
  if (typeof template === "string") return !isJsonataText(template);
  if (typeof template !== "object" || template === null) return true;
  let constant = constants.get(template);
  if (constant === undefined) {
    constant = Object.values(template).every(isConstant);
    constants.set(template, constant);
  }
  return constant;
}
