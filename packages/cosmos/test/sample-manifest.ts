import type { CosmosManifest } from "../src/contract/manifest.js";

/** Every operation once, on a container of carts by tenant. */
export function sampleManifest(database: string): CosmosManifest {
  const tenant = { tenant: { types: ["string"] } } as const;
  return {
    kind: "cosmos",
    source: "carts",
    database,
    container: "carts",
    partitionKey: ["/tenant"],
    statements: {
      read: { operation: "read", idempotent: true },
      create: { operation: "create", idempotent: false },
      upsert: { operation: "upsert", idempotent: true },
      replace: { operation: "replace", idempotent: true },
      delete: { operation: "delete", idempotent: true },
      close: {
        operation: "patch",
        idempotent: true,
        operations: [
          { op: "set", path: "/status", value: { value: "closed" } },
          { op: "set", path: "/reason", value: { param: "reason" } },
        ],
        condition: "FROM c WHERE c.status = 'open'",
        params: { reason: { types: ["string"] } },
      },
      addOne: {
        operation: "patch",
        idempotent: false,
        operations: [{ op: "incr", path: "/count", value: { value: 1 } }],
        params: {},
      },
      openCarts: {
        operation: "query",
        idempotent: true,
        text: "SELECT c.id, c.count FROM c WHERE c.tenant = @tenant AND c.status = 'open'",
        params: tenant,
        partitionKey: [{ param: "tenant" }],
        crossPartition: false,
        result: "rows",
      },
      anyCart: {
        operation: "query",
        idempotent: true,
        text: "SELECT c.id FROM c WHERE c.tenant = @tenant",
        params: tenant,
        partitionKey: [{ param: "tenant" }],
        crossPartition: false,
        result: "one",
      },
      countAll: {
        operation: "query",
        idempotent: true,
        text: "SELECT VALUE COUNT(1) FROM c WHERE c.count >= @least",
        params: { least: { types: ["number"] } },
        crossPartition: true,
        result: "one",
      },
    },
  };
}
