import { isRecord } from "../../json.js";
import { isJsonataText } from "../../query-language.js";
import type { ValidationContext } from "../validation-context.js";

const numericFields = [
  "TimeoutSeconds",
  "HeartbeatSeconds",
  "Seconds",
  "MaxConcurrency",
  "ToleratedFailurePercentage",
  "ToleratedFailureCount",
];

/**
 * Numbers are written as numbers in JSONPath states, where no expression can stand for one.
 *
 * @see https://states-language.net/spec.html#data
 */
export function constantValues(context: ValidationContext): void {
  if (isJsonataText(context.definition.TimeoutSeconds)) {
    context.reportSchema("constant-required", {
      message: "Expected value of type Integer",
      path: ["TimeoutSeconds"],
      help: "The machine's own timeout is a constant.",
    });
  }
  for (const visit of context.states) {
    if (visit.language !== "JSONPath") continue;
    for (const field of numericFields) {
      if (!isJsonataText(visit.state[field])) continue;
      context.reportSchema("constant-required", {
        message: "Expected value of type Integer",
        path: [...visit.path, field],
        help: `Use ${field}Path, or write the state in JSONata.`,
      });
    }
    const batcher = visit.state.ItemBatcher;
    for (const field of isRecord(batcher) ? ["MaxItemsPerBatch", "MaxInputBytesPerBatch"] : []) {
      if (isRecord(batcher) && isJsonataText(batcher[field])) {
        context.reportSchema("constant-required", {
          message: "Expected value of type Integer",
          path: [...visit.path, "ItemBatcher", field],
          help: `Use ${field}Path, or write the state in JSONata.`,
        });
      }
    }
  }
}
