import { isTerminal } from "../transitions.js";
import type { ValidationContext } from "../validation-context.js";
import { isBroken } from "./transitions.js";

/**
 * A way out exists. AWS refuses a machine without one, and accepts a branch or a Map's processor without one, which
 * then never ends.
 *
 * @see https://states-language.net/spec.html#terminal-state
 */
export function terminalStates(context: ValidationContext): void {
  for (const scope of context.scopes) {
    const mayEnd = scope.states.some((visit) => isTerminal(visit) || visit.type === undefined);
    if (scope.states.length === 0 || mayEnd) continue;
    if (scope.parent) {
      context.report("endless-scope", {
        message: `No state in "${scope.parent.name}" ends it: this branch runs until it fails or times out.`,
        path: [...scope.path, "States"],
        isConsequence: isBroken(scope, scope.states),
        help: 'Give a state "End": true, or end with Succeed or Fail.',
      });
    } else {
      context.report("missing-end-state", {
        code: "MISSING_END_STATE",
        message: "Workflow has no terminal state",
        path: ["States"],
        awsPath: null,
        isConsequence: isBroken(scope, scope.states),
        help: 'Give a state "End": true, or end with Succeed or Fail.',
      });
    }
  }
}
