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
  /** Left out where the step computes it: `{ from: { prefix: (s) => … } }`. With neither, all objects of the bucket. */
  readonly prefix?: string;
  /** Account id; listing fails where another account owns the bucket. */
  readonly expectedBucketOwner?: string;
}

/** Either of the two: beyond the bucket, each has only what may be left out. */
type Location = S3Object & S3Prefix;

export interface ReaderLimits {
  /** Reads no more items than this: 1 to 100,000,000. Default all. */
  readonly maxItems?: number;
}

export function argumentsOf(location: Location): ExpressionNode {
  const parts = { Bucket: location.bucket, ...partsOf(location) };
  return object(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, placeholderText(text)])));
}

export function placeholdersOf(location: Location): readonly Placeholder[] {
  const texts = Object.values(partsOf(location));
  return [
    partition,
    ...placeholdersIn(location.bucket, "bucket-name"),
    ...texts.flatMap((text) => placeholdersIn(text, "text")),
  ];
}

/** What is said of the place within the bucket, by the names of the arguments. */
function partsOf(location: Location): { readonly [argument: string]: string } {
  const { key, versionId, prefix, expectedBucketOwner } = location;
  const parts = { Prefix: prefix, Key: key, VersionId: versionId, ExpectedBucketOwner: expectedBucketOwner };
  return Object.fromEntries(Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined));
}

/** A reader of one object. */
export function createReader<T>(location: S3Object, config: ReaderConfig, limits: ReaderLimits): ItemReader<T> {
  return createReaderBy("getObject", location, config, limits);
}

/** A reader of what a listing finds. What it is cannot be seen from its prefix, which the step may compute. */
export function createListingReader<T>(location: S3Prefix, config: ReaderConfig, limits: ReaderLimits): ItemReader<T> {
  return createReaderBy("listObjectsV2", location, config, limits);
}

interface ReaderConfig {
  readonly [field: string]: Json | undefined;
}

function createReaderBy<T>(
  api: "getObject" | "listObjectsV2",
  location: Location,
  config: ReaderConfig,
  limits: ReaderLimits,
): ItemReader<T> {
  const fields: ReaderConfig = { ...config, MaxItems: limits.maxItems };
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
