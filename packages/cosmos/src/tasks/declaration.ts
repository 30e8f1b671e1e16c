import type { CallSite } from "@treadle/workflow";
import type { DataSource } from "@treadle/workflow/data-source";
import type { BatchStep } from "./batch-step.js";
import type { ContainerOptions } from "./container-options.js";
import type { PatchOptions, PatchStep } from "./patch-operation.js";

export type PointOperation = "read" | "create" | "upsert" | "replace" | "delete";

export interface QueryOptions {
  /** The query goes to all partitions. Needed where no condition fixes the partition key. */
  readonly crossPartition?: boolean;
  /** `rows`, the default: all results in an array. `one`: the first result or null. */
  readonly result?: "rows" | "one";
}

export interface PagesOptions {
  /** The query goes to all partitions. Needed where no condition fixes the partition key. */
  readonly crossPartition?: boolean;
  /** Most rows of a page: 1 to 1,000, fewer where they are too large for a state. Default 100. */
  readonly pageSize?: number;
}

/** What a bulk operation does with each item. */
export type BulkKind = "create" | "upsert" | "delete";

/** A statement as the source's module declared it. */
export type DeclaredStatement =
  | { readonly kind: "point"; readonly operation: PointOperation }
  | {
      readonly kind: "patch";
      readonly steps: readonly PatchStep[];
      readonly options: PatchOptions;
      readonly site: CallSite | undefined;
    }
  | {
      readonly kind: "query";
      readonly text: string;
      readonly options: QueryOptions;
      readonly site: CallSite | undefined;
    }
  | {
      readonly kind: "pages";
      readonly text: string;
      readonly options: PagesOptions;
      readonly site: CallSite | undefined;
    }
  | { readonly kind: "batch"; readonly steps: readonly BatchStep[]; readonly site: CallSite | undefined }
  | { readonly kind: "bulk"; readonly operation: BulkKind; readonly site: CallSite | undefined };

export interface NamedStatement {
  readonly name: string;
  readonly statement: DeclaredStatement;
}

/** What a module declared about a container; grows as statements are declared. */
export interface ContainerDeclaration {
  readonly name: string;
  readonly options: ContainerOptions;
  /** In the order of declaration; a name may come twice, which the check reports. */
  readonly statements: NamedStatement[];
}

/** Registered globally, so that a source made by one copy of this package is known to another. */
export const containerDeclaration: unique symbol = Symbol.for("treadle.cosmos-declaration") as never;

export function declarationOf(source: DataSource): ContainerDeclaration {
  const declared = (source as { readonly [containerDeclaration]?: ContainerDeclaration })[containerDeclaration];
  if (declared === undefined) throw new TypeError(`"${source.name}" was not made by cosmos.container.`);
  return declared;
}
