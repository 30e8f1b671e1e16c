import { arnOf } from "../machine.js";
import type { TaskCall } from "../task-call.js";

/**
 * The key that encrypts what a call writes to or reads from: no argument names it, since it belongs to the queue, topic or
 * bucket, so a hint declares it as `KmsKeyArn`. The service uses it on the role's behalf, and for nothing else.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
export function allowResourceKey(call: TaskCall, service: string, actions: readonly string[], reason: string): void {
  const keys = call.optionalResources("KmsKeyArn", {
    fromName: (id) => arnOf(call.machine, "kms", `key/${id}`),
    widened: arnOf(call.machine, "kms", "key/*"),
  });
  call.allow(actions, keys, reason, {
    StringEquals: { "kms:ViaService": `${service}.${call.machine.region}.amazonaws.com` },
  });
}
