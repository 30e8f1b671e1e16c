import { type Resource, resource } from "../../policy/grant.js";
import { arnOf } from "../machine.js";
import type { TaskCall } from "../task-call.js";
import type { Integration } from "./integration.js";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html */
export const apiGateway: Integration = {
  service: "apigateway",
  actions: { invoke: { patterns: ["waitForTaskToken"], derive: deriveInvoke } },
};

function deriveInvoke(call: TaskCall): void {
  // The API decides about other calls by itself: by nothing, which is the default, or by its resource policy.
  const authorization = call.texts("AuthType");
  if (authorization.every(({ pattern }) => pattern === "NO_AUTH" || pattern === "RESOURCE_POLICY")) return;
  call.allow(["execute-api:Invoke"], methods(call), "Invokes the API.");
}

function methods(call: TaskCall): readonly Resource[] {
  const endpoints = call.texts("ApiEndpoint");
  if (endpoints.length === 0) call.missing("ApiEndpoint");
  const stages = call.texts("Stage");
  const paths = call.texts("Path");
  const verbs = call.texts("Method");
  return endpoints.flatMap((endpoint) => {
    if (endpoint.unknown) call.dynamic("ApiEndpoint");
    const api = endpoint.pattern.split(".execute-api.")[0]!.replace(/^https:\/\//, "");
    return orDefault(stages, "$default").flatMap((stage) =>
      orDefault(verbs, "*").flatMap((verb) =>
        orDefault(paths, "").map((path) =>
          resource(
            arnOf(call.machine, "execute-api", `${api}/${stage}/${verb}/${path.replace(/^\//, "")}`),
            "dynamic-value",
          ),
        ),
      ),
    );
  });
}

function orDefault(texts: readonly { readonly pattern: string }[], value: string): readonly string[] {
  return texts.length === 0 ? [value] : texts.map(({ pattern }) => pattern);
}
