import type { StateMachineDefinition } from "@treadle/asl";
import type { Diagnostic } from "@treadle/diagnostics";
import { derivePolicies, formatPolicyFile } from "@treadle/iam";
import type { Placeholder } from "@treadle/workflow";
import type { WorkflowDefinition } from "@treadle/workflow/nodes";
import type { Lowering } from "../lower/lowering.js";
import { locatePointer } from "./locate-definition-diagnostic.js";

/** The roles that the definition needs; what they take in placeholders joins the workflow's own. */
export function emitPolicies(
  workflow: WorkflowDefinition,
  definition: StateMachineDefinition,
  lowering: Lowering,
): { readonly text: string; readonly diagnostics: readonly Diagnostic[] } {
  const policies = derivePolicies(definition, {
    name: workflow.name,
    type: workflow.options.type ?? "STANDARD",
    placeholders: [...lowering.placeholders.values()],
  });
  // Their kinds are those given above, or the few that policies add.
  lowering.addPlaceholders(policies.placeholders as readonly Placeholder[]);
  return {
    text: formatPolicyFile({ ...policies.execution, trust: policies.trust, name: workflow.name }, policies.roles),
    diagnostics: policies.diagnostics.map((diagnostic) => {
      const location = locatePointer(diagnostic.pointer ?? "", lowering.locations) ?? workflow.location;
      return location ? { ...diagnostic, location } : diagnostic;
    }),
  };
}
