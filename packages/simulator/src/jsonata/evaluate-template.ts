import { isJsonataText } from "@treadle/asl";
import type { Json, JsonObject } from "../json.js";
import { setOwn } from "../json.js";
import type { MaybePromise } from "../maybe-promise.js";
import { type ExpressionScope, evaluateExpression } from "./evaluate-expression.js";

/**
 * Evaluates the expressions at any depth of a value of a definition; names are never evaluated. `field` is the place in
 * the definition, which failures name: `Output/lines[0]/total`.
 */
export function evaluateTemplate(template: Json, field: string, scope: ExpressionScope): MaybePromise<Json> {
  if (typeof template === "string")
    return isJsonataText(template) ? evaluateExpression(template, field, scope) : template;
  if (typeof template !== "object" || template === null || isConstant(template)) return template;
  return Array.isArray(template) ? evaluateItems(template, field, scope) : evaluateMembers(template, field, scope);
}

async function evaluateItems(template: readonly Json[], field: string, scope: ExpressionScope): Promise<Json> {
  const items: Json[] = [];
  for (const [i, item] of template.entries()) {
    const value = evaluateTemplate(item, `${field}[${i}]`, scope);
    items.push(value instanceof Promise ? await value : value);
  }
  return items;
}

async function evaluateMembers(template: JsonObject, field: string, scope: ExpressionScope): Promise<Json> {
  const object: JsonObject = {};
  for (const [key, inner] of Object.entries(template)) {
    const value = evaluateTemplate(inner, `${field}/${key}`, scope);
    setOwn(object, key, value instanceof Promise ? await value : value);
  }
  return object;
}

/** Holds no expression at any depth. */
function isConstant(template: Json): boolean {
  if (typeof template === "string") return !isJsonataText(template);
  return typeof template !== "object" || template === null || Object.values(template).every(isConstant);
}
