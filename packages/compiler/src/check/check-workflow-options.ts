import type { Diagnostic } from "@treadle/diagnostics";
import type { WorkflowDefinition, WorkflowOptions } from "@treadle/workflow/nodes";
import { compilerDiagnostics } from "../diagnostics.js";

/** Options that the definition does not hold, so that its validator cannot see them. */
export function checkWorkflowOptions(workflows: readonly WorkflowDefinition[]): Diagnostic[] {
  return workflows.flatMap(({ name, options, location }) =>
    faultsOf(options).map((fault) => compilerDiagnostics["invalid-workflow-option"]({ name, fault }, { location })),
  );
}

function faultsOf({ tags = {}, kmsKeyArn, kmsDataKeyReusePeriodSeconds: reuse }: WorkflowOptions): string[] {
  const faults = Object.entries(tags).flatMap(([key, value]) => faultsOfTag(key, value));
  const count = Object.keys(tags).length;
  if (count > mostTags) faults.push(`it has ${count} tags, but a state machine may have ${mostTags}`);
  if (reuse !== undefined) {
    if (!Number.isInteger(reuse) || reuse < 60 || reuse > 900) {
      faults.push(`kmsDataKeyReusePeriodSeconds is ${reuse}, but must be a whole number from 60 to 900`);
    }
    if (kmsKeyArn === undefined) faults.push("kmsDataKeyReusePeriodSeconds needs kmsKeyArn");
  }
  return faults;
}

const mostTags = 50;

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html#concepts-tagging */
function faultsOfTag(key: string, value: string): string[] {
  const faults: string[] = [];
  if (key.length === 0 || key.length > 128) faults.push(`the key of a tag has ${key.length} characters, not 1 to 128`);
  if (/^aws:/i.test(key)) faults.push(`the tag "${key}" begins with "aws:", which AWS keeps for itself`);
  if (value.length > 256) faults.push(`the tag "${key}" has a value of more than 256 characters`);
  return faults;
}
