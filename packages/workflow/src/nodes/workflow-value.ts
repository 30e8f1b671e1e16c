import type { SourceLocation } from "@treadle/diagnostics";
import type { WorkflowDefinition } from "./workflow-node.js";

/** Registered globally, so that a workflow made by one copy of this package is known to another. */
const definition = Symbol.for("treadle.workflow-definition");

const unfinished = Symbol.for("treadle.unfinished-flow");

/** A workflow that was begun and not ended; an exported one is a mistake. */
export interface UnfinishedWorkflow {
  readonly name: string;
  readonly location: SourceLocation | undefined;
}

export function markUnfinished(flow: object, workflow: UnfinishedWorkflow): void {
  Object.defineProperty(flow, unfinished, { value: workflow });
}

export function getUnfinishedWorkflow(value: unknown): UnfinishedWorkflow | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  return (value as { readonly [unfinished]?: UnfinishedWorkflow })[unfinished];
}

/** Makes the value that a workflow module exports. */
export function workflowValue(workflow: WorkflowDefinition): object {
  return Object.freeze(Object.defineProperty({}, definition, { value: workflow }));
}

/** The definition behind an exported value, or undefined when the value is no finished workflow. */
export function getWorkflowDefinition(value: unknown): WorkflowDefinition | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  return (value as { readonly [definition]?: WorkflowDefinition })[definition];
}
