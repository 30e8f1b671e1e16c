import { isRecord, type UnknownRecord } from "../../json.js";
import { isJsonataText } from "../../query-language.js";
import type { Path } from "../path.js";
import type { ValidationContext } from "../validation-context.js";

/**
 * What an ItemReader asks of S3 and does not get: a version of a Parquet file, or the objects of one folder only.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 */
export function readerArguments(context: ValidationContext): void {
  for (const visit of context.states) {
    const reader = visit.type === "Map" ? visit.state.ItemReader : undefined;
    if (!isRecord(reader) || visit.isDowngraded) continue;
    const field = visit.language === "JSONata" ? "Arguments" : "Parameters";
    const given = reader[field];
    if (isRecord(given)) checkArguments(context, reader, given, [...visit.path, "ItemReader", field]);
  }
}

function checkArguments(context: ValidationContext, reader: UnknownRecord, given: UnknownRecord, path: Path): void {
  const { ReaderConfig: config } = reader;
  const version = ["VersionId", "VersionId.$"].find((name) => Object.hasOwn(given, name));
  if (isRecord(config) && config.InputType === "PARQUET" && version !== undefined) {
    context.report("reader-arguments", {
      message: "Parquet files are read in their latest version only.",
      path: [...path, version],
      help: "Leave VersionId out, or copy the version to a key of its own.",
    });
  }
  const { Prefix: prefix } = given;
  if (typeof prefix !== "string" || prefix === "" || prefix.endsWith("/")) return;
  if (isJsonataText(prefix) || prefix.includes("${")) return;
  context.report("reader-arguments", {
    message: `The prefix "${prefix}" also lists objects whose names only begin like that.`,
    path: [...path, "Prefix"],
    help: `Write "${prefix}/" for what lies in the folder.`,
  });
}
