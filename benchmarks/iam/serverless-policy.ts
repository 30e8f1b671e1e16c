import { readFileSync } from "node:fs";
import { resolveTokens } from "./resolve-tokens.ts";
import { listOf, type Statement } from "./statement.ts";

/** What the plugin's own compiler of roles makes of a definition; a text where it throws. */
export function serverlessPolicy(load: NodeJS.Require, definition: object): readonly Statement[] | string {
  const { compileIamRole } = load("serverless-step-functions/lib/deploy/stepFunctions/compileIamRole.js");
  const resources: { [id: string]: unknown } = {};
  const serverless = {
    service: { functions: {}, provider: { compiledCloudFormationTemplate: { Resources: resources } } },
    cli: { consoleLog: () => undefined },
    utils: { readFileSync: (file: string) => readFileSync(file, "utf8") },
    getProvider: () => ({ naming: { getLambdaLogicalId: (name: string) => name } }),
  };
  const plugin = {
    serverless,
    provider: serverless.getProvider(),
    getAllStateMachines: () => ["Orders"],
    getStateMachine: () => ({ name: "Orders", definition }),
    getStateMachinePolicyName: () => "policy",
    getStateMachineLogicalId: () => "Orders",
  };
  try {
    compileIamRole.call(plugin);
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  const role = resources.OrdersRole as { readonly Properties: { readonly Policies: readonly Policy[] } };
  return role.Properties.Policies.flatMap(({ PolicyDocument: document }) =>
    document.Statement.map(
      (statement) => resolveTokens(statement, (id, name) => (name ? `${id}.${name}` : id)) as Statement,
    ).map((statement) => ({ ...statement, Action: listOf(statement.Action), Resource: listOf(statement.Resource) })),
  );
}

interface Policy {
  readonly PolicyDocument: { readonly Statement: readonly unknown[] };
}
