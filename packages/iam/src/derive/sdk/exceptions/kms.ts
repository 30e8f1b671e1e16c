import type { Resource } from "../../../policy/grant.js";
import { arnOf } from "../../machine.js";
import type { TaskCall } from "../../task-call.js";
import type { SdkExceptions } from "./sdk-exceptions.js";

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/kms-api-permissions-reference.html */
export const kms: SdkExceptions = {
  "kms:reencrypt": (call) => {
    call.allow(["kms:ReEncryptFrom"], key(call, "SourceKeyId"), "Decrypts with the old key.");
    call.allow(["kms:ReEncryptTo"], key(call, "DestinationKeyId"), "Encrypts with the new key.");
  },
};

function key(call: TaskCall, argument: string): readonly Resource[] {
  return call.resources(argument, {
    fromName: (id) => arnOf(call.machine, "kms", id.startsWith("alias/") ? id : `key/${id}`),
    widened: arnOf(call.machine, "kms", "key/*"),
  });
}
