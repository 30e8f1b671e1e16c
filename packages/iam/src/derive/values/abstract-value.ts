import { type Text, text, unknownText } from "./text.js";

/** What is known, before any execution, about a value in a state's arguments. */
export type AbstractValue =
  | { readonly kind: "unknown" }
  /** A number, boolean or null. */
  | { readonly kind: "scalar"; readonly value: number | boolean | null }
  | { readonly kind: "text"; readonly text: Text }
  /** `open`: there may be more fields than these. */
  | { readonly kind: "object"; readonly fields: { readonly [name: string]: AbstractValue }; readonly open: boolean }
  /** `open`: there may be more items than these. `repeated`: each item is one of these, but how many there are is not known. */
  | {
      readonly kind: "array";
      readonly items: readonly AbstractValue[];
      readonly open: boolean;
      readonly repeated?: boolean;
    }
  | { readonly kind: "oneOf"; readonly alternatives: readonly AbstractValue[] };

export const unknownValue: AbstractValue = { kind: "unknown" };

export function textValue(...parts: readonly (string | undefined)[]): AbstractValue {
  return { kind: "text", text: text(...parts) };
}

export function oneOf(alternatives: readonly AbstractValue[]): AbstractValue {
  if (alternatives.length === 1) return alternatives[0]!;
  const flat = alternatives.flatMap(alternativesOf);
  return flat.length === 0 || flat.some((each) => each.kind === "unknown")
    ? unknownValue
    : { kind: "oneOf", alternatives: flat };
}

export function alternativesOf(value: AbstractValue): readonly AbstractValue[] {
  return value.kind === "oneOf" ? value.alternatives : [value];
}

/** The field of an object: undefined where it is certainly absent. */
export function fieldOf(value: AbstractValue, name: string): AbstractValue | undefined {
  if (value.kind === "unknown") return unknownValue;
  if (value.kind === "object") {
    const field = Object.hasOwn(value.fields, name) ? value.fields[name] : undefined;
    return field ?? (value.open ? unknownValue : undefined);
  }
  if (value.kind !== "oneOf") return undefined;
  const found = value.alternatives.flatMap((each) => fieldOf(each, name) ?? []);
  return found.length === 0 ? undefined : oneOf(found);
}

/** The items of an array, one unknown item standing for those that are not known; a single value is its own item. */
export function itemsOf(value: AbstractValue): readonly AbstractValue[] {
  return alternativesOf(value).flatMap((each) =>
    each.kind === "array" ? (each.open ? [...each.items, unknownValue] : each.items) : [each],
  );
}

/** The texts a value may be; a value that is no text at all counts as unknown. */
export function textsOf(value: AbstractValue): readonly Text[] {
  return alternativesOf(value).map((each) =>
    each.kind === "text" ? each.text : each.kind === "scalar" ? text(String(each.value)) : unknownText,
  );
}

/** As many of a value's items as there may be: what is left of an array that is filtered, and what comes of each item. */
export function someOf(items: readonly AbstractValue[]): AbstractValue {
  return { kind: "array", items, open: false, repeated: true };
}
