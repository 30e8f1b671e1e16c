import { isStatesErrorName, statesErrorNames } from "../../error-names.js";
import { isRecord } from "../../json.js";
import type { ValidationContext } from "../validation-context.js";

/**
 * `States.ALL` stands alone in the last entry, and other names that begin with `States.` exist.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export function errorEquals(context: ValidationContext): void {
  for (const visit of context.states) {
    for (const field of ["Retry", "Catch"]) {
      const entries = visit.state[field];
      if (!Array.isArray(entries)) continue;
      entries.forEach((entry, index) => {
        const names = isRecord(entry) ? entry.ErrorEquals : undefined;
        if (!Array.isArray(names)) return;
        const path = [...visit.path, field, index, "ErrorEquals"];
        if (names.includes("States.ALL") && (names.length > 1 || index < entries.length - 1)) {
          context.reportSchema("states-all-not-last", {
            message: "States.ALL must appear alone and at end of list",
            path,
          });
        }
        reportUnknownNames(context, names, path);
      });
    }
  }
}

function reportUnknownNames(context: ValidationContext, names: readonly unknown[], path: (string | number)[]): void {
  names.forEach((name, index) => {
    if (typeof name !== "string" || !/^States?\./.test(name) || isStatesErrorName(name)) return;
    context.report("unknown-states-error", {
      message: `"${name}" is no error of Step Functions, so this entry never matches it.`,
      path: [...path, index],
      help: context.suggest(name, statesErrorNames),
    });
  });
}
