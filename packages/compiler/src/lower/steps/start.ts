import { call, type ExpressionNode, object, path, placeholder, property, states } from "@treadle/expressions";
import type { TaskDefinition } from "@treadle/workflow";
import type { StartNode } from "@treadle/workflow/nodes";
import { compilerDiagnostics } from "../../diagnostics.js";
import { stateMachinePlaceholder } from "../names.js";
import type { LowerStep } from "../place.js";
import { lowerTask } from "./task.js";

/** A nested execution is a Task of the Step Functions integration. */
export const lowerStart: LowerStep<"start"> = (node, place, edges) => {
  const { workflow, wait, name } = node;
  if (wait && workflow.options.type === "EXPRESS") {
    place.lowering.report(
      compilerDiagnostics["express-not-awaited"]({ step: name, workflow: workflow.name }, { location: node.location }),
    );
  }
  return lowerTask({ ...node, kind: "task", task: startExecution(node), arguments: node.input }, place, edges);
};

/** The execution that started another is shown beside it in the console by this member of its input. */
const startedBy = {
  AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID: path(states("context"), "Execution", "Id"),
};

function startExecution({ workflow, wait }: StartNode): TaskDefinition {
  const machine = {
    name: stateMachinePlaceholder(workflow.name),
    kind: "state-machine-arn",
  } as const;
  return {
    resource: `arn:\${Partition}:states:::states:startExecution${wait ? ".sync:2" : ""}`,
    arguments: (input) => object({ StateMachineArn: placeholder(`\${${machine.name}}`), Input: withStartedBy(input) }),
    output: (result) =>
      wait
        ? property(result, "Output")
        : object({ ExecutionArn: property(result, "ExecutionArn"), StartDate: property(result, "StartDate") }),
    placeholders: [machine, { name: "Partition", kind: "partition" }],
    // Without a name of its own a repeated start is a second execution.
    retry: [],
  };
}

function withStartedBy(input: ExpressionNode): ExpressionNode {
  const added = object(startedBy);
  if (input.kind === "object") return Object.freeze({ ...input, entries: [...input.entries, ...added.entries] });
  return call("merge", { kind: "array", elements: [input, added] });
}
