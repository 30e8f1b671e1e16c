import { type ExpressionNode, property } from "@treadle/expressions";
import type { Input, Output, ResumableTask, StartError, StartedExecution, Task } from "@treadle/workflow";
import { pick } from "../task/pick.js";
import { placeholdersIn, placeholderText } from "../task/placeholders.js";
import { createResumableServiceTask, createServiceTask, type ServiceTask } from "../task/service-task.js";
import { withConstants } from "../task/with-constants.js";

export interface StartMachine<I> {
  readonly Input: I;
  /** At most 80 characters. A start of a STANDARD machine that is repeated with it is the same execution. Default: a random name. */
  readonly Name?: string;
}

export interface StartExecution {
  /**
   * Starts an execution of a state machine and goes on; with `resumedBy`, when that sends the task token. For a machine that
   * is no workflow of the project: `.start` of the builder starts one that is. Nothing is retried by default, since without a name
   * a repeated start is a second execution.
   *
   * @param stateMachineArn an ARN, also of a version or alias, or `${BillingMachineArn}` to be filled at deployment
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html
   */
  <I>(stateMachineArn: string): ResumableTask<StartMachine<I>, StartedExecution, StartError>;
  readonly sync: AwaitExecution;
}

export interface AwaitExecution {
  /**
   * Waits until the execution has succeeded (`.sync:2`); the value is its output. One that fails is `States.TaskFailed`. Typed by a
   * workflow, `stepFunctions.start.sync<typeof billing>(arn)`. STANDARD machines only, in STANDARD workflows.
   */
  <W>(stateMachineArn: string): Task<StartMachine<Input<W>>, Output<W>, StartError>;
  /** As above, typed by hand: `stepFunctions.start.sync<Invoice, Receipt>(arn)`. */
  <I, O>(stateMachineArn: string): Task<StartMachine<I>, O, StartError>;
}

export const start: StartExecution = Object.assign(
  (arn: string) =>
    createResumableServiceTask(
      call("states:startExecution", arn, (result) => pick(result, "ExecutionArn", "StartDate")),
    ) as never,
  {
    sync: (arn: string) =>
      createServiceTask(call("states:startExecution.sync:2", arn, (result) => property(result, "Output"))) as never,
  },
);

function call(integration: string, arn: string, output: ServiceTask["output"]): ServiceTask {
  return {
    integration,
    arguments: (input: ExpressionNode) => withConstants({ StateMachineArn: placeholderText(arn) }, input),
    output,
    placeholders: placeholdersIn(arn, "state-machine-arn"),
    retry: [],
  };
}
