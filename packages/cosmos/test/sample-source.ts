import { randomUUID } from "node:crypto";
import { Agent } from "node:https";
import { type Container, CosmosClient } from "@azure/cosmos";
import { type CosmosProxy, startCosmosProxy } from "@treadle/testbed";
import type { DataSourceExecutor } from "@treadle/workflow/data-source";
import { afterAll, afterEach, beforeAll, inject } from "vitest";
import type { CosmosManifest } from "../src/contract/manifest.js";
import { createExecutor } from "../src/executor/create-executor.js";
import { sampleManifest } from "./sample-manifest.js";

/** The sample's container on the local server, behind a fault proxy of the file's own. */
export interface SampleSource {
  readonly database: string;
  readonly key: string;
  readonly proxy: CosmosProxy;
  readonly executor: DataSourceExecutor;
  /** Another executor; what is undefined in the change is left out of the connection. */
  readonly open: (change?: object, manifest?: CosmosManifest) => DataSourceExecutor;
  readonly items: () => Container["items"];
  /** The items of that id, wherever they are. */
  readonly stored: (id: string) => Promise<readonly object[]>;
}

/** Makes it before the file's tests and takes it away after them; it is there while a test runs. */
export function useSampleSource(): SampleSource {
  const { upstream, key } = inject("cosmos");
  const database = `executor-${randomUUID()}`;
  const executors: DataSourceExecutor[] = [];
  let proxy: CosmosProxy;
  let executor: DataSourceExecutor;
  let direct: CosmosClient;

  function open(change: object = {}, manifest: CosmosManifest = sampleManifest(database)): DataSourceExecutor {
    const connection = { endpoint: proxy.endpoint, key, ca: proxy.caCertificate, ...change };
    const given = Object.entries(connection).filter(([, value]) => value !== undefined);
    const opened = createExecutor(manifest, Object.fromEntries(given));
    executors.push(opened);
    return opened;
  }

  const items = () => direct.database(database).container("carts").items;

  beforeAll(async () => {
    proxy = await startCosmosProxy(upstream);
    direct = new CosmosClient({ endpoint: proxy.endpoint, key, agent: new Agent({ ca: proxy.caCertificate }) });
    await direct.databases.create({ id: database });
    await direct.database(database).containers.create({ id: "carts", partitionKey: { paths: ["/tenant"] } });
    executor = open();
    await executor.preflight({ signal: new AbortController().signal });
  });

  afterEach(() => proxy.faults.clearFaults());

  afterAll(async () => {
    await Promise.all(executors.map((one) => one.close()));
    direct?.dispose();
    await proxy?.faults.close();
  });

  return {
    database,
    key,
    get proxy() {
      return proxy;
    },
    get executor() {
      return executor;
    },
    open,
    items,
    stored: async (id) => (await items().query(`SELECT * FROM c WHERE c.id = '${id}'`).fetchAll()).resources,
  };
}

/** A cart of the sample's tenant, and where it is. */
export const cart = (id: string, more: object = {}) => ({ id, tenant: "acme", status: "open", count: 1, ...more });
export const at = (id: string) => ({ id, partitionKey: "acme" });
