import { quotas } from "../../quotas.js";
import type { Path } from "../path.js";
import { toPointer } from "../path.js";
import type { ValidationContext } from "../validation-context.js";

/**
 * A name is at most 80 characters long and unique in the whole machine, not only in its scope.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
export function names(context: ValidationContext): void {
  const first = new Map<string, Path>();
  for (const visit of context.states) {
    const earlier = first.get(visit.name);
    if (earlier) {
      context.report("duplicate-state-name", {
        code: "DUPLICATE_STATE_NAME",
        message: `Duplicate State name: ${visit.name}`,
        path: visit.path,
        help: `The other one is at ${toPointer(earlier)}. Names are unique in the whole machine.`,
      });
    } else {
      first.set(visit.name, visit.path);
    }
    if ([...visit.name].length > quotas.nameCharacters) {
      context.report("state-name-too-long", {
        code: "INVALID_STATE_NAME",
        message: `The state name '${visit.name}' exceeds the ${quotas.nameCharacters}-character limit allowed by the service`,
        path: visit.path,
      });
    }
  }
}
