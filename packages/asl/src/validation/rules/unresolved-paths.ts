import { isRecord } from "../../json.js";
import type { Path } from "../path.js";
import type { ValidationContext } from "../validation-context.js";

const templateFields = ["Parameters", "ResultSelector", "ItemSelector"];

/**
 * Text that looks like a path but sits where nothing evaluates it.
 *
 * @see https://states-language.net/spec.html#payload-template
 */
export function unresolvedPaths(context: ValidationContext): void {
  for (const visit of context.states) {
    if (visit.language !== "JSONPath" || visit.isDowngraded) continue;
    for (const field of templateFields) checkTemplate(context, visit.state[field], [...visit.path, field]);
    if (visit.type === "Pass" && holdsPath(visit.state.Result)) {
      context.report("static-result", {
        code: "PASS_RESULT_IS_STATIC",
        message: "'Result' is passed on as it stands: paths in it are not evaluated.",
        path: [...visit.path, "Result"],
        help: "Use Parameters, with keys ending in .$.",
      });
    }
  }
}

function checkTemplate(context: ValidationContext, template: unknown, path: Path): void {
  if (Array.isArray(template)) {
    template.forEach((item, index) => {
      checkTemplate(context, item, [...path, index]);
    });
  }
  if (!isRecord(template)) return;
  for (const [key, value] of Object.entries(template)) {
    if (typeof value !== "string") checkTemplate(context, value, [...path, key]);
    else if (!key.endsWith(".$") && looksLikePath(value)) {
      context.report("unresolved-path", {
        code: "NO_DOLLAR",
        message: `The value of '${key}' looks like a path or a function call. Use '${key}.$' to have it evaluated.`,
        path: [...path, key],
        awsPath: path,
      });
    }
  }
}

function holdsPath(value: unknown): boolean {
  if (typeof value === "string") return looksLikePath(value);
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(holdsPath);
}

function looksLikePath(text: string): boolean {
  return /^(\$$|\$\$?[.[]|States\.\w+\()/.test(text);
}
