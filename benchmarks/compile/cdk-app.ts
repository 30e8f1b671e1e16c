import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { requirePeers } from "../iam/peers.ts";

/*
 * Synthesises the machines of the compiled definitions with the CDK's own constructs, ten machines a stack:
 * `node cdk-app.ts DEFINITIONS OUTPUT`.
 */
interface Definition {
  readonly StartAt: string;
  readonly States: { readonly [name: string]: State };
}
interface State {
  readonly Type: string;
  readonly Arguments?: { readonly Payload?: object };
  readonly Output?: unknown;
  readonly Assign?: object;
  readonly Next?: string;
  readonly Default?: string;
  readonly Choices?: readonly { readonly Condition: string; readonly Next: string; readonly Assign?: object }[];
}

const [definitions = "", output = ""] = process.argv.slice(2);
const load = requirePeers(fileURLToPath(new URL("../..", import.meta.url)));
const cdk = load("aws-cdk-lib");
const sfn = load("aws-cdk-lib/aws-stepfunctions");
const { LambdaInvoke } = load("aws-cdk-lib/aws-stepfunctions-tasks");
const lambda = load("aws-cdk-lib/aws-lambda");

const app = new cdk.App({ analyticsReporting: false, outdir: output });
const files = readdirSync(definitions).filter((file) => file.endsWith(".asl.json"));
for (let at = 0; at < files.length; at += 10) {
  const stack = new cdk.Stack(app, `Stack${at}`, { env: { account: "111122223333", region: "eu-west-1" } });
  const bridge = lambda.Function.fromFunctionArn(
    stack,
    "Bridge",
    "arn:aws:lambda:eu-west-1:111122223333:function:bridge",
  );
  for (const file of files.slice(at, at + 10)) {
    const { StartAt, States } = JSON.parse(readFileSync(join(definitions, file), "utf8")) as Definition;
    const machine = new cdk.NestedStack(stack, file.replace(/\W/g, ""));
    const states = Object.fromEntries(
      Object.entries(States).map(([name, state]) => [name, create(machine, name, state, bridge)]),
    );
    for (const [name, { Next, Default, Choices }] of Object.entries(States)) {
      if (Next) states[name].next(states[Next]);
      for (const rule of Choices ?? []) {
        states[name].when(sfn.Condition.jsonata(rule.Condition), states[rule.Next], { assign: rule.Assign });
      }
      if (Default) states[name].otherwise(states[Default]);
    }
    new sfn.StateMachine(machine, "Machine", {
      definitionBody: sfn.DefinitionBody.fromChainable(states[StartAt]),
      queryLanguage: sfn.QueryLanguage.JSONATA,
    });
  }
}
app.synth();

// The CDK is loaded without its types.
// biome-ignore lint/suspicious/noExplicitAny: see above.
function create(scope: any, name: string, state: State, lambdaFunction: any): any {
  const common = { stateName: name, assign: state.Assign, outputs: state.Output };
  switch (state.Type) {
    case "Task":
      return LambdaInvoke.jsonata(scope, name, {
        ...common,
        lambdaFunction,
        payload: sfn.TaskInput.fromObject(state.Arguments?.Payload ?? {}),
      });
    case "Choice":
      return sfn.Choice.jsonata(scope, name, common);
    case "Succeed":
      return sfn.Succeed.jsonata(scope, name, common);
    default:
      return sfn.Pass.jsonata(scope, name, common);
  }
}
