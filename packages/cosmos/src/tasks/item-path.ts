import type { CosmosDiagnostic } from "./checked-text.js";

/** The type at a path of an item: `/pay/kind`. Never where there is none; absence of optional parts is left out. */
export type PathValue<T, Path extends string> = Path extends `/${infer Name}/${infer Rest}`
  ? PathValue<Step<T, Name>, `/${Rest}`>
  : Path extends `/${infer Name}`
    ? Exclude<Step<T, Name>, undefined>
    : never;

type Step<T, Name extends string> = T extends readonly (infer Element)[]
  ? Name extends `${number}` | "-"
    ? Element
    : never
  : T extends object
    ? Name extends keyof T
      ? T[Name]
      : never
    : never;

/** Each path that the item type has, and a diagnostic in place of the others. */
export type CheckedPaths<Item, Paths extends readonly string[]> = {
  readonly [At in keyof Paths]: [PathValue<Item, Paths[At]>] extends [never]
    ? CosmosDiagnostic<`the item type has no path ${Paths[At]}`>
    : Paths[At];
};

/** One value, or one for each path of a hierarchical key. */
export type PartitionKeyOf<Item, Paths extends readonly string[]> = Paths extends readonly [infer Only extends string]
  ? PathValue<Item, Only>
  : { readonly [At in keyof Paths]: PathValue<Item, Paths[At]> };
