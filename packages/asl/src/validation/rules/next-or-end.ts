import type { ValidationContext } from "../validation-context.js";

const movingTypes: readonly (string | undefined)[] = ["Task", "Pass", "Wait", "Parallel", "Map"];

/**
 * States that move on say where: `Next` or `"End": true`, not both.
 *
 * @see https://states-language.net/spec.html#transition
 */
export function nextOrEnd(context: ValidationContext): void {
  for (const visit of context.states) {
    if (!movingTypes.includes(visit.type)) continue;
    const hasNext = Object.hasOwn(visit.state, "Next");
    const hasEnd = visit.state.End === true;
    if (hasNext !== hasEnd) continue;
    context.reportSchema("next-or-end", {
      message: hasNext
        ? "There should only be one of the following fields: [Next, End]"
        : "This object should have only one of the following fields: [Next, End]",
      path: visit.path,
      isConsequence: !hasNext && context.isMisspelt(visit.path, "Next", "End"),
      help: hasNext ? "Keep one of the two." : 'Add "Next" with the name of a state, or "End": true.',
    });
  }
}
