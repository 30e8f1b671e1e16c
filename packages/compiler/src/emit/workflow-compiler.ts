import type { PolicyHints } from "@treadle/iam";
import type { DataSource } from "@treadle/workflow/data-source";
import type { WorkflowDefinition } from "@treadle/workflow/nodes";
import { type LoweredWorkflow, lowerWorkflow } from "../lower/lower-workflow.js";
import type { LoweringInput } from "../lower/lowering.js";
import { type CompiledWorkflow, emitWorkflow } from "./emit-workflow.js";

/** A workflow, lowered, and what lowering had asked for. */
interface Known {
  readonly lowered: LoweredWorkflow;
  readonly stillHolds: (input: LoweringInput) => boolean;
  compiled: CompiledWorkflow | undefined;
}

/** Lowers and emits workflows; a workflow that is the same, with the same lambdas and statements, is not lowered again. */
export class WorkflowCompiler {
  readonly #hints: { readonly [workflow: string]: PolicyHints };
  #known = new Map<WorkflowDefinition, Known>();

  /** @param hints what policies need and definitions do not tell, by workflow */
  constructor(hints: { readonly [workflow: string]: PolicyHints }) {
    this.#hints = hints;
  }

  lower(workflows: readonly WorkflowDefinition[], input: LoweringInput): LoweredWorkflow[] {
    const known = new Map<WorkflowDefinition, Known>();
    for (const workflow of workflows) {
      const before = this.#known.get(workflow);
      known.set(workflow, before?.stillHolds(input) ? before : lowerAnew(workflow, input));
    }
    this.#known = known;
    return [...known.values()].map(({ lowered }) => lowered);
  }

  /** Emits the workflows that were lowered last. */
  emit(): CompiledWorkflow[] {
    return [...this.#known.values()].map((known) => {
      const { name } = known.lowered.workflow;
      known.compiled ??= emitWorkflow(known.lowered, Object.hasOwn(this.#hints, name) ? this.#hints[name] : undefined);
      return known.compiled;
    });
  }
}

function lowerAnew(workflow: WorkflowDefinition, input: LoweringInput): Known {
  const asked: ((input: LoweringInput) => boolean)[] = [];
  const lowered = lowerWorkflow(workflow, {
    lambda: (site) => {
      const lambda = input.lambda(site);
      asked.push((later) => later.lambda(site) === lambda);
      return lambda;
    },
    statement: (source: DataSource, name: string) => {
      const statement = input.statement(source, name);
      asked.push((later) => later.statement(source, name) === statement);
      return statement;
    },
  });
  return { lowered, stillHolds: (later) => asked.every((holds) => holds(later)), compiled: undefined };
}
