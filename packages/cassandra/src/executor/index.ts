export type { CassandraConnection, Credentials } from "./connection.js";
export { createExecutor } from "./create-executor.js";
