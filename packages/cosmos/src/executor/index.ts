export type { CosmosConnection } from "./connection.js";
export { createExecutor } from "./create-executor.js";
