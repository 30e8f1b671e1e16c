import type { Json } from "@treadle/expressions";
import type { BridgeError, DataSourceExecutor, ExecutedStatement } from "@treadle/workflow/data-source";

type Params = { readonly [name: string]: Json };

const trace = { execution: "arn:aws:states:eu-west-1:1:execution:test:1", state: "test", attempt: 2 };

export async function call(
  executor: DataSourceExecutor,
  statement: string,
  params: Params,
  signal = new AbortController().signal,
): Promise<ExecutedStatement> {
  return await executor.execute({ statement, params, trace }, { signal });
}

export async function callFailing(
  executor: DataSourceExecutor,
  statement: string,
  params: Params,
  signal?: AbortSignal,
): Promise<BridgeError> {
  return await failureOf(call(executor, statement, params, signal));
}

export async function failureOf(running: Promise<unknown>): Promise<BridgeError> {
  const outcome = await running.then(
    () => "nothing was thrown",
    (error: BridgeError) => error,
  );
  if (typeof outcome === "string") throw new Error(outcome);
  return outcome;
}
