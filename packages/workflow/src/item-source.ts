import type { ExpressionNode, Json } from "@treadle/expressions";
import type { Placeholder } from "./task.js";

declare const item: unique symbol;

/** Where a distributed Map reads its items from; made by `s3` of `@treadle/aws`. */
export interface ItemReader<out T> {
  readonly kind: "itemReader";
  readonly definition: ItemReaderDefinition;
  readonly [item]?: T;
}

export interface ItemReaderDefinition {
  /** `arn:${Partition}:states:::s3:getObject` or `…:s3:listObjectsV2`. */
  readonly resource: string;
  /** The fields of ASL's ReaderConfig; empty where the defaults do. */
  readonly config: { readonly [field: string]: Json };
  readonly arguments: ExpressionNode;
  readonly placeholders: readonly Placeholder[];
  /** The items are an object's members; each comes as `{ key, value }`. */
  readonly entries?: true;
}

/** Where a distributed Map writes its results, instead of giving them back. */
export interface ResultWriter {
  readonly kind: "resultWriter";
  readonly definition: ResultWriterDefinition;
}

export interface ResultWriterDefinition {
  /** `arn:${Partition}:states:::s3:putObject`. */
  readonly resource: string;
  /** The fields of ASL's WriterConfig; empty where the defaults do. */
  readonly config: { readonly [field: string]: Json };
  readonly arguments: ExpressionNode;
  readonly placeholders: readonly Placeholder[];
}
