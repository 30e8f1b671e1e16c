import type { Diagnostic } from "@treadle/diagnostics";
import type { WorkflowDefinition } from "@treadle/workflow/nodes";
import { compilerDiagnostics } from "../diagnostics.js";
import { stateMachinePlaceholder } from "../lower/names.js";

/** A workflow's name is the state machine's and that of its artifacts. */
export function checkWorkflowNames(workflows: readonly WorkflowDefinition[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const first = new Map<string, WorkflowDefinition>();
  const alike = new Map<string, WorkflowDefinition>();
  for (const workflow of workflows) {
    const { name, location } = workflow;
    if (!/^[A-Za-z0-9_-]{1,80}$/.test(name)) {
      diagnostics.push(compilerDiagnostics["invalid-workflow-name"]({ name }, { location }));
    }
    const other = first.get(name);
    if (other) {
      const related = other.location && [{ message: "the other one", location: other.location }];
      diagnostics.push(compilerDiagnostics["duplicate-workflow"]({ name }, { location, related }));
    }
    first.set(name, workflow);
    const placeholder = stateMachinePlaceholder(name);
    const near = alike.get(placeholder);
    if (near && near.name !== name) {
      diagnostics.push(
        compilerDiagnostics["names-too-alike"]({ one: near.name, other: name, placeholder }, { location }),
      );
    }
    alike.set(placeholder, workflow);
  }
  return diagnostics;
}
