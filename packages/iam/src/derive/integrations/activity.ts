import { arnOf } from "../machine.js";
import type { TaskCall } from "../task-call.js";

/**
 * The worker that fetches an activity's tasks needs rights; the execution role needs only the activity's key, where a hint
 * declares one as `KmsKeyArn`.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
 */
export function deriveActivity(call: TaskCall, activityArn: string): void {
  const keys = call.optionalResources("KmsKeyArn", {
    fromName: (id) => arnOf(call.machine, "kms", `key/${id}`),
    widened: arnOf(call.machine, "kms", "key/*"),
  });
  call.allow(["kms:Decrypt", "kms:GenerateDataKey"], keys, "Encrypts the activity's tasks.", {
    StringEquals: { "kms:EncryptionContext:aws:states:activityArn": activityArn },
  });
}
