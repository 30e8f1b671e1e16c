import { isRecord, type UnknownRecord } from "../../json.js";
import { choiceComparators } from "../../states/choice-rule.js";
import type { Path } from "../path.js";
import type { ValidationContext } from "../validation-context.js";

const selectors = ["And", "Or", "Not", "Variable", "Condition"];

/**
 * A rule is one condition: a comparison of one variable by one comparator, or one combination.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html
 */
export function choiceRules(context: ValidationContext): void {
  for (const visit of context.states) {
    const rules = visit.type === "Choice" ? visit.state.Choices : undefined;
    if (!Array.isArray(rules)) continue;
    rules.forEach((rule, index) => {
      if (isRecord(rule)) checkRule(context, rule, [...visit.path, "Choices", index]);
    });
  }
}

function checkRule(context: ValidationContext, rule: UnknownRecord, path: Path): void {
  const present = selectors.filter((field) => Object.hasOwn(rule, field));
  const comparators = choiceComparators.filter((field) => Object.hasOwn(rule, field));
  if (present.length !== 1) {
    context.reportSchema("choice-rule-shape", {
      message: `The object must have only one of the following fields, [${selectors.join(", ")}]`,
      path,
    });
  } else if (present[0] === "Variable" ? comparators.length !== 1 : comparators.length > 0) {
    context.reportSchema("choice-rule-shape", {
      message: `There should only be one of the following fields: [${choiceComparators.join(", ")}]`,
      path,
      help:
        present[0] === "Variable"
          ? "Combine comparisons with And or Or; each has one comparator."
          : `Comparators belong inside ${present[0]}, beside a Variable.`,
    });
  }
  for (const field of ["And", "Or"]) {
    const conditions = rule[field];
    if (!Array.isArray(conditions)) continue;
    conditions.forEach((condition, index) => {
      if (isRecord(condition)) checkRule(context, condition, [...path, field, index]);
    });
  }
  if (isRecord(rule.Not)) checkRule(context, rule.Not, [...path, "Not"]);
}
