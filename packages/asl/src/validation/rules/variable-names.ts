import { quotas } from "../../quotas.js";
import type { ValidationContext } from "../validation-context.js";
import { findAssignments } from "../variables.js";

const identifier = /^[\p{ID_Start}][\p{ID_Continue}]*$/u;

/**
 * Variables are identifiers of at most 80 characters, and `states` is taken.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
 */
export function variableNames(context: ValidationContext): void {
  for (const visit of context.states) {
    for (const { name, path } of findAssignments(visit)) {
      if (name === "states") {
        context.report("reserved-variable-name", {
          code: "RESERVED_VARIABLE_NAME",
          message: "Cannot assign to reserved variable '$states'.",
          path,
        });
      } else if (!identifier.test(name)) {
        context.report("invalid-variable-name", {
          code: "INVALID_VARIABLE_NAME",
          message: `Invalid variable name '${name}': the variable name contains invalid characters.`,
          path,
          help: "A name is a letter, then letters, digits and underscores; parts of a variable cannot be assigned.",
        });
      } else if ([...name].length > quotas.nameCharacters) {
        context.report("invalid-variable-name", {
          code: "INVALID_VARIABLE_NAME",
          message: `Invalid variable name '${name}': the variable name exceeds the ${quotas.nameCharacters}-character limit.`,
          path,
        });
      }
    }
  }
}
