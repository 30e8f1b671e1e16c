import { resource } from "../../policy/grant.js";
import { namePlaceholder } from "../derived-placeholders.js";
import { arnOf, substitute } from "../machine.js";
import type { ArgumentText, TaskCall } from "../task-call.js";
import type { Integration } from "./integration.js";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html */
export const http: Integration = { service: "http", actions: { invoke: { derive: deriveInvoke } } };

function deriveInvoke(call: TaskCall): void {
  const connection = call.has("InvocationConfig.ConnectionArn")
    ? "InvocationConfig.ConnectionArn"
    : "Authentication.ConnectionArn";
  const endpoints = boundedEndpoints(call);
  const methods = call.texts("Method").filter((method) => !method.unknown);
  if (endpoints.length > 0) {
    const exact = endpoints.every((endpoint) => !endpoint.includes("*"));
    call.allow(
      ["states:InvokeHTTPEndpoint"],
      [resource(call.machine.arn)],
      "Calls the endpoint.",
      merge(
        { [exact ? "StringEquals" : "StringLike"]: { "states:HTTPEndpoint": endpoints } },
        methods.length > 0 ? { StringEquals: { "states:HTTPMethod": methods.map((each) => each.pattern) } } : {},
      ),
    );
  }
  const connections = call.resources(connection, { widened: arnOf(call.machine, "events", "connection/*") });
  call.allow(["events:RetrieveConnectionCredentials"], connections, "Reads the connection's authorization.");
  for (const { arn } of connections) {
    const name = connectionName(call, arn);
    call.allow(
      ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
      [resource(arnOf(call.machine, "secretsmanager", `secret:events!connection/${name}/*`), "service-requires")],
      "Reads the secret that EventBridge keeps for the connection; its name ends in characters that AWS chooses.",
    );
  }
}

/** Endpoints as conditions; one that is computed must at least begin with a scheme and a host. */
function boundedEndpoints(call: TaskCall): readonly string[] {
  const texts = call.texts("ApiEndpoint");
  if (texts.length === 0) call.missing("ApiEndpoint");
  return texts.map((each) => {
    if (!isBounded(each)) call.dynamic("ApiEndpoint");
    return each.pattern;
  });
}

function isBounded(endpoint: ArgumentText): boolean {
  return (
    endpoint.wildcard === "declared" ||
    /^(?:\$\{[^}]+\}|https:\/\/(?:\$\{[^}]+\}|[^*/$])+)(?:\/|$)/.test(endpoint.pattern)
  );
}

function connectionName(call: TaskCall, arn: string): string {
  const pattern = /:connection\/((?:\$\{[^}]*\}|[^/${])+)/;
  const value = substitute(call.machine, arn);
  const name = (pattern.exec(arn) ?? pattern.exec(value))?.[1];
  if (name !== undefined) return name;
  const placeholder = /^\$\{([^}]+)\}$/.exec(value)?.[1];
  return placeholder === undefined ? "*" : `\${${namePlaceholder(placeholder)}}`;
}

type Equals = { readonly [operator: string]: { readonly [key: string]: readonly string[] } };

function merge(a: Equals, b: Equals): Equals {
  const operators = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(operators.map((operator) => [operator, { ...a[operator], ...b[operator] }]));
}
