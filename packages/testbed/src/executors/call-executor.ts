import type {
  BridgeCall,
  BridgeError,
  BridgeRequest,
  DataSourceExecutor,
  ExecutedStatement,
} from "@treadle/workflow/data-source";

type Params = BridgeRequest["params"];

const trace = { execution: "arn:aws:states:eu-west-1:1:execution:test:1", state: "test", attempt: 2 };

/** Runs a statement as the bridge does, as the second retry of a state. */
export async function callExecutor(
  executor: DataSourceExecutor,
  statement: string,
  params: Params,
  signal: BridgeCall["signal"] = new AbortController().signal,
): Promise<ExecutedStatement> {
  return await executor.execute({ statement, params, trace }, { signal });
}

/** @throws where the statement does not fail */
export async function callFailing(
  executor: DataSourceExecutor,
  statement: string,
  params: Params,
  signal?: BridgeCall["signal"],
): Promise<BridgeError> {
  return await failureOf(callExecutor(executor, statement, params, signal));
}

/** @throws where nothing is thrown */
export async function failureOf(running: Promise<unknown>): Promise<BridgeError> {
  const outcome = await running.then(
    () => "nothing was thrown",
    (error: BridgeError) => error,
  );
  if (typeof outcome === "string") throw new Error(outcome);
  return outcome;
}
