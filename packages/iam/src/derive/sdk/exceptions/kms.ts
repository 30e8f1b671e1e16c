import type { TaskCall } from "../../task-call.js";
import { allowKeyUse } from "./key-use.js";
import type { SdkExceptions } from "./sdk-exceptions.js";

/** Operations that take a key by its alias too. */
const operations = [
  "Decrypt",
  "DescribeKey",
  "Encrypt",
  "GenerateDataKey",
  "GenerateDataKeyPair",
  "GenerateDataKeyPairWithoutPlaintext",
  "GenerateDataKeyWithoutPlaintext",
  "GenerateMac",
  "GetPublicKey",
  "Sign",
  "Verify",
  "VerifyMac",
];

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/kms-api-permissions-reference.html */
export const kms: SdkExceptions = {
  ...Object.fromEntries(operations.map((name) => [`kms:${name.toLowerCase()}`, (call) => useKey(call, name)])),
  "kms:reencrypt": (call) => {
    allowKeyUse(call, "SourceKeyId", ["kms:ReEncryptFrom"], "Decrypts with the old key.");
    if (!call.has("SourceKeyId")) call.missing("SourceKeyId");
    allowKeyUse(call, "DestinationKeyId", ["kms:ReEncryptTo"], "Encrypts with the new key.");
    if (!call.has("DestinationKeyId")) call.missing("DestinationKeyId");
  },
};

/** What was encrypted names its key, so that decrypting needs no argument; then a hint must name it. */
function useKey(call: TaskCall, action: string): void {
  if (!call.has("KeyId")) call.missing("KeyId");
  allowKeyUse(call, "KeyId", [`kms:${action}`], "Uses the key.");
}
