import type { CosmosDiagnostic } from "./checked-text.js";
import type { PathValue } from "./item-path.js";

type Scalar = string | number | boolean | null;

/**
 * One step of a patch. `add` sets a property, or inserts into an array (`/tags/-` at its end); `replace` needs the path to
 * exist. A value is written out, or named as a parameter that the workflow gives.
 */
export type PatchStep =
  | { readonly op: "add" | "set" | "replace" | "incr"; readonly path: string; readonly value: Scalar }
  | { readonly op: "add" | "set" | "replace" | "incr"; readonly path: string; readonly param: string }
  | { readonly op: "remove"; readonly path: string }
  | { readonly op: "move"; readonly from: string; readonly path: string };

/** Each step whose path the item type has and whose value fits there; a diagnostic in place of the others. */
export type CheckedSteps<Item, Steps extends readonly PatchStep[]> = {
  readonly [At in keyof Steps]: [PathValue<Item, Steps[At]["path"]>] extends [never]
    ? CosmosDiagnostic<`the item type has no path ${Steps[At]["path"]}`>
    : Steps[At] extends { readonly value: infer Value; readonly path: infer Path extends string }
      ? [Value] extends [PathValue<Item, Path>]
        ? Steps[At]
        : CosmosDiagnostic<`the value does not fit ${Path}`>
      : Steps[At];
};

/** The parameters that the steps name, each with the type at its path. */
export type PatchParams<Item, Steps extends readonly PatchStep[]> = {
  readonly [Step in Extract<Steps[number], { readonly param: string }> as Step["param"]]: PathValue<Item, Step["path"]>;
};

export interface PatchOptions {
  /** `FROM c WHERE c.stock > 0`: without it the patch is refused (`Cosmos.PreconditionFailed`). No parameters. */
  readonly condition?: string;
}

/**
 * Whether doing it twice is as doing it once. Steps that build on what is there are not, nor is a conditional patch, whose
 * second attempt may find its condition changed by the first.
 */
export function isIdempotentPatch(steps: readonly PatchStep[], options: PatchOptions): boolean {
  if (options.condition !== undefined) return false;
  return steps.every(
    ({ op, path }) => op === "set" || op === "replace" || (op === "add" && !/\/(?:-|\d+)$/.test(path)),
  );
}
