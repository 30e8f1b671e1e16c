/**
 * What an argument may be that is computed when the state runs:
 *
 * - `oneOf`: one of these values, which hold no `*`
 * - `within`: whatever these patterns match; `*` stands for any text
 * - a text or a list of texts: values and patterns, as they come
 */
export type ArgumentBound =
  | string
  | readonly string[]
  | { readonly oneOf: readonly string[] }
  | { readonly within: string | readonly string[] };

export function boundTexts(bound: ArgumentBound): readonly string[] {
  const texts = isTexts(bound) ? bound : "oneOf" in bound ? bound.oneOf : bound.within;
  return typeof texts === "string" ? [texts] : texts;
}

/** Of `oneOf`, what is a pattern and no value: as a resource it would be more than one. */
export function patternsAmongValues(bound: ArgumentBound): readonly string[] {
  return isTexts(bound) || !("oneOf" in bound) ? [] : bound.oneOf.filter((value) => value.includes("*"));
}

function isTexts(bound: ArgumentBound): bound is string | readonly string[] {
  return typeof bound === "string" || Array.isArray(bound);
}
