import { type ExpressionNode, type Json, object } from "@treadle/expressions";
import type { ItemReader, Placeholder } from "@treadle/workflow";
import { partition, placeholdersIn, placeholderText } from "../task/placeholders.js";

/** One object. Bucket and account must be the state machine's own account and Region. */
export interface S3Object {
  /** A bucket's name, or `${OrdersBucket}` to be filled at deployment. */
  readonly bucket: string;
  readonly key: string;
}

/** All objects whose keys begin so; without a trailing `/` the prefix `orders` also takes `orders-old/…`. */
export interface S3Prefix {
  readonly bucket: string;
  readonly prefix: string;
}

export interface ReaderLimits {
  /** Reads no more items than this: 1 to 100,000,000. Default all. */
  readonly maxItems?: number;
}

export function argumentsOf(location: S3Object | S3Prefix): ExpressionNode {
  const where =
    "key" in location ? { Key: placeholderText(location.key) } : { Prefix: placeholderText(location.prefix) };
  return object({ Bucket: placeholderText(location.bucket), ...where });
}

export function placeholdersOf(location: S3Object | S3Prefix): readonly Placeholder[] {
  const rest = "key" in location ? location.key : location.prefix;
  return [partition, ...placeholdersIn(location.bucket, "bucket-name"), ...placeholdersIn(rest, "text")];
}

export function createReader<T>(
  location: S3Object | S3Prefix,
  config: { readonly [field: string]: Json | undefined },
  limits: ReaderLimits,
): ItemReader<T> {
  const api = "key" in location ? "getObject" : "listObjectsV2";
  const fields: { readonly [field: string]: Json | undefined } = { ...config, MaxItems: limits.maxItems };
  return Object.freeze({
    kind: "itemReader",
    definition: Object.freeze({
      resource: `arn:\${${partition.name}}:states:::s3:${api}`,
      config: Object.fromEntries(
        Object.entries(fields).filter((field): field is [string, Json] => field[1] !== undefined),
      ),
      arguments: argumentsOf(location),
      placeholders: placeholdersOf(location),
    }),
  });
}
