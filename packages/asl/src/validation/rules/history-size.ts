import { estimateScopeHistory } from "../../history/estimate-history.js";
import { quotas } from "../../quotas.js";
import { innerScopesOf } from "../scopes.js";
import type { ValidationContext } from "../validation-context.js";
import { executionTypeOf } from "./express.js";

/**
 * What a Standard execution has to write on its longest way fits into its history, which ends it at 25,000 events.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
export function historySize(context: ValidationContext): void {
  const innerScopes = innerScopesOf(context.scopes);
  for (const scope of context.scopes) {
    const startsExecution = scope.parent === undefined || scope.isDistributed;
    if (!startsExecution || executionTypeOf(scope, context.type) === "EXPRESS") continue;
    const { events } = estimateScopeHistory(scope, innerScopes);
    if (events < quotas.historyEvents) continue;
    context.report("history-above-quota", {
      message: `An execution can come to about ${events} history events; it fails at ${quotas.historyEvents}.`,
      path: scope.parent ? [...scope.path, "States"] : ["States"],
      help: "Let a distributed Map, or a machine started from here, run the larger part.",
    });
  }
}
