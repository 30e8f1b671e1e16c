import { expect, test } from "vitest";
import { authorizedAction, authorizedService } from "../../data/service-authorization.js";
import { derivePolicies } from "../derive-policies.js";
import { sdkExceptions } from "../sdk/exceptions/index.js";
import { integrations } from "./index.js";

/*
 * What the rules write by hand is held against the service authorization reference: each action exists, and each resource
 * is of a kind that the action is authorised on. Arguments that are computed as a whole make every rule take every path.
 */

const prefixes: { readonly [prefix: string]: string } = {
  bedrock: "bedrockruntime",
  events: "eventbridge",
  cassandra: "keyspaces",
  timestream: "timestreamquery",
  "redshift-data": "redshiftdata",
  "rds-data": "rdsdata",
};

const calls = [
  ...[...integrations.values()].flatMap(({ service, actions }) =>
    Object.entries(actions).flatMap(([action, { patterns = [] }]) =>
      ["", ...patterns.map((pattern) => `.${pattern}`)].map((suffix) => `${service}:${action}${suffix}`),
    ),
  ),
  ...Object.keys(sdkExceptions).map((operation) => {
    const [prefix, name] = operation.split(":");
    return `aws-sdk:${prefixes[prefix!] ?? prefix}:${name}`;
  }),
  "aws-sdk:apigateway:getRestApi",
  "aws-sdk:apigatewayv2:createRoute",
];

/** AWS's own pages scope these by a resource that the reference does not list. */
const unlisted = new Set(["states:InvokeHTTPEndpoint"]);

test.each(calls)("%s is granted actions that exist, on resources of their kinds", (call) => {
  const state = {
    Type: "Task",
    Resource: `arn:aws:states:::${call}`,
    Arguments: "{% $states.input.arguments %}",
    End: true,
  };
  const definition = { QueryLanguage: "JSONata", StartAt: "Call", States: { Call: state } };
  const { execution, diagnostics } = derivePolicies(definition, {
    name: "Orders",
    partition: "aws",
    region: "eu-west-1",
    accountId: "111122223333",
    dynamicValues: "widen",
  });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  for (const { Sid: sid, Action: actions, Resource: resources } of execution.document.Statement) {
    const unexplained = resources.filter((each) => each.includes("*") && !execution.provenance[sid]?.wildcards[each]);
    expect(unexplained).toEqual([]);
    for (const action of actions) {
      expect(authorizedAction(action), action).toBeDefined();
      // A statement may hold resources of several actions; each action must be authorised on one of them at least.
      const isListed = resources.some((resource) => resource === "*" || isOfKind(action, resource));
      expect(isListed || unlisted.has(action), `${action} on ${resources.join(" ")}`).toBe(true);
    }
    for (const resource of resources) {
      const isListed = resource === "*" || actions.some((action) => isOfKind(action, resource) || unlisted.has(action));
      expect(isListed, `${resource} for ${actions.join(" ")}`).toBe(true);
    }
  }
});

function isOfKind(action: string, resource: string): boolean {
  const service = authorizedService(action.split(":")[0]!);
  const needs = authorizedAction(action)?.needs ?? [];
  return needs.some(({ type }) => {
    const templates = service?.resourceTypes.get(type) ?? [];
    return templates.some((template) => overlaps(template.replace(/\$\{[^}]*\}/g, "*"), resource));
  });
}

/** Whether two patterns with `*` can match one text: enough to tell kinds of resources apart. */
function overlaps(a: string, b: string): boolean {
  if (a === "" || b === "") return /^\**$/.test(a + b);
  if (a[0] === "*") return overlaps(a.slice(1), b) || overlaps(a, b.slice(1));
  if (b[0] === "*") return overlaps(a, b.slice(1)) || overlaps(a.slice(1), b);
  return a[0] === b[0] && overlaps(a.slice(1), b.slice(1));
}
