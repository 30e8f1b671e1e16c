export { cassandraVersion } from "./cassandra/cassandra-jars.js";
export type { CassandraConnection, CassandraServer } from "./cassandra/cassandra-server.js";
export { splitCql } from "./cassandra/split-cql.js";
export { type StartCassandraOptions, startCassandra } from "./cassandra/start-cassandra.js";
export { type CassandraPair, startCassandraPair } from "./cassandra/start-cassandra-pair.js";
export { type CosmosAnswerOptions, type CosmosFaultStatus, cosmosAnswer } from "./cosmos/cosmos-answer.js";
export type { CosmosConnection, CosmosServer } from "./cosmos/cosmos-server.js";
export { checkEmulatorRequirements } from "./cosmos/emulator/emulator-requirements.js";
export { type StartCosmosEmulatorOptions, startCosmosEmulator } from "./cosmos/emulator/start-emulator.js";
export { type StartCosmosOptions, startCosmos } from "./cosmos/start-cosmos.js";
export { type CosmosProxy, startCosmosProxy } from "./cosmos/start-cosmos-proxy.js";
export { callExecutor, callFailing, failureOf } from "./executors/call-executor.js";
export type { Progress } from "./progress.js";
export { type Certificate, createCertificate } from "./proxy/certificate.js";
export type { AnswerFault, FaultRule, TransportFault } from "./proxy/fault.js";
export type { FaultProxy, ProxyTarget } from "./proxy/fault-proxy.js";
export {
  type HttpFault,
  type HttpFaultProxy,
  type HttpFaultProxyOptions,
  type HttpRequest,
  startHttpFaultProxy,
} from "./proxy/start-http-fault-proxy.js";
export { startTcpFaultProxy, type TcpFaultProxy, type TcpRequest } from "./proxy/start-tcp-fault-proxy.js";
export {
  checkRequirements,
  describeMissingRequirements,
  type MissingRequirement,
  MissingRequirementsError,
} from "./requirements/check-requirements.js";
