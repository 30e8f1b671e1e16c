/**
 * A TypeScript type as data, as far as JSON goes: what a data source's checker sees of an item type. Recursive types end in
 * `unknown` at the second visit.
 */
export type TypeShape =
  | { readonly kind: "unknown" }
  | { readonly kind: "never" }
  | { readonly kind: "null" }
  | { readonly kind: "undefined" }
  | { readonly kind: "string" }
  | { readonly kind: "number" }
  | { readonly kind: "boolean" }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "array"; readonly element: TypeShape }
  | { readonly kind: "tuple"; readonly elements: readonly TypeShape[] }
  | {
      readonly kind: "object";
      readonly properties: { readonly [name: string]: PropertyShape };
      readonly index?: TypeShape;
    }
  | { readonly kind: "union"; readonly members: readonly TypeShape[] };

export interface PropertyShape {
  readonly type: TypeShape;
  readonly optional: boolean;
}
