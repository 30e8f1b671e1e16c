export type { CallRecord } from "./call-record.js";
export { type BridgeHandler, type BridgeOptions, createBridge, type LambdaContext } from "./create-bridge.js";
