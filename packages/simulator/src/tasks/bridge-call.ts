import { isJsonObject, type Json } from "../json.js";
import type { TaskRequest } from "../options.js";
import { readFunctionReference } from "./local-function.js";

/** One call of a data source's bridge function, as the compiler emits it: a declared statement by name, with parameters. */
export interface BridgeCall {
  /** The function, as the definition names it. */
  readonly function: string;
  readonly statement: string;
  readonly params: Readonly<Record<string, Json>>;
}

/** The statement that a task asks for; undefined for all other tasks. */
export function readBridgeCall(request: TaskRequest): BridgeCall | undefined {
  const reference = readFunctionReference(request);
  const { arguments: args } = request;
  const payload = isJsonObject(args) ? args.Payload : undefined;
  if (reference === undefined || !isJsonObject(payload)) return undefined;
  const { params, statement } = payload;
  if (typeof statement !== "string" || !isJsonObject(params)) return undefined;
  return { function: reference, statement, params };
}

/** What a bridge answers around a value: the session, where the source keeps one and the call carries the last. */
export function wrapBridgeValue(call: BridgeCall, value: Json): Json {
  return Object.hasOwn(call.params, "$session") ? { value, session: null } : value;
}
