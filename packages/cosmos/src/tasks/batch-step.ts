import type { CosmosDiagnostic } from "./checked-text.js";
import { type CheckedSteps, isIdempotentPatch, type PatchParams, type PatchStep } from "./patch-operation.js";

/**
 * One operation of a batch. `item` and `id` are names of parameters, which the workflow gives: an item, or the id of one. A
 * read or patched item must exist, and a deleted one too, else the batch is refused (`Cosmos.NotFound`).
 */
export type BatchStep =
  | { readonly op: "create" | "upsert" | "replace"; readonly item: string }
  | { readonly op: "read" | "delete"; readonly id: string }
  | {
      readonly op: "patch";
      readonly id: string;
      readonly steps: readonly PatchStep[];
      /** `FROM c WHERE c.stock > 0`: without it the whole batch is refused (`Cosmos.PreconditionFailed`). */
      readonly condition?: string;
    };

type ItemStep = { readonly item: string };
type IdStep = { readonly id: string };
type PatchingStep = { readonly op: "patch"; readonly steps: readonly PatchStep[] };

/** Each operation, with a diagnostic in place of a patch's steps that do not fit the item type. */
export type CheckedBatch<Item, Steps extends readonly BatchStep[]> = {
  readonly [At in keyof Steps]: Steps[At] extends PatchingStep
    ? Omit<Steps[At], "steps"> & { readonly steps: CheckedSteps<Item, Steps[At]["steps"]> }
    : Steps[At] extends ItemStep | IdStep
      ? Steps[At]
      : CosmosDiagnostic<"an operation of a batch has an op, and an item or an id">;
};

/** What the operations name: items, ids, and the values of patches. */
export type BatchParams<Item, Steps extends readonly BatchStep[]> = {
  readonly [Step in Extract<Steps[number], ItemStep> as Step["item"]]: Item;
} & {
  readonly [Step in Extract<Steps[number], IdStep> as Step["id"]]: string;
} & UnionToIntersection<
    Steps[number] extends infer Step ? (Step extends PatchingStep ? PatchParams<Item, Step["steps"]> : {}) : never
  >;

/** What each operation gives, in order: the item as it is afterwards, or null for a delete. */
export type BatchResults<Stored, Steps extends readonly BatchStep[]> = {
  [At in keyof Steps]: Steps[At] extends { readonly op: "delete" } ? null : Stored;
};

type UnionToIntersection<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer I) => void
  ? I
  : never;

/**
 * Whether doing it twice is as doing it once. A second create or delete fails, and with it the batch; a replace may carry
 * the ETag that the first attempt changed.
 */
export function isIdempotentBatch(steps: readonly BatchStep[]): boolean {
  return steps.every(
    (step) =>
      step.op === "read" ||
      step.op === "upsert" ||
      (step.op === "patch" && isIdempotentPatch(step.steps, step.condition === undefined ? {} : step)),
  );
}
