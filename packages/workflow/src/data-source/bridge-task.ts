import {
  array,
  call,
  type ExpressionNode,
  literal,
  object,
  path,
  placeholder,
  property,
  states,
} from "@treadle/expressions";
import type { Placeholder, RetrierDefinition, TaskDefinition } from "../task.js";
import type { DataSource } from "./data-source.js";
import { preflightStatement } from "./executor.js";

/** The trace that every bridge call carries, from the context object. */
const trace = object({
  execution: path(states("context"), "Execution", "Id"),
  state: path(states("context"), "State", "Name"),
  attempt: path(states("context"), "State", "RetryCount"),
});

/** `shop` → `ShopBridgeFunctionArn`: the placeholder of the function that runs the source's statements. */
export function bridgeFunctionPlaceholder(sourceName: string): Placeholder {
  const name = sourceName.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, first: string) => first.toUpperCase());
  return { name: `${name}BridgeFunctionArn`, kind: "lambda-function-arn" };
}

export interface BridgeTaskOptions {
  /**
   * The source's results are `{ value, session }`, and its statements take the last session as the parameter `$session`.
   * Default: results are the values themselves.
   */
  readonly keepsSession?: boolean;
}

/** The definition of a task that asks a data source's bridge function for a declared statement. */
export function bridgeTask(source: DataSource, statement: string, options: BridgeTaskOptions = {}): TaskDefinition {
  const task = { ...invokeBridge(source.name, statement, []), statement: { source, name: statement } };
  if (options.keepsSession !== true) return task;
  return {
    ...task,
    output: (result) => path(result, "Payload", "value"),
    session: {
      name: source.name,
      arguments: (params, token) => task.arguments(withSession(params, token)),
      token: (result) => path(result, "Payload", "session"),
    },
  };
}

function withSession(params: ExpressionNode, token: ExpressionNode): ExpressionNode {
  if (params.kind !== "object") return call("merge", array([params, object({ $session: token })]));
  return { ...params, entries: [...params.entries, { key: literal("$session"), value: token }] };
}

/** The definition of a source's health check; it only reads, so every failure of the invocation may be repeated. */
export function preflightTask(sourceName: string, retry: readonly RetrierDefinition[]): TaskDefinition {
  return invokeBridge(sourceName, preflightStatement, retry);
}

function invokeBridge(sourceName: string, statement: string, retry: readonly RetrierDefinition[]): TaskDefinition {
  const bridge = bridgeFunctionPlaceholder(sourceName);
  return {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder that deployment replaces.
    resource: "arn:${Partition}:states:::lambda:invoke",
    arguments: (params) =>
      object({
        FunctionName: placeholder(`\${${bridge.name}}`),
        Payload: object({ statement: literal(statement), params, trace }),
      }),
    output: (result) => property(result, "Payload"),
    placeholders: [bridge, { name: "Partition", kind: "partition" }],
    retry,
  };
}
