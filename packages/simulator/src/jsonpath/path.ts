import type { Json } from "../json.js";

export type PathSegment =
  | { readonly kind: "members"; readonly names: readonly string[] }
  | { readonly kind: "indexes"; readonly indexes: readonly number[] }
  | {
      readonly kind: "slice";
      readonly from: number | undefined;
      readonly to: number | undefined;
      readonly step: number;
    }
  | { readonly kind: "wildcard" }
  | { readonly kind: "descendants" }
  | { readonly kind: "filter"; readonly filter: PathFilter };

export type PathFilter =
  | { readonly kind: "or" | "and"; readonly left: PathFilter; readonly right: PathFilter }
  | { readonly kind: "not"; readonly operand: PathFilter }
  | { readonly kind: "exists"; readonly operand: FilterOperand }
  | {
      readonly kind: "compare";
      readonly operator: string;
      readonly left: FilterOperand;
      readonly right: FilterOperand;
    };

export type FilterOperand =
  | { readonly kind: "literal"; readonly value: Json }
  | { readonly kind: "pattern"; readonly pattern: RegExp }
  | { readonly kind: "path"; readonly fromItem: boolean; readonly segments: readonly PathSegment[] };

/** A JSONPath of a state: into its input (`$`), the context object (`$$`) or a variable (`$name`). */
export interface Path {
  readonly text: string;
  readonly root: { readonly kind: "input" | "context" } | { readonly kind: "variable"; readonly name: string };
  readonly segments: readonly PathSegment[];
  /** It names one place, so that finding nothing there is an error. Others give a list. */
  readonly definite: boolean;
}

/** It leads to one place at most. */
export function isDefinite(segment: PathSegment): boolean {
  return (
    (segment.kind === "members" && segment.names.length === 1) ||
    (segment.kind === "indexes" && segment.indexes.length === 1)
  );
}
