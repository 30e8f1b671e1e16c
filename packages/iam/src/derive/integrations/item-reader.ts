import { resource } from "../../policy/grant.js";
import type { TaskCall } from "../task-call.js";
import { allowResourceKey } from "./resource-key.js";
import { bucketResources, objectResources, prefixCondition, prefixResources } from "./s3-objects.js";

/** What a distributed Map's ItemReader is besides its arguments. */
export interface ReaderKind {
  readonly inputType: unknown;
  readonly transformation: unknown;
}

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html */
export function deriveItemReader(call: TaskCall, kind: ReaderKind): void {
  if (call.action === "listObjectsV2") {
    call.allow(["s3:ListBucket"], bucketResources(call), "Lists the objects that a Map reads.", prefixCondition(call));
    if (kind.transformation === "LOAD_AND_FLATTEN") {
      call.allow(["s3:GetObject"], prefixResources(call), "Reads the objects that a Map flattens.");
      allowBucketKey(call);
    }
    return;
  }
  const versioned = call.has("VersionId") ? ["s3:GetObjectVersion"] : [];
  call.allow(["s3:GetObject", ...versioned], objectResources(call), "Reads the items of a Map.");
  allowBucketKey(call);
  if (kind.inputType === "MANIFEST") deriveManifestData(call);
}

/** A manifest names the objects that hold the data; they are in the manifest's own bucket unless a hint says otherwise. */
function deriveManifestData(call: TaskCall): void {
  const declared = call.texts("ManifestObjects");
  const objects =
    declared.length > 0
      ? declared.map((each) => resource(each.pattern, "declared"))
      : bucketResources(call).map((bucket) => resource(`${bucket.arn}/*`, bucket.wildcard ?? "not-in-arguments"));
  call.allow(["s3:GetObject"], objects, "Reads the objects that a Map's manifest names.");
}

function allowBucketKey(call: TaskCall): void {
  allowResourceKey(call, "s3", ["kms:Decrypt"], "Decrypts the objects of the bucket.");
}
