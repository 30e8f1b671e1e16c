import { isRecord } from "../json.js";
import type { AslDiagnostic } from "./asl-diagnostic.js";
import { specifiedRules } from "./specified-rules.js";
import { ValidationContext, type ValidationOptions } from "./validation-context.js";

/** Deepest JSON that is looked into; AWS's own limit is not published. */
const maximumDepth = 1000;

/**
 * Everything that Step Functions would refuse in a definition, and what it would accept and then fail on, all at once.
 * Takes any JSON value, ours or foreign, in either query language; never throws.
 */
export function validateDefinition(definition: unknown, options: ValidationOptions = {}): AslDiagnostic[] {
  if (!isRecord(definition)) {
    const context = new ValidationContext({}, options);
    context.reportSchema("wrong-type", { message: "Expected value of type [OBJECT]", path: [] });
    return context.diagnostics;
  }
  if (isDeeperThan(definition, maximumDepth)) {
    const context = new ValidationContext({}, options);
    context.report("too-deeply-nested", {
      code: "TOO_DEEPLY_NESTED",
      message: `The definition nests deeper than ${maximumDepth} levels`,
      path: [],
    });
    return context.diagnostics;
  }
  const context = new ValidationContext(definition, options);
  for (const rule of specifiedRules) rule(context);
  return context.diagnostics;
}

/** Iterative, since it is what keeps the recursive rules from a stack overflow. */
function isDeeperThan(root: object, limit: number): boolean {
  let level: readonly object[] = [root];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((value) =>
      Object.values(value).filter((child) => typeof child === "object" && child !== null),
    );
  }
  return false;
}
