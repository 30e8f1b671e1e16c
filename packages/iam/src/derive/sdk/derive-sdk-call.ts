import {
  type AuthorizedService,
  authorizedService,
  iamPrefix,
  knownSdkServices,
} from "../../data/service-authorization.js";
import { iamDiagnostics } from "../../diagnostics.js";
import { anyResource, type Resource, type WildcardReason } from "../../policy/grant.js";
import type { TaskCall } from "../task-call.js";
import { deriveApiGatewayCall } from "./exceptions/api-gateway.js";
import { sdkExceptions } from "./exceptions/index.js";
import { allowPassedRoles } from "./passed-roles.js";
import { renamedActions } from "./renamed-actions.js";
import { resourcesFromTemplate } from "./resource-from-template.js";
import { allowS3Inputs } from "./s3-inputs.js";

/** A call of an API by `aws-sdk:<service>:<operation>`. */
export function deriveSdkCall(call: TaskCall): void {
  const prefix = iamPrefix(call.service);
  const service = prefix === undefined ? undefined : authorizedService(prefix);
  if (prefix === undefined || service === undefined) {
    const details = { state: call.stateName, resource: call.service, known: knownSdkServices() };
    call.report((place) => iamDiagnostics["unknown-integration"](details, place));
    return;
  }
  const exception = sdkExceptions[`${prefix}:${call.action.toLowerCase()}`];
  if (exception) exception(call);
  else if (prefix !== "apigateway" || !deriveApiGatewayCall(call)) deriveAction(call, service);
  allowPassedRoles(call, prefix);
  allowS3Inputs(call, prefix);
}

/** The action of the operation's name, on the resources that its arguments name. */
function deriveAction(call: TaskCall, service: AuthorizedService): void {
  const operation = call.action.toLowerCase();
  const action = service.actions.get((renamedActions[`${service.prefix}:${operation}`] ?? operation).toLowerCase());
  if (action === undefined) {
    const known = [...service.actions.values()].map(({ name }) => name);
    const details = { state: call.stateName, action: call.action, service: call.service, known };
    call.report((place) => iamDiagnostics["unknown-action"](details, place));
    return;
  }
  const resources: Resource[] = [];
  let isNamed = false;
  const unnamed = unnamedReason(action.name);
  for (const { type, required } of action.needs) {
    for (const template of service.resourceTypes.get(type) ?? []) {
      const found = resourcesFromTemplate(call, service.prefix, type, template, unnamed);
      isNamed ||= found.identified;
      if (required || found.identified) resources.push(...found.resources);
    }
  }
  // What is named wrongly, or by a hint as none, is no reason to allow everything.
  if (resources.length === 0 && !isNamed)
    resources.push(anyResource(action.needs.length === 0 ? "no-resource-type" : unnamed));
  call.allow([`${service.prefix}:${action.name}`], resources, `Calls ${action.name}.`);
}

/** What a call makes has no name before it; what it merely reaches is not among its arguments. */
function unnamedReason(action: string): WildcardReason {
  return /^(Create|Start|Run|Put|Register|Import|Allocate)/.test(action) ? "created-by-call" : "not-in-arguments";
}
