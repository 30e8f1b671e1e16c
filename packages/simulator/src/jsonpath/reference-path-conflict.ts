import { StateFailure } from "../failure.js";
import type { Json } from "../json.js";

/**
 * `States.ReferencePathConflict`: a step of a reference path finds nothing to be applied to. Of an input that is neither an object
 * nor an array Step Functions names the whole path. Its cause does not say which state failed.
 */
export function referencePathConflict(path: string, step: string, input: Json): StateFailure {
  const applied = typeof input === "object" && input !== null ? `step "${step}"` : `ReferencePath ${path}`;
  return new StateFailure(
    "States.ReferencePathConflict",
    `Unable to apply ${applied} to input ${JSON.stringify(input)}`,
  );
}
