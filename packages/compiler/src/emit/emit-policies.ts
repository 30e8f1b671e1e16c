import type { StateMachineDefinition } from "@treadle/asl";
import type { Diagnostic } from "@treadle/diagnostics";
import {
  type DerivedPolicies,
  derivePolicies,
  deriveWorkerPolicies,
  formatPolicyFile,
  type PolicyHints,
} from "@treadle/iam";
import type { ArgumentBounds, Placeholder } from "@treadle/workflow";
import type { WorkflowDefinition } from "@treadle/workflow/nodes";
import type { Lowering } from "../lower/lowering.js";
import { locatePointer } from "./locate-definition-diagnostic.js";

export interface EmittedPolicies {
  readonly policies: DerivedPolicies;
  /** The text of the policy file. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** The roles that the definition needs; what they take in placeholders joins the workflow's own. */
export function emitPolicies(
  workflow: WorkflowDefinition,
  definition: StateMachineDefinition,
  lowering: Lowering,
  hints: PolicyHints | undefined,
): EmittedPolicies {
  const { type = "STANDARD", logging, tracing = false, kmsKeyArn } = workflow.options;
  const options = {
    name: workflow.name,
    type,
    logging: logging !== undefined,
    tracing,
    ...(kmsKeyArn !== undefined && { kms: { keyArn: kmsKeyArn } }),
    hints: withBounds(hints, lowering.bounds),
    placeholders: [...lowering.placeholders.values()],
  };
  const policies = derivePolicies(definition, options);
  // Their kinds are those given above, or the few that policies add.
  lowering.addPlaceholders(policies.placeholders as readonly Placeholder[]);
  return {
    policies,
    text: formatPolicyFile(
      { ...policies.execution, trust: policies.trust, name: workflow.name },
      policies.roles,
      deriveWorkerPolicies(definition, options),
    ),
    diagnostics: policies.diagnostics.map((diagnostic) => {
      const location = locatePointer(diagnostic.pointer ?? "", lowering.locations) ?? workflow.location;
      return location ? { ...diagnostic, location } : diagnostic;
    }),
  };
}

/** What tasks say of their arguments; what the configuration says of a state's argument comes before it. */
function withBounds(hints: PolicyHints | undefined, bounds: ReadonlyMap<string, ArgumentBounds>): PolicyHints {
  const states = new Map(Object.entries(hints?.states ?? {}));
  for (const [state, ofTask] of bounds) {
    const hint = states.get(state);
    states.set(state, { ...hint, arguments: { ...ofTask, ...hint?.arguments } });
  }
  return { ...hints, states: Object.fromEntries(states) };
}
