import { anyResource } from "../../../policy/grant.js";
import type { Conditions } from "../../../policy/policy-document.js";
import type { TaskCall } from "../../task-call.js";
import type { SdkExceptions } from "./sdk-exceptions.js";

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html */
export const sts: SdkExceptions = {
  "sts:getwebidentitytoken": (call) =>
    call.allow(
      ["sts:GetWebIdentityToken"],
      [anyResource("no-resource-type")],
      "Gets a token by which others know the account.",
      tokenConditions(call),
    ),
};

/** The token has no resource; what the call asks for is what bounds it. */
function tokenConditions(call: TaskCall): Conditions | undefined {
  const audiences = call.itemTexts("Audience");
  const algorithms = call.texts("SigningAlgorithm");
  const [duration] = call.texts("DurationSeconds");
  const conditions = {
    ...(audiences.length > 0 &&
      audiences.every(isKnown) && {
        "ForAnyValue:StringEquals": { "sts:IdentityTokenAudience": audiences.map(({ pattern }) => pattern) },
      }),
    ...(algorithms.length > 0 &&
      algorithms.every(isKnown) && {
        StringEquals: { "sts:SigningAlgorithm": algorithms.map(({ pattern }) => pattern) },
      }),
    ...(duration && isKnown(duration) && { NumericLessThanEquals: { "sts:DurationSeconds": duration.pattern } }),
  };
  return Object.keys(conditions).length > 0 ? conditions : undefined;
}

function isKnown({ pattern }: { readonly pattern: string }): boolean {
  return !pattern.includes("*");
}
