import { resource } from "../../policy/grant.js";
import type { TaskCall } from "../task-call.js";
import { allowResourceKey } from "./resource-key.js";
import { bucketResources } from "./s3-objects.js";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html */
export function deriveResultWriter(call: TaskCall): void {
  const prefixes = call.texts("Prefix").map((each) => each.pattern.replace(/\/$/, ""));
  const objects = bucketResources(call).flatMap((bucket) =>
    (prefixes.length === 0 ? [""] : prefixes).map((prefix) =>
      resource(`${bucket.arn}/${prefix === "" ? "" : `${prefix}/`}*`, bucket.wildcard ?? "created-by-call"),
    ),
  );
  call.allow(
    ["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"],
    objects,
    "Writes the results of a Map.",
  );
  const keyUse = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"];
  allowResourceKey(call, "s3", keyUse, "Encrypts the results of a Map.");
}
