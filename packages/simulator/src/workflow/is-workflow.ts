/** The builder's mark on a finished workflow, registered globally, so that copies of its package do not matter. */
const definition = Symbol.for("treadle.workflow-definition");

interface WorkflowValue {
  readonly [definition]: { readonly name: string };
}

export function isWorkflow(value: unknown): value is WorkflowValue {
  return typeof value === "object" && value !== null && definition in value;
}

/** The name of the state machine that a workflow becomes. */
export function readWorkflowName(workflow: WorkflowValue): string {
  return workflow[definition].name;
}
