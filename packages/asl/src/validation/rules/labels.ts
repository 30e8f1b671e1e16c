import { quotas } from "../../quotas.js";
import { type Path, toPointer } from "../path.js";
import type { ValidationContext } from "../validation-context.js";

const forbidden = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]/u;

/**
 * A Map's `Label` becomes part of ARNs: 1 to 40 characters, none of those that names may not hold.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
 */
export function labels(context: ValidationContext): void {
  const first = new Map<string, Path>();
  for (const visit of context.states) {
    const label = visit.type === "Map" ? visit.state.Label : undefined;
    if (typeof label !== "string" || label.includes("${")) continue;
    const path = [...visit.path, "Label"];
    const earlier = first.get(label);
    if (earlier) {
      context.report("duplicate-label", {
        code: "DUPLICATE_LABEL_NAME",
        message: `Duplicate Label name: ${label}`,
        path,
        help: `The other one is at ${toPointer(earlier)}.`,
      });
    } else {
      first.set(label, path);
    }
    const fault = describeFault(label);
    if (fault) context.report("invalid-label", { code: "INVALID_LABEL_NAME", message: fault, path });
  }
}

function describeFault(label: string): string | undefined {
  if (label === "") return "The label must not be empty";
  if ([...label].length > quotas.labelCharacters) {
    return `The label '${label}' exceeds the ${quotas.labelCharacters}-character limit allowed by the service`;
  }
  return forbidden.test(label) ? `The label '${label}' contains invalid characters` : undefined;
}
