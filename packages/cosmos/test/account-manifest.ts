import type { CosmosManifest, CosmosStatement } from "../src/contract/manifest.js";
import { sampleManifest } from "./sample-manifest.js";

const tenant = { tenant: { types: ["string"] } } as const;
const ofTenant = { params: tenant, partitionKey: [{ param: "tenant" }], crossPartition: false } as const;

/** The sample's statements and those that need a whole account, on the same container of carts by tenant. */
export function accountManifest(database: string, change: Partial<CosmosManifest> = {}): CosmosManifest {
  const sample = sampleManifest(database);
  const more: { [name: string]: CosmosStatement } = {
    pageOfTenant: {
      operation: "pages",
      idempotent: true,
      text: "SELECT c.id, c.big FROM c WHERE c.tenant = @tenant",
      ...ofTenant,
      pageSize: 3,
    },
    largePage: {
      operation: "pages",
      idempotent: true,
      text: "SELECT c.id, c.big FROM c WHERE c.tenant = @tenant",
      ...ofTenant,
      pageSize: 100,
    },
    pageOfAll: {
      operation: "pages",
      idempotent: true,
      text: "SELECT c.id FROM c WHERE c.group = @group",
      params: { group: { types: ["string"] } },
      crossPartition: true,
      pageSize: 4,
    },
    countByStatus: {
      operation: "query",
      idempotent: true,
      text: "SELECT c.status, COUNT(1) AS carts FROM c WHERE c.tenant = @tenant GROUP BY c.status",
      ...ofTenant,
      result: "rows",
    },
    latest: {
      operation: "query",
      idempotent: true,
      text: "SELECT c.id FROM c WHERE c.tenant = @tenant ORDER BY c.count DESC OFFSET 1 LIMIT 2",
      ...ofTenant,
      result: "rows",
    },
    idsOfTenant: {
      operation: "query",
      idempotent: true,
      text: "SELECT VALUE c.id FROM c",
      ...ofTenant,
      result: "rows",
    },
    idsOfGroup: {
      operation: "query",
      idempotent: true,
      text: "SELECT VALUE c.id FROM c WHERE c.group = @group",
      params: { group: { types: ["string"] } },
      crossPartition: true,
      result: "rows",
    },
    swap: {
      operation: "batch",
      idempotent: false,
      operations: [
        { op: "create", item: "added" },
        { op: "upsert", item: "kept" },
        { op: "read", id: "seen" },
        { op: "delete", id: "gone" },
      ],
      params: {},
    },
    createPair: {
      operation: "batch",
      idempotent: false,
      operations: [
        { op: "create", item: "first" },
        { op: "create", item: "second" },
      ],
      params: {},
    },
    createMany: { operation: "bulk", idempotent: false, kind: "create" },
  };
  return { ...sample, statements: { ...sample.statements, ...more }, ...change };
}
