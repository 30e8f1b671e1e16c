import { type ExpressionNode, object, path, states } from "@treadle/expressions";

const context = (...names: readonly string[]): ExpressionNode => path(states("context"), ...names);

/** What the scope has besides the values of steps, as constructors: reading a member leaves the member's path. */
const contextValues: ReadonlyMap<string, ExpressionNode> = new Map(
  Object.entries({
    execution: object({
      id: context("Execution", "Id"),
      name: context("Execution", "Name"),
      startTime: context("Execution", "StartTime"),
    }),
    state: object({
      name: context("State", "Name"),
      enteredTime: context("State", "EnteredTime"),
      retryCount: context("State", "RetryCount"),
    }),
    machine: object({ id: context("StateMachine", "Id"), name: context("StateMachine", "Name") }),
  }),
);

export function contextValue(name: string): ExpressionNode | undefined {
  return contextValues.get(name);
}

/** Whether a node reads what differs from state to state. */
export function readsState(node: ExpressionNode): boolean {
  return (
    node.kind === "property" &&
    node.name === "State" &&
    node.object.kind === "states" &&
    node.object.field === "context"
  );
}
