import type { Diagnostic } from "@treadle/diagnostics";
import type { TypeShape } from "@treadle/workflow/data-source";
import type { ExpressionNode, QueryNode } from "../sql/nodes.js";
import type { Span } from "../sql/span.js";
import { type QueryVisitor, someInside } from "../sql/visit.js";
import { type Inference, isNumberName } from "./infer.js";

/** What a query is checked against. */
export interface CheckedContainer {
  readonly item: TypeShape;
  /** Undefined where it is not known; rules about partitions then stay silent. */
  readonly partitionKey: readonly string[] | undefined;
  /** Undefined where it is not known; rules about indexes then stay silent. */
  readonly indexingPolicy: IndexingPolicy | undefined;
  /** What each user-defined function gives; undefined where they are not known. */
  readonly functions: ReadonlyMap<string, TypeShape> | undefined;
}

/** The parts of a container's indexing policy that queries depend on, in the service's own form. */
export interface IndexingPolicy {
  readonly excludedPaths?: readonly { readonly path: string }[];
  readonly includedPaths?: readonly { readonly path: string }[];
  readonly compositeIndexes?: readonly (readonly CompositePath[])[];
}

export interface CompositePath {
  readonly path: string;
  readonly order?: "ascending" | "descending";
}

export interface RuleContext {
  readonly text: string;
  readonly query: QueryNode;
  readonly inference: Inference;
  readonly container: CheckedContainer;
  readonly crossPartition: boolean;
  /** The results are read page by page, with continuations. */
  readonly paged: boolean;
  /** The expression as written, for messages. */
  readonly write: (span: Span) => string;
  /** `line:column` of an offset. */
  readonly at: (offset: number) => string;
  /** `span` is what the finding is about; without it, the whole query. */
  readonly report: (diagnostic: Diagnostic, span?: Span) => void;
}

/** One rule: looks at the whole query at once, or gives what to look at on the way through it. */
export type QueryRule = (context: RuleContext) => QueryVisitor | undefined;

/** Whether the value depends on the item. Constants may be compared with anything: they hold no misspelling. */
export function dependsOnItem(expression: ExpressionNode): boolean {
  return someInside(
    expression,
    (node) => (node.kind === "identifier" && !isNumberName(node.name)) || node.kind === "subquery",
  );
}
