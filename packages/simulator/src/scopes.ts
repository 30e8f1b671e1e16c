import { createContextObject } from "./context-object.js";
import type { Json, JsonObject } from "./json.js";
import type { ExpressionScope } from "./jsonata/evaluate-expression.js";
import type { TemplateScope } from "./jsonpath/payload-template.js";
import type { Strand, Visit } from "./strand.js";

/** Members of `$states` that exist in some fields only. */
export interface StatesValues {
  readonly result?: Json;
  readonly errorOutput?: JsonObject;
}

/** What JSONata expressions of a visit see. */
export function createExpressionScope(visit: Visit, strand: Strand, values: StatesValues = {}): ExpressionScope {
  return {
    settings: strand.run.settings,
    states: () => ({
      input: visit.input,
      // Few expressions look at the context, so it is made when one does.
      get context() {
        return createContextObject(visit, strand);
      },
      ...values,
    }),
    variable: (name) => strand.variables.get(name),
  };
}

/** What paths and intrinsic functions of a visit see; `$` is `input`. */
export function createTemplateScope(input: Json, visit: Visit, strand: Strand): TemplateScope {
  return {
    input,
    context: () => createContextObject(visit, strand) as unknown as Json,
    variables: strand.variables,
    random: strand.run.random,
  };
}
