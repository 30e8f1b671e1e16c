import { isRecord } from "../../json.js";
import type { JsonataAnalysis } from "../../jsonata/analyse-jsonata.js";
import { hasPlaceholder } from "../../placeholders.js";
import { quotas } from "../../quotas.js";
import type { ExpressionVisit } from "../expressions.js";
import type { Path } from "../path.js";
import type { Finding, ValidationContext } from "../validation-context.js";

/**
 * Expressions are delimited, parse, and read only what exists where they stand.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
export function jsonataExpressions(context: ValidationContext): void {
  for (const expression of context.expressions) {
    const { analysis, path } = expression;
    if (!analysis) {
      context.reportSchema("jsonata-delimiters", {
        message: "JSONata string must start with {% and end with %}",
        path,
        help: "The closing %} ends the string: no space may follow it.",
      });
    } else if (analysis.syntaxError) {
      context.report("jsonata-syntax", {
        code: "INVALID_JSONATA_EXPRESSION",
        message: analysis.syntaxError.message,
        path,
        part: partOf(analysis.syntaxError),
        help: `At character ${analysis.syntaxError.end} of the expression.`,
      });
    } else {
      reportReferences(context, expression, analysis);
    }
  }
  reportPlainTexts(context);
}

/** Text without delimiters where only an expression could be text. */
function reportPlainTexts(context: ValidationContext): void {
  const check = (value: unknown, path: Path): void => {
    if (typeof value !== "string" || value.startsWith("{%") || hasPlaceholder(value)) return;
    context.reportSchema("jsonata-delimiters", {
      message: "JSONata string must start with {% and end with %}",
      path,
    });
  };
  for (const { language, state, path } of context.states) {
    if (language !== "JSONata") continue;
    for (const field of ["Arguments", "Items"]) check(state[field], [...path, field]);
    if (!Array.isArray(state.Choices)) continue;
    state.Choices.forEach((rule, index) => {
      if (isRecord(rule)) check(rule.Condition, [...path, "Choices", index, "Condition"]);
    });
  }
}

/** The fields of `$states` that every expression may read. */
const fieldsEverywhere = ["input", "context"];

function reportReferences(context: ValidationContext, expression: ExpressionVisit, analysis: JsonataAnalysis): void {
  const { path } = expression;
  const code = "UNSUPPORTED_JSONATA_EXPRESSION";
  for (const reference of analysis.topLevelReferences) {
    const { name } = reference;
    context.report("jsonata-top-level-reference", {
      code,
      message:
        name === "$$"
          ? "Reference to '$$' is not supported."
          : `Reference to '${name}' at the top level is not supported.`,
      path,
      part: partOf(reference),
      help: explainReference(name, context),
    });
  }
  for (const field of analysis.statesFields) {
    if (fieldsEverywhere.includes(field.name)) continue;
    const known = [...fieldsEverywhere, ...expression.extraFields];
    if (known.includes(field.name)) continue;
    context.report("jsonata-states-field", {
      code,
      message: `Field '$states.${field.name}' does not exist.`,
      path,
      part: partOf(field),
      help: explainField(field.name) ?? context.suggest(field.name, known),
    });
  }
  if (analysis.evalCall) {
    context.report("jsonata-eval", {
      message: "$eval does not exist in Step Functions: calling it fails the state with States.QueryEvaluationError.",
      path,
      part: partOf(analysis.evalCall),
      help: "Use $parse to read JSON text.",
    });
  }
  if (analysis.isTooDeep) {
    context.report("jsonata-too-deep", {
      message: `The expression nests deeper than ${quotas.jsonataDepth} levels, where Step Functions gives up.`,
      path,
      help: "Split it: assign a part to a variable in an earlier state.",
    });
  }
}

/** The expression begins after the two characters that open it. */
function partOf({ start, end }: { readonly start: number; readonly end: number }): Finding["part"] {
  return { start: start + 2, end: end + 2 };
}

function explainReference(name: string, context: ValidationContext): string {
  if (name === "states") return 'Did you mean "$states"?';
  return context.variableNames.has(name)
    ? `Did you mean the variable "$${name}"?`
    : "Start from $states.input, $states.context or a variable: an expression has no document of its own.";
}

function explainField(field: string): string | undefined {
  if (field === "result") return "$states.result exists in Output and Assign of Task, Parallel and Map states.";
  if (field === "errorOutput") return "$states.errorOutput exists in Output and Assign of a catcher.";
  return undefined;
}
