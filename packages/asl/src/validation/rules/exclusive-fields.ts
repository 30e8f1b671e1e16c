import type { StateType } from "../../definition.js";
import type { StateVisit } from "../scopes.js";
import type { ValidationContext } from "../validation-context.js";

interface Group {
  readonly fields: readonly string[];
  readonly isRequired?: true;
}

const timing: Group = { fields: ["SecondsPath", "Seconds", "TimestampPath", "Timestamp"], isRequired: true };

const groups: Readonly<Partial<Record<StateType, readonly Group[]>>> = {
  Task: [
    { fields: ["TimeoutSeconds", "TimeoutSecondsPath"] },
    { fields: ["HeartbeatSeconds", "HeartbeatSecondsPath"] },
  ],
  Wait: [timing],
  Fail: [{ fields: ["Error", "ErrorPath"] }, { fields: ["Cause", "CausePath"] }],
  Map: [
    { fields: ["ItemProcessor", "Iterator"], isRequired: true },
    { fields: ["ItemSelector", "Parameters"] },
    { fields: ["MaxConcurrency", "MaxConcurrencyPath"] },
    { fields: ["ToleratedFailurePercentage", "ToleratedFailurePercentagePath"] },
    { fields: ["ToleratedFailureCount", "ToleratedFailureCountPath"] },
  ],
};

/**
 * Fields that say the same thing in two ways come alone, and some must come at all.
 *
 * @see https://states-language.net/spec.html#state-types-table
 */
export function exclusiveFields(context: ValidationContext): void {
  for (const visit of context.states) {
    for (const group of (visit.type && groups[visit.type]) ?? []) checkGroup(context, visit, group);
  }
}

function checkGroup(context: ValidationContext, visit: StateVisit, group: Group): void {
  const present = group.fields.filter((field) => Object.hasOwn(visit.state, field));
  const list = `[${group.fields.join(", ")}]`;
  if (present.length > 1) {
    context.reportSchema("exclusive-fields", {
      message: `There should only be one of the following fields: ${list}`,
      path: visit.path,
      help: `Keep one of ${present.join(" and ")}.`,
    });
  } else if (present.length === 0 && group.isRequired) {
    context.reportSchema("exclusive-fields", {
      message: `This object should have only one of the following fields: ${list}`,
      path: visit.path,
      isConsequence: context.isMisspelt(visit.path, ...group.fields),
    });
  }
}
