import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { comparePolicies, derivePolicies, type WrittenPolicy } from "@treadle/iam";
import { cdkPolicy } from "./cdk-policy.ts";
import { type ComparedWorkflow, formatPage, type ToolPolicy } from "./format-page.ts";
import { peerNames, requirePeers } from "./peers.ts";
import { serverlessPolicy } from "./serverless-policy.ts";
import { place, type Statement } from "./statement.ts";
import { type Need, type Workflow, workflows } from "./workflows.ts";

/*
 * The same ten workflows by Treadle, the CDK and the Serverless plugin: which rights each grants, which are missing and
 * which are wider than AWS's documentation says is enough. With `--write`, the page of the guide is written anew.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const page = "docs/guide/iam-comparison.md";
process.env.JSII_DEPRECATED = "quiet";
const load = requirePeers(root);

function compare(workflow: Workflow): ComparedWorkflow {
  const cdk = cdkPolicy(load, workflow);
  return {
    title: workflow.title,
    tools: [
      judge("Treadle", treadlePolicy(workflow, cdk.definition), workflow.needs),
      judge(peerNames.cdk, cdk.statements, workflow.needs),
      judge(peerNames.serverless, serverlessPolicy(load, cdk.definition), workflow.needs),
    ],
  };
}

function treadlePolicy({ title, hints }: Workflow, definition: object): readonly Statement[] {
  const { execution, diagnostics } = derivePolicies(definition, {
    ...place,
    name: "Orders",
    ...(hints && { hints: { states: { Call: { arguments: hints } } } }),
  });
  if (diagnostics.length > 0) throw new Error(`${title}: ${diagnostics.map(({ message }) => message).join(" ")}`);
  return execution.document.Statement;
}

function judge(tool: string, result: readonly Statement[] | string, needs: readonly Need[]): ToolPolicy {
  const statements = typeof result === "string" ? [] : result;
  const needed = policyOf(needs, ({ resources }) => resources);
  const enough = policyOf(needs, ({ resources, upTo }) => upTo ?? resources);
  const granted = { Statement: statements.filter(({ Effect }) => Effect === "Allow") };
  const { widened: missing } = comparePolicies(granted, needed);
  const { widened: excess } = comparePolicies(enough, granted);
  return { tool, statements, ...(typeof result === "string" && { failed: result }), missing, excess };
}

function policyOf(needs: readonly Need[], resourcesOf: (need: Need) => readonly string[]): WrittenPolicy {
  return {
    Statement: needs.map((need) => ({
      Effect: "Allow",
      Action: need.actions.split(" "),
      Resource: resourcesOf(need),
      ...(need.condition && { Condition: need.condition }),
    })),
  };
}

const compared = workflows.map(compare);
if (process.argv.includes("--write")) writeFileSync(join(root, page), formatPage(compared));
for (const { title, tools } of compared) {
  console.log(title);
  for (const { tool, missing, excess, failed } of tools) {
    console.log(`  ${tool.padEnd(34)} missing ${missing.length}, wider ${excess.length}${failed ? `, ${failed}` : ""}`);
    for (const { action, resource } of missing) console.log(`    - ${action} on ${resource}`);
    for (const { action, resource } of excess) console.log(`    + ${action} on ${resource}`);
  }
}
const summary = compared[0]!.tools.map(({ tool }, index) => {
  const exact = compared.filter(({ tools }) => tools[index]!.missing.length + tools[index]!.excess.length === 0);
  return `${tool}: ${exact.length} of ${compared.length} exact`;
});
console.log(summary.join("; "));
