import { type Resource, resource } from "../../policy/grant.js";
import type { NamedResource, TaskCall } from "../task-call.js";

/** `iam:PassRole` on the roles that an argument hands to a service, to that service only. */
export function allowPassRole(call: TaskCall, argument: string, service: string, need: "required" | "optional"): void {
  const named = roleNaming(call);
  const roles = need === "required" ? call.resources(argument, named) : call.optionalResources(argument, named);
  allowPassing(call, roles, service);
}

/** As `allowPassRole`, for roles that the API takes from elsewhere (a task definition), so that a hint must name them. */
export function allowDeclaredRole(call: TaskCall, path: string, need: string, service: string): void {
  const everyRole = resource(`arn:${call.machine.partition}:iam::${call.machine.accountId}:role/*`, "not-in-arguments");
  allowPassing(call, call.declaredResources(path, need, [everyRole]), service);
}

/** An argument may hold a role's name in the place of its ARN. */
export function roleNaming(call: TaskCall): NamedResource {
  const roles = `arn:${call.machine.partition}:iam::${call.machine.accountId}:role/`;
  return { fromName: (name) => `${roles}${name}`, widened: `${roles}*` };
}

export function allowPassing(call: TaskCall, roles: readonly Resource[], service: string): void {
  call.allow(["iam:PassRole"], roles, `Hands a role to ${service}.`, {
    StringEquals: { "iam:PassedToService": service },
  });
}
