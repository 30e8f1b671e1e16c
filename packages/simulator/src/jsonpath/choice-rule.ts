import type { ChoiceRule } from "../definition.js";
import { runtimeFailure } from "../failure.js";
import type { Json } from "../json.js";
import { comparators, suitsComparator } from "./comparators.js";
import type { PathScope } from "./evaluate-path.js";
import { findPath } from "./read-path.js";

/** Whether a JSONPath Choice rule matches. @throws StateFailure where a path leads nowhere. */
export function matchesRule(rule: ChoiceRule, scope: PathScope): boolean {
  if (rule.And) return rule.And.every((inner) => matchesRule(inner, scope));
  if (rule.Or) return rule.Or.some((inner) => matchesRule(inner, scope));
  if (rule.Not) return !matchesRule(rule.Not, scope);
  const variable = rule.Variable ?? "$";
  const value = findPath(variable, scope);
  if (rule.IsPresent !== undefined) return (value !== undefined) === rule.IsPresent;
  if (value === undefined) throw missing(variable);
  for (const [name, wanted] of Object.entries(rule)) {
    const comparator = comparators.get(name);
    if (comparator) return comparator(value, wanted as Json);
    if (!name.endsWith("Path")) continue;
    const byPath = comparators.get(name.slice(0, -"Path".length));
    if (byPath === undefined) continue;
    const other = findPath(wanted as string, scope);
    if (other === undefined || !suitsComparator(name, other)) throw missing(wanted as string);
    return byPath(value, other);
  }
  throw runtimeFailure("The Choice rule has no comparison.");
}

function missing(path: string) {
  return runtimeFailure(`Invalid path '${path}': The choice state's condition path references an invalid value.`);
}
