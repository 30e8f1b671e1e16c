import { anyResource, type Resource, resource } from "../../../policy/grant.js";
import { bucketResources, objectResources, prefixCondition } from "../../integrations/s3-objects.js";
import type { TaskCall } from "../../task-call.js";
import { allowKeyUse } from "./key-use.js";
import type { SdkExceptions } from "./sdk-exceptions.js";

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html */
export const s3: SdkExceptions = {
  "s3:listobjects": listBucket,
  "s3:listobjectsv2": listBucket,
  "s3:headbucket": listBucket,
  "s3:listbuckets": (call) => call.allow(["s3:ListAllMyBuckets"], [anyResource("no-resource-type")], "Lists buckets."),
  "s3:listobjectversions": (call) =>
    call.allow(["s3:ListBucketVersions"], bucketResources(call), "Lists object versions.", prefixCondition(call)),
  "s3:headobject": (call) => call.allow(read(call), objectResources(call), "Reads the object's metadata."),
  "s3:getobject": (call) => call.allow(read(call), objectResources(call), "Reads the object."),
  "s3:getobjectattributes": (call) =>
    call.allow(
      call.has("VersionId")
        ? ["s3:GetObjectVersion", "s3:GetObjectVersionAttributes"]
        : ["s3:GetObject", "s3:GetObjectAttributes"],
      objectResources(call),
      "Reads the object's attributes.",
    ),
  "s3:putobject": (call) => {
    call.allow(write(call), objectResources(call), "Writes the object.");
    allowKey(call);
  },
  "s3:copyobject": copyObject,
  "s3:deleteobjects": (call) => call.allow(["s3:DeleteObject"], everyObject(call), "Deletes objects."),
  "s3:createmultipartupload": (call) => call.allow(["s3:PutObject"], objectResources(call), "Writes the object."),
  "s3:uploadpart": (call) => call.allow(["s3:PutObject"], objectResources(call), "Writes the object."),
  "s3:completemultipartupload": (call) => call.allow(["s3:PutObject"], objectResources(call), "Writes the object."),
  "s3:listparts": (call) =>
    call.allow(["s3:ListMultipartUploadParts"], objectResources(call), "Lists the parts of an upload."),
  "s3:listmultipartuploads": (call) =>
    call.allow(["s3:ListBucketMultipartUploads"], bucketResources(call), "Lists uploads."),
  "s3:selectobjectcontent": (call) => call.allow(["s3:GetObject"], objectResources(call), "Reads the object."),
};

function listBucket(call: TaskCall): void {
  call.allow(["s3:ListBucket"], bucketResources(call), "Lists the bucket.", prefixCondition(call));
}

function read(call: TaskCall): readonly string[] {
  return call.has("VersionId") ? ["s3:GetObject", "s3:GetObjectVersion"] : ["s3:GetObject"];
}

function write(call: TaskCall): readonly string[] {
  return [
    "s3:PutObject",
    ...(call.has("Tagging") ? ["s3:PutObjectTagging"] : []),
    ...(["ACL", "GrantFullControl", "GrantRead", "GrantReadACP", "GrantWriteACP"].some((name) => call.has(name))
      ? ["s3:PutObjectAcl"]
      : []),
  ];
}

function everyObject(call: TaskCall): readonly Resource[] {
  return bucketResources(call).map(({ arn, wildcard }) => resource(`${arn}/*`, wildcard ?? "dynamic-value"));
}

/** `CopySource` is `bucket/key`, and may carry `?versionId=`; the object's tags are copied with it. */
function copyObject(call: TaskCall): void {
  const sources = call.resources("CopySource", {
    fromName: (source) =>
      `arn:${call.machine.partition}:s3:::${source.replace(/^\//, "").replace(/\?versionId=.*$/, "")}`,
    widened: `arn:${call.machine.partition}:s3:::*`,
  });
  const objects = sources.map(({ arn, wildcard }) =>
    resource(arn.includes("/") ? arn : `${arn}/*`, wildcard ?? "dynamic-value"),
  );
  call.allow(["s3:GetObject", "s3:GetObjectTagging"], objects, "Reads the object that is copied.");
  const targets = objectResources(call);
  call.allow([...write(call), "s3:PutObjectTagging"], targets, "Writes the copy.");
  allowKey(call);
}

/** The key that an object is written under, where the call names one; S3 uses it on the role's behalf. */
function allowKey(call: TaskCall): void {
  allowKeyUse(call, "SSEKMSKeyId", ["kms:Decrypt", "kms:GenerateDataKey"], "Encrypts the object.", {
    "kms:ViaService": `s3.${call.machine.region}.amazonaws.com`,
  });
}
