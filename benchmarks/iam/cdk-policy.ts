import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { resolveTokens } from "./resolve-tokens.ts";
import { arn, listOf, place, type Statement } from "./statement.ts";
import type { CdkModules, Workflow } from "./workflows.ts";

export interface CdkMachine {
  readonly definition: object;
  readonly statements: readonly Statement[];
}

interface Template {
  readonly Resources: { readonly [id: string]: { readonly Type: string; readonly Properties: Properties } };
}
type Properties = { readonly [name: string]: unknown };

/** Synthesises the workflow with the CDK; its definition is what all tools are then given. */
export function cdkPolicy(load: NodeJS.Require, workflow: Workflow): CdkMachine {
  const cdk = load("aws-cdk-lib");
  const sfn = load("aws-cdk-lib/aws-stepfunctions");
  const modules: CdkModules = {
    sfn,
    tasks: load("aws-cdk-lib/aws-stepfunctions-tasks"),
    service: (name) => load(`aws-cdk-lib/aws-${name}`),
  };
  const outdir = mkdtempSync(join(tmpdir(), "treadle-cdk-"));
  const app = new cdk.App({ analyticsReporting: false, outdir });
  const stack = new cdk.Stack(app, "Shop", { env: { account: place.accountId, region: place.region } });
  new sfn.StateMachine(stack, "Orders", {
    stateMachineName: "Orders",
    definitionBody: sfn.DefinitionBody.fromChainable(workflow.build(stack, modules)),
  });
  const template: Template = app.synth().getStackByName("Shop").template;
  rmSync(outdir, { recursive: true, force: true });
  return read(template);
}

function read(template: Template): CdkMachine {
  const resources = Object.entries(template.Resources);
  const [, machine] = resources.find(([, { Type }]) => Type === "AWS::StepFunctions::StateMachine")!;
  const attribute = (id: string, name: string | undefined): string => {
    const type = template.Resources[id]?.Type ?? "";
    if (type === "AWS::StepFunctions::StateMachine")
      return name === "Name" ? "Orders" : arn("states", "stateMachine:Orders");
    // A reference to a task definition is its ARN with the revision.
    if (type === "AWS::ECS::TaskDefinition")
      return arn("ecs", `task-definition/${template.Resources[id]!.Properties.Family}:1`);
    return type === "AWS::IAM::Role" ? `arn:aws:iam::${place.accountId}:role/${id}` : id;
  };
  const text = resolveTokens(machine.Properties.DefinitionString, attribute) as string;
  const policies = resources.filter(([, { Type }]) => Type === "AWS::IAM::Policy");
  const statements = policies.flatMap(([, { Properties: properties }]) => {
    const document = resolveTokens(properties.PolicyDocument, attribute) as { readonly Statement: Statement[] };
    return document.Statement.map((statement) => ({
      ...statement,
      Action: listOf(statement.Action),
      Resource: listOf(statement.Resource),
    }));
  });
  return { definition: JSON.parse(text) as object, statements };
}
