export { describeWithCassandra } from "./describe-with-cassandra.js";
export { describeWithCosmosEmulator } from "./describe-with-cosmos-emulator.js";
export type { ProvidedServers } from "./provided-servers.js";
