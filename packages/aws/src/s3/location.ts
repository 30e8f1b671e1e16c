import { type ExpressionNode, type Json, object } from "@treadle/expressions";
import type { ItemReader, Placeholder } from "@treadle/workflow";
import { partition, placeholdersIn, placeholderText } from "../task/placeholders.js";

/** One object. Bucket and account must be the state machine's own account and Region. */
export interface S3Object {
  /** A bucket's name, or `${OrdersBucket}` to be filled at deployment. */
  readonly bucket: string;
  /** Left out where the step computes it: `{ from: { key: (s) => … } }`. */
  readonly key?: string;
  /** Not for Parquet. Default: the latest version. */
  readonly versionId?: string;
  /** Account id; reading fails where another account owns the bucket. */
  readonly expectedBucketOwner?: string;
}

/** All objects whose keys begin so; without a trailing `/` the prefix `orders` also takes `orders-old/…`. */
export interface S3Prefix {
  readonly bucket: string;
  readonly prefix: string;
  /** Account id; listing fails where another account owns the bucket. */
  readonly expectedBucketOwner?: string;
}

export interface ReaderLimits {
  /** Reads no more items than this: 1 to 100,000,000. Default all. */
  readonly maxItems?: number;
}

export function argumentsOf(location: S3Object | S3Prefix): ExpressionNode {
  const parts = { Bucket: location.bucket, ...partsOf(location) };
  return object(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, placeholderText(text)])));
}

export function placeholdersOf(location: S3Object | S3Prefix): readonly Placeholder[] {
  const texts = Object.values(partsOf(location));
  return [
    partition,
    ...placeholdersIn(location.bucket, "bucket-name"),
    ...texts.flatMap((text) => placeholdersIn(text, "text")),
  ];
}

/** What is said of the place within the bucket, by the names of the arguments. */
function partsOf(location: S3Object | S3Prefix): { readonly [argument: string]: string } {
  const parts = isPrefix(location) ? { Prefix: location.prefix } : { Key: location.key, VersionId: location.versionId };
  const given = Object.entries({ ...parts, ExpectedBucketOwner: location.expectedBucketOwner });
  return Object.fromEntries(given.filter((part): part is [string, string] => part[1] !== undefined));
}

function isPrefix(location: S3Object | S3Prefix): location is S3Prefix {
  return "prefix" in location;
}

export function createReader<T>(
  location: S3Object | S3Prefix,
  config: { readonly [field: string]: Json | undefined },
  limits: ReaderLimits,
): ItemReader<T> {
  const api = isPrefix(location) ? "listObjectsV2" : "getObject";
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
