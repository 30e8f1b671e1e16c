import type { ResultWriter } from "@treadle/workflow";
import { partition } from "../task/placeholders.js";
import { argumentsOf, placeholdersOf, type S3Prefix } from "./location.js";

export interface ResultFormat {
  /**
   * NONE, the default, keeps what each child execution tells of itself beside its output; COMPACT keeps the outputs; FLATTEN also
   * takes arrays apart.
   */
  readonly transformation?: "NONE" | "COMPACT" | "FLATTEN";
  /** Default JSON. */
  readonly outputType?: "JSON" | "JSONL";
}

/**
 * Writes the results of a distributed Map under a prefix, in place of giving them back: for results of more than 256 KiB.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html
 */
export const results = (location: S3Prefix & { readonly prefix: string } & ResultFormat): ResultWriter =>
  Object.freeze({
    kind: "resultWriter",
    definition: Object.freeze({
      resource: `arn:\${${partition.name}}:states:::s3:putObject`,
      config: {
        ...(location.transformation && { Transformation: location.transformation }),
        ...(location.outputType && { OutputType: location.outputType }),
      },
      arguments: argumentsOf(location),
      placeholders: placeholdersOf(location),
    }),
  });
