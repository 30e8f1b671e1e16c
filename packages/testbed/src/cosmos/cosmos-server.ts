import type { HttpFaultProxy } from "../proxy/start-http-fault-proxy.js";

/** What the SDK needs to reach an account: `new CosmosClient({ endpoint, key, agent: new https.Agent({ ca }) })`. */
export interface CosmosConnection {
  /** `https://127.0.0.1:<port>/` */
  readonly endpoint: string;
  readonly key: string;
  /** PEM of the certificate authority that the client has to trust, for this address alone. */
  readonly caCertificate: string;
  /** The server behind the fault proxy, without TLS; a test may put a fault proxy of its own before it. */
  readonly upstream: { readonly host: string; readonly port: number };
}

/** A local Cosmos DB account without databases. */
export interface CosmosServer extends CosmosConnection {
  readonly faults: HttpFaultProxy;
  stop(): Promise<void>;
}
