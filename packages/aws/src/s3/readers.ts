import type { ItemReader } from "@treadle/workflow";
import { createListingReader, createReader, type ReaderLimits, type S3Object, type S3Prefix } from "./location.js";

/*
 * Sources of a distributed Map. A file may have at most 10 GB, an item at most 8 MB; what reaches a child execution, at most
 * 256 KiB. Files whose names end in .gz or .zst are unpacked.
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 */

/** An object of a listing: its description, not its content. */
export interface ListedObject {
  readonly Key: string;
  readonly Etag: string;
  /** Seconds since 1970. */
  readonly LastModified: number;
  /** Bytes. */
  readonly Size: number;
  readonly StorageClass: string;
}

/** The objects under a prefix, by their descriptions. */
export const objects = (location: S3Prefix & ReaderLimits): ItemReader<ListedObject> =>
  createListingReader(location, {}, location);

/** The elements of a JSON file's array; `pointer` is a JSON Pointer to it where it is not the whole file. */
export const json = <T>(location: S3Object & ReaderLimits & { readonly pointer?: string }): ItemReader<T> =>
  createReader(location, { InputType: "JSON", ItemsPointer: location.pointer }, location);

/** The members of an object in a JSON file; `pointer` is a JSON Pointer to it where it is not the whole file. */
export const jsonEntries = <T>(
  location: S3Object & ReaderLimits & { readonly pointer?: string },
): ItemReader<{ readonly key: string; readonly value: T }> => {
  const { kind, definition } = createReader(location, { InputType: "JSON", ItemsPointer: location.pointer }, location);
  return Object.freeze({ kind, definition: Object.freeze({ ...definition, entries: true as const }) });
};

/** The lines of a JSON Lines file. */
export const jsonLines = <T>(location: S3Object & ReaderLimits): ItemReader<T> =>
  createReader(location, { InputType: "JSONL" }, location);

export interface CsvFormat {
  /** The names of the columns; without them the first row has them. */
  readonly headers?: readonly string[];
  /** Default COMMA. */
  readonly delimiter?: "COMMA" | "PIPE" | "SEMICOLON" | "SPACE" | "TAB";
}

/** The rows of a CSV file, as objects of texts. */
export const csv = <Column extends string>(
  location: S3Object & ReaderLimits & CsvFormat,
): ItemReader<{ readonly [C in Column]: string }> =>
  createReader(location, { InputType: "CSV", ...csvFields(location) }, location);

/** The rows of a Parquet file: row groups of at most 256 MB, a footer of at most 5 MB. */
export const parquet = <T>(location: S3Object & ReaderLimits): ItemReader<T> =>
  createReader(location, { InputType: "PARQUET" }, location);

/** What is in the objects under a prefix, item after item. */
export const contents = <T>(
  location: S3Prefix & ReaderLimits & { readonly type: "JSON" | "JSONL" | "PARQUET" },
): ItemReader<T> =>
  createListingReader(location, { InputType: location.type, Transformation: "LOAD_AND_FLATTEN" }, location);

/** What is in the CSV objects under a prefix, row after row. */
export const csvContents = <Column extends string>(
  location: S3Prefix & ReaderLimits & CsvFormat,
): ItemReader<{ readonly [C in Column]: string }> =>
  createListingReader(
    location,
    { InputType: "CSV", Transformation: "LOAD_AND_FLATTEN", ...csvFields(location) },
    location,
  );

/** The results that Athena's UNLOAD wrote, by its manifest. CSV of UNLOAD has no header. */
export const athenaResults = <T>(
  location: S3Object &
    ReaderLimits & { readonly type: "CSV" | "JSONL" | "PARQUET"; readonly headers?: readonly string[] },
): ItemReader<T> =>
  createReader(
    location,
    {
      InputType: location.type,
      ManifestType: "ATHENA_DATA",
      ...(location.headers && { CSVHeaderLocation: "GIVEN", CSVHeaders: location.headers }),
    },
    location,
  );

/** The objects of an S3 inventory report, by its manifest; reports in CSV only. */
export const inventory = <T = { readonly Bucket: string; readonly Key: string }>(
  location: S3Object & ReaderLimits,
): ItemReader<T> => createReader(location, { ManifestType: "S3_INVENTORY" }, location);

function csvFields({ headers, delimiter }: CsvFormat) {
  return {
    CSVDelimiter: delimiter,
    ...(headers ? { CSVHeaderLocation: "GIVEN", CSVHeaders: headers } : { CSVHeaderLocation: "FIRST_ROW" }),
  };
}
