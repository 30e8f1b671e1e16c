import { type Resource, resource } from "../../../policy/grant.js";
import type { TaskCall } from "../../task-call.js";

/** First word of an operation → the HTTP verb by which it is authorised. */
const verbs: readonly (readonly [words: RegExp, verb: string])[] = [
  [/^(get|export)/, "GET"],
  [/^(create|import|test|generate)/, "POST"],
  [/^(put|reimport|tag)/, "PUT"],
  [/^update/, "PATCH"],
  [/^(delete|flush|reset|untag)/, "DELETE"],
];

/**
 * API Gateway's own API is authorised by HTTP verb and path. The path below an API is not in the arguments, so that all of
 * the API's is granted.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-create-and-manage-api.html
 * @returns whether the operation has a verb
 */
export function deriveApiGatewayCall(call: TaskCall): boolean {
  const verb = verbs.find(([words]) => words.test(call.action))?.[1];
  if (verb === undefined) return false;
  call.allow(
    [`apigateway:${verb}`],
    [...below(call, "RestApiId", "restapis"), ...below(call, "ApiId", "apis"), ...rest(call)],
    "Manages the API.",
  );
  return true;
}

function below(call: TaskCall, argument: string, kind: string): readonly Resource[] {
  const path = `arn:${call.machine.partition}:apigateway:${call.machine.region}::/${kind}/`;
  const apis = call.optionalResources(argument, { fromName: (id) => `${path}${id}`, widened: `${path}*` });
  return apis.flatMap((api) => [api, resource(`${api.arn}/*`, api.wildcard ?? "not-in-arguments")]);
}

/** Calls that name no API: keys, domains, usage plans, and new APIs. */
function rest(call: TaskCall): readonly Resource[] {
  if (call.has("RestApiId") || call.has("ApiId")) return [];
  return [resource(`arn:${call.machine.partition}:apigateway:${call.machine.region}::/*`, "not-in-arguments")];
}
