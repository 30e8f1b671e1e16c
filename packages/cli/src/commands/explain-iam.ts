import { hasErrors, type SourceLocation } from "@treadle/diagnostics";
import { explainPolicies, formatExplanation } from "@treadle/iam";
import { cliDiagnostics } from "../diagnostics.js";
import { UsageError } from "../usage-error.js";
import type { Command } from "./command.js";

/** `treadle explain iam WORKFLOW`: what each state may do, on what and why, with the line that made it. */
export const explainIam: Command<{ readonly workflow: string }> = async ({ compiler, terminal }, options) => {
  const project = await compiler.compile();
  terminal.diagnostics(project.diagnostics);
  if (hasErrors(project.diagnostics)) return 1;
  const workflow = project.workflows.find(({ name }) => name === options.workflow);
  if (!workflow) {
    const known = project.workflows.map(({ name }) => name);
    throw new UsageError(cliDiagnostics["unknown-workflow"]({ name: options.workflow, known }));
  }
  const places = JSON.parse(workflow.sourceMap) as { readonly [state: string]: SourceLocation | undefined };
  const explanations = explainPolicies(JSON.parse(workflow.definition) as object, workflow.policies);
  const text = formatExplanation(explanations, (state) => {
    const place = Object.hasOwn(places, state) ? places[state] : undefined;
    return place && `${place.file}:${place.line}:${place.column}`;
  });
  terminal.print(text.trimEnd());
  return 0;
};
