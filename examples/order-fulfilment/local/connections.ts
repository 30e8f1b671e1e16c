import type { CassandraConnection } from "@treadle/cassandra/executor";
import type { CosmosConnection } from "@treadle/cosmos/executor";

interface CassandraAddress {
  readonly contactPoint: string;
  readonly port: number;
  readonly localDataCenter: string;
  readonly username: string;
  readonly password: string;
}

interface CosmosAddress {
  readonly endpoint: string;
  readonly key: string;
  readonly caCertificate: string;
}

/** How the bridge reaches the local node. */
export function toShop({
  contactPoint,
  port,
  localDataCenter,
  username,
  password,
}: CassandraAddress): CassandraConnection {
  return { contactPoints: [contactPoint], port, localDataCenter, credentials: { username, password } };
}

/** How the bridge reaches the local Cosmos server, which advertises no other endpoints. */
export function toCarts({ endpoint, key, caCertificate }: CosmosAddress): CosmosConnection {
  return { endpoint, key, ca: caCertificate, connectionPolicy: { enableEndpointDiscovery: false } };
}
