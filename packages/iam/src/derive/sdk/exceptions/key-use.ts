import { type Resource, resource } from "../../../policy/grant.js";
import type { Conditions } from "../../../policy/policy-document.js";
import { arnOf } from "../../machine.js";
import type { ArgumentText, TaskCall } from "../../task-call.js";

/**
 * Rights on the keys that an argument names, by ARN, by id or by alias. Keys are authorised by their own ARN, never by that
 * of an alias, so that an alias becomes a condition.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
 */
export function allowKeyUse(
  call: TaskCall,
  argument: string,
  actions: readonly string[],
  reason: string,
  equals: { readonly [key: string]: string } = {},
): void {
  const texts = call.texts(argument);
  const aliases = texts.filter(({ pattern }) => isAlias(pattern));
  const only = Object.keys(equals).length > 0 ? { StringEquals: equals } : undefined;
  call.allow(actions, keys(call, argument, texts), reason, only);
  if (aliases.length === 0) return;
  const named: Conditions = {
    ...only,
    "ForAnyValue:StringEquals": {
      "kms:ResourceAliases": aliases.map(({ pattern }) => pattern.replace(/^arn:.*:/, "")),
    },
  };
  call.allow(actions, [resource(arnOf(call.machine, "kms", "key/*"), "not-in-arguments")], reason, named);
}

function keys(call: TaskCall, argument: string, texts: readonly ArgumentText[]): readonly Resource[] {
  const direct = texts.filter(({ pattern }) => !isAlias(pattern));
  return call.toResources(argument, direct, {
    fromName: (id) => arnOf(call.machine, "kms", `key/${id}`),
    widened: arnOf(call.machine, "kms", "key/*"),
  });
}

function isAlias(key: string): boolean {
  return /^(?:arn:.*:)?alias\//.test(key);
}
