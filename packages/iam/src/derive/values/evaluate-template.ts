import { type AbstractValue, textValue, unknownValue } from "./abstract-value.js";
import { evaluateIntrinsic } from "./evaluate-intrinsic.js";
import { evaluateJsonata, type Variables } from "./evaluate-jsonata.js";

export type QueryLanguage = "JSONata" | "JSONPath";

export interface TemplateScope {
  readonly queryLanguage: QueryLanguage;
  readonly variables: Variables;
  /** What a JSONPath is known to give. */
  readonly paths: (path: string) => AbstractValue;
}

/** What is known about a payload template: `Arguments` in JSONata states, `Parameters` in JSONPath states. */
export function evaluateTemplate(template: unknown, scope: TemplateScope): AbstractValue {
  if (typeof template === "string") {
    const expression = scope.queryLanguage === "JSONata" ? /^\{%(.*)%\}$/s.exec(template) : null;
    return expression === null ? textValue(template) : evaluateJsonata(expression[1]!, scope.variables);
  }
  if (typeof template === "number" || typeof template === "boolean" || template === null)
    return { kind: "scalar", value: template };
  if (Array.isArray(template))
    return { kind: "array", items: template.map((item) => evaluateTemplate(item, scope)), open: false };
  if (typeof template !== "object") return unknownValue;
  const fields: Record<string, AbstractValue> = {};
  for (const [key, value] of Object.entries(template)) {
    if (scope.queryLanguage === "JSONPath" && key.endsWith(".$") && typeof value === "string")
      addField(fields, key.slice(0, -2), () => evaluateIntrinsic(value, scope.paths));
    else addField(fields, key, () => evaluateTemplate(value, scope));
  }
  return { kind: "object", fields, open: false };
}

/** Evaluated when it is first asked for: of most payloads policies need a field or none. */
function addField(fields: Record<string, AbstractValue>, name: string, evaluate: () => AbstractValue): void {
  const define = (descriptor: PropertyDescriptor): void => {
    Object.defineProperty(fields, name, { configurable: true, enumerable: true, ...descriptor });
  };
  define({
    get: () => {
      const value = evaluate();
      define({ value });
      return value;
    },
  });
}
