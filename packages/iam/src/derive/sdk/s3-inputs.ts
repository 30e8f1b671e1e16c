import { type Resource, resource } from "../../policy/grant.js";
import { bucketResources, objectResources, prefixResources } from "../integrations/s3-objects.js";
import { arnOf } from "../machine.js";
import type { TaskCall } from "../task-call.js";
import { type AbstractValue, alternativesOf } from "../values/abstract-value.js";

/** Services that read an object which a call names as `S3Object: { Bucket, Name }` with the caller's own rights. */
const readers = new Set(["rekognition", "textract"]);

/**
 * `s3:GetObject` on the objects that a call hands to a service which reads them for the caller, and `s3:PutObject` where it
 * writes its result.
 *
 * @see https://docs.aws.amazon.com/rekognition/latest/dg/security_iam_id-based-policy-examples.html
 * @see https://docs.aws.amazon.com/textract/latest/dg/security_iam_id-based-policy-examples.html
 * @see https://docs.aws.amazon.com/polly/latest/dg/asynchronous-iam.html
 * @see https://docs.aws.amazon.com/transcribe/latest/dg/security_iam_id-based-policy-examples.html
 */
export function allowS3Inputs(call: TaskCall, prefix: string): void {
  if (readers.has(prefix)) {
    for (const path of objectPaths(call.arguments, "")) {
      const objects = objectResources(call, `${path}.Bucket`, `${path}.Name`);
      call.allow(["s3:GetObject"], objects, "The service reads the object on the role's behalf.");
    }
  }
  if (prefix === "transcribe") allowTranscription(call);
  if (prefix === "polly" && call.has("OutputS3BucketName")) {
    call.allow(["s3:PutObject"], speechResources(call), "The service writes the speech on the role's behalf.");
    const topics = call.optionalResources("SnsTopicArn", { widened: arnOf(call.machine, "sns", "*") });
    call.allow(["sns:Publish"], topics, "The service says on the role's behalf that the speech is there.");
  }
}

/** A transcription is made with the caller's rights, unless the call hands on a role for it. */
function allowTranscription(call: TaskCall): void {
  if (call.has("JobExecutionSettings.DataAccessRoleArn")) return;
  const media = call.optionalResources("Media.MediaFileUri", {
    fromName: (uri) => `arn:${call.machine.partition}:s3:::${uri.replace(/^(?:s3:\/\/|https:\/\/s3[^/]*\/)/, "")}`,
    widened: `arn:${call.machine.partition}:s3:::*`,
  });
  call.allow(["s3:GetObject"], media, "The service reads the recording on the role's behalf.");
  if (call.has("OutputBucketName"))
    call.allow(
      ["s3:PutObject"],
      prefixResources(call, "OutputBucketName", "OutputKey"),
      "The service writes the transcript on the role's behalf.",
    );
}

/** Paths of arguments named `S3Object`, at any depth of objects. */
function objectPaths(value: AbstractValue, path: string): readonly string[] {
  const found = alternativesOf(value).flatMap((each) => {
    if (each.kind !== "object") return [];
    return Object.entries(each.fields).flatMap(([name, field]) => {
      const inner = path === "" ? name : `${path}.${name}`;
      return name === "S3Object" ? [inner] : objectPaths(field, inner);
    });
  });
  return [...new Set(found)];
}

function speechResources(call: TaskCall): readonly Resource[] {
  const prefixes = call.texts("OutputS3KeyPrefix").map(({ pattern }) => pattern);
  return bucketResources(call, "OutputS3BucketName").flatMap(({ arn, wildcard }) =>
    (prefixes.length === 0 ? [""] : prefixes).map((prefix) =>
      resource(`${arn}/${prefix}*`, wildcard ?? "created-by-call"),
    ),
  );
}
