import { hasPlaceholder } from "../../placeholders.js";
import { isJsonataText } from "../../query-language.js";
import type { ValidationContext } from "../validation-context.js";

const rfc3339 =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * A Wait's constant `Timestamp` is RFC 3339 with upper-case `T` and a zone.
 *
 * @see https://states-language.net/spec.html#wait-state
 */
export function waitTimestamp(context: ValidationContext): void {
  for (const visit of context.states) {
    const timestamp = visit.type === "Wait" ? visit.state.Timestamp : undefined;
    if (typeof timestamp !== "string" || rfc3339.test(timestamp) || hasPlaceholder(timestamp)) continue;
    if (visit.language === "JSONata" && (isJsonataText(timestamp) || timestamp.startsWith("{%"))) continue;
    context.reportSchema("invalid-timestamp", {
      message: "String does not match RFC3339 timestamp",
      path: [...visit.path, "Timestamp"],
      help: "Write it as 2030-01-31T08:00:00Z.",
    });
  }
}
