export { describeWithCassandra } from "./describe-with-cassandra.js";
export type { ProvidedServers } from "./provided-servers.js";
