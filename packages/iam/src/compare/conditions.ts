import type { Conditions } from "../policy/policy-document.js";
import { coversPattern } from "./pattern.js";

interface Operator {
  /** Operators on whose values this one is at least as wide, value by value. */
  readonly includes: readonly string[];
  readonly covers: (outer: string, inner: string) => boolean;
}

const equal = (outer: string, inner: string): boolean => outer === inner;

/** Operators whose values are alternatives, so that fewer of them allow less. */
const operators: { readonly [operator: string]: Operator } = {
  StringEquals: { includes: ["StringEquals"], covers: equal },
  StringLike: { includes: ["StringLike", "StringEquals"], covers: coversPattern },
  ArnEquals: { includes: ["ArnEquals", "ArnLike"], covers: coversPattern },
  ArnLike: { includes: ["ArnLike", "ArnEquals"], covers: coversPattern },
  Bool: { includes: ["Bool"], covers: equal },
};

/**
 * Whether a statement with conditions `outer` applies wherever one with `inner` does: each of its conditions is there as
 * well, and as strict. Operators other than equality and likeness must be the same, with the same values.
 */
export function coversConditions(outer: Conditions | undefined, inner: Conditions | undefined): boolean {
  return Object.entries(outer ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) => coversValues(operator, key, listOf(values), inner ?? {})),
  );
}

function coversValues(operator: string, key: string, outer: readonly string[], inner: Conditions): boolean {
  const known = Object.hasOwn(operators, operator) ? operators[operator] : undefined;
  if (known === undefined) {
    const same = valuesOf(inner, operator, key);
    return same !== undefined && same.length === outer.length && outer.every((value) => same.includes(value));
  }
  // All conditions of a statement must hold, so that one which is strict enough is enough.
  return known.includes.some((other) => {
    const found = valuesOf(inner, other, key);
    return found?.every((value) => outer.some((each) => known.covers(each, value)));
  });
}

/** Names of condition keys ignore case. */
function valuesOf(conditions: Conditions, operator: string, key: string): readonly string[] | undefined {
  const keys = Object.entries(conditions[operator] ?? {});
  const found = keys.find(([name]) => name.toLowerCase() === key.toLowerCase());
  return found && listOf(found[1]);
}

function listOf(values: string | readonly string[]): readonly string[] {
  return typeof values === "string" ? [values] : values;
}
