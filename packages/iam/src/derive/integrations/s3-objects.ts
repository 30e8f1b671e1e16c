import { type Resource, resource } from "../../policy/grant.js";
import { substitute } from "../machine.js";
import type { ArgumentText, TaskCall } from "../task-call.js";

/** The buckets of an argument; an access point's ARN stands for itself. */
export function bucketResources(call: TaskCall, argument = "Bucket"): readonly Resource[] {
  return call.resources(argument, {
    fromName: (name) => `arn:${call.machine.partition}:s3:::${name}`,
    widened: `arn:${call.machine.partition}:s3:::*`,
  });
}

/**
 * Objects: each bucket with each key. A key that is computed widens to what is known of its beginning, and so to the
 * whole bucket at most.
 */
export function objectResources(call: TaskCall, bucket = "Bucket", key = "Key"): readonly Resource[] {
  const keys = call.texts(key);
  if (keys.length === 0) call.missing(key);
  return combine(call, bucketResources(call, bucket), keys);
}

/** Everything in the bucket below a prefix; without one, everything in it. */
export function prefixResources(call: TaskCall, bucket = "Bucket", prefix = "Prefix"): readonly Resource[] {
  const prefixes = call.texts(prefix).map((each) => below(each));
  return combine(call, bucketResources(call, bucket), prefixes.length === 0 ? [everything] : prefixes);
}

/** As the `s3:prefix` condition; undefined where the whole bucket is listed. */
export function prefixCondition(
  call: TaskCall,
  prefix = "Prefix",
): { StringLike: { "s3:prefix": string[] } } | undefined {
  const prefixes = call.texts(prefix);
  if (prefixes.length === 0 || prefixes.some((each) => each.unknown || each.pattern === "")) return undefined;
  return { StringLike: { "s3:prefix": prefixes.map((each) => each.pattern) } };
}

const everything: ArgumentText = { pattern: "*", wildcard: "not-in-arguments", unknown: true };

function below(prefix: ArgumentText): ArgumentText {
  if (prefix.pattern.endsWith("*")) return prefix;
  return { pattern: `${prefix.pattern}*`, wildcard: "not-in-arguments", unknown: false };
}

function combine(call: TaskCall, buckets: readonly Resource[], keys: readonly ArgumentText[]): readonly Resource[] {
  return buckets.flatMap((bucket) =>
    keys.map((key) => {
      const separator = substitute(call.machine, bucket.arn).includes(":accesspoint/") ? "/object/" : "/";
      return resource(`${bucket.arn}${separator}${key.pattern}`, bucket.wildcard ?? key.wildcard);
    }),
  );
}
