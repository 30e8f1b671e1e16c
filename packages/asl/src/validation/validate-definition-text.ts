import type { AslDiagnostic } from "./asl-diagnostic.js";
import { validateDefinition } from "./validate-definition.js";
import { ValidationContext, type ValidationOptions } from "./validation-context.js";

/** As {@link validateDefinition}, of a definition's text, which may turn out not to be JSON. */
export function validateDefinitionText(text: string, options: ValidationOptions = {}): AslDiagnostic[] {
  let definition: unknown;
  try {
    definition = JSON.parse(text);
  } catch (error) {
    const context = new ValidationContext({}, options);
    context.report("invalid-json", {
      code: "INVALID_JSON_DESCRIPTION",
      message: (error as SyntaxError).message,
      path: [],
      awsPath: null,
    });
    return context.diagnostics;
  }
  return validateDefinition(definition, options);
}
