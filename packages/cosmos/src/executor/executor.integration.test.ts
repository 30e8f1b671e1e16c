import { randomUUID } from "node:crypto";
import { Agent } from "node:https";
import { CosmosClient } from "@azure/cosmos";
import { type CosmosFaultStatus, type CosmosProxy, cosmosAnswer, startCosmosProxy } from "@treadle/testbed";
import type { DataSourceExecutor } from "@treadle/workflow/data-source";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { call, callFailing, failureOf } from "../../test/call-executor.js";
import { sampleManifest } from "../../test/sample-manifest.js";
import type { CosmosManifest } from "../contract/manifest.js";
import { createExecutor } from "./create-executor.js";

describe("executor on a local server", () => {
  const { upstream, key } = inject("cosmos");
  const database = `executor-${randomUUID()}`;
  const executors: DataSourceExecutor[] = [];
  let proxy: CosmosProxy;
  let executor: DataSourceExecutor;
  let direct: CosmosClient;

  function open(change: object = {}, manifest: CosmosManifest = sampleManifest(database)): DataSourceExecutor {
    const opened = createExecutor(manifest, { endpoint: proxy.endpoint, key, ca: proxy.caCertificate, ...change });
    executors.push(opened);
    return opened;
  }

  const items = () => direct.database(database).container("carts").items;
  const count = async (id: string) =>
    (await items().query(`SELECT * FROM c WHERE c.id = '${id}'`).fetchAll()).resources;
  const cart = (id: string, more: object = {}) => ({ id, tenant: "acme", status: "open", count: 1, ...more });
  const at = (id: string) => ({ id, partitionKey: "acme" });

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

  it("creates, reads, replaces, upserts and deletes an item", async () => {
    const id = randomUUID();
    const created = await call(executor, "create", { item: cart(id) });
    expect(created.result).toEqual({ ...cart(id), _etag: expect.any(String), _ts: expect.any(Number) });
    expect((await call(executor, "read", at(id))).result).toEqual(created.result);
    const replaced = await call(executor, "replace", { item: cart(id, { count: 2 }) });
    expect(replaced.result).toMatchObject({ count: 2 });
    expect((await call(executor, "upsert", { item: cart(id, { count: 3 }) })).result).toMatchObject({ count: 3 });
    expect(await call(executor, "delete", at(id))).toMatchObject({ result: null });
    expect(await call(executor, "read", at(id))).toEqual({ result: null, measures: { rows: 0, requestUnits: 1 } });
  });

  it("takes deleting what is not there for done", async () => {
    expect((await call(executor, "delete", at("nowhere"))).result).toBeNull();
  });

  it("names what an item in the way, a missing item and a changed item mean", async () => {
    const id = randomUUID();
    await call(executor, "create", { item: cart(id) });
    expect((await callFailing(executor, "create", { item: cart(id) })).name).toBe("Cosmos.Conflict");
    expect((await callFailing(executor, "replace", { item: cart("nowhere") })).name).toBe("Cosmos.NotFound");
    const stale = await callFailing(executor, "replace", { item: cart(id), ifMatch: "stale" });
    expect(stale.name).toBe("Cosmos.PreconditionFailed");
    expect(stale.details).toMatchObject({ outcome: "permanent", statement: "replace", attempt: 2, driverCode: 412 });
  });

  it("replaces the item whose ETag it was given", async () => {
    const id = randomUUID();
    const { result } = await call(executor, "create", { item: cart(id) });
    const { _etag: ifMatch } = result as unknown as { _etag: string };
    expect((await call(executor, "replace", { item: cart(id), ifMatch })).result).toMatchObject({ id });
  });

  it("patches by compiled operations, and only where the condition holds", async () => {
    const id = randomUUID();
    await call(executor, "create", { item: cart(id) });
    const closed = await call(executor, "close", { ...at(id), reason: "paid" });
    expect(closed.result).toMatchObject({ status: "closed", reason: "paid" });
    expect((await callFailing(executor, "close", { ...at(id), reason: "twice" })).name).toBe(
      "Cosmos.PreconditionFailed",
    );
    expect((await call(executor, "addOne", at(id))).result).toMatchObject({ count: 2 });
  });

  it("queries one partition and all of them, and sums the request units", async () => {
    const tenant = randomUUID();
    const ids = Array.from({ length: 5 }, (_, index) => `${tenant}-${index}`);
    for (const id of ids) await call(executor, "create", { item: cart(id, { tenant, count: 1000 }) });
    const { result, measures } = await call(executor, "openCarts", { tenant });
    expect(result).toHaveLength(5);
    expect(result).toContainEqual({ id: ids[0], count: 1000 });
    expect(measures.rows).toBe(5);
    expect(measures.requestUnits).toBeGreaterThan(0);
    expect((await call(executor, "anyCart", { tenant })).result).toEqual({ id: expect.any(String) });
    expect((await call(executor, "anyCart", { tenant: "nobody" })).result).toBeNull();
    expect((await call(executor, "countAll", { least: 1000 })).result).toBe(5);
  });

  it("refuses results and items beyond the payload limit", async () => {
    const tenant = randomUUID();
    const big = "x".repeat(100_000);
    for (const n of [1, 2, 3]) await items().create({ ...cart(`${tenant}-${n}`, { tenant, count: big }) });
    expect((await callFailing(executor, "openCarts", { tenant })).name).toBe("Cosmos.PayloadTooLarge");
    const id = randomUUID();
    const error = await callFailing(executor, "create", { item: cart(id, { big: big + big + big }) });
    expect(error.name).toBe("Cosmos.PayloadTooLarge");
    expect(await count(id)).toEqual([]);
  });

  it("refuses missing, extra and unfit parameters before anything is sent", async () => {
    const details = async (statement: string, params: object) => {
      const error = await callFailing(executor, statement, params as never);
      expect(error.name).toBe("Cosmos.InvalidParameter");
      expect(error.message).not.toContain("secret");
      return error.details;
    };
    expect(await details("read", { id: "a" })).toMatchObject({ path: "partitionKey" });
    expect(await details("read", { ...at("a"), more: 1 })).toMatchObject({ path: "more" });
    expect(await details("read", at("a/secret"))).toMatchObject({ path: "id", valueKind: "string" });
    expect(await details("create", { item: { tenant: "acme" } })).toMatchObject({ path: "item.id" });
    expect(await details("create", { item: { id: "a" } })).toMatchObject({ path: "item.tenant" });
    expect(await details("openCarts", { tenant: 1 })).toMatchObject({ path: "tenant", valueKind: "number" });
    expect(await details("close", { ...at("a"), reason: null })).toMatchObject({ path: "reason", valueKind: "null" });
  });

  const answers: readonly [string, CosmosFaultStatus, string, string][] = [
    ["read", 401, "Cosmos.Unauthorized", "not-applied"],
    ["read", 403, "Cosmos.Forbidden", "permanent"],
    ["read", 408, "Cosmos.RequestTimeout", "unknown"],
    ["create", 408, "Cosmos.OutcomeUnknown", "unknown"],
    ["create", 410, "Cosmos.PartitionMoved", "not-applied"],
    ["create", 449, "Cosmos.RetryWith", "not-applied"],
    ["read", 500, "Cosmos.InternalServerError", "unknown"],
    ["addOne", 500, "Cosmos.OutcomeUnknown", "unknown"],
    ["read", 503, "Cosmos.ServiceUnavailable", "unknown"],
    ["create", 429, "Cosmos.TooManyRequests", "not-applied"],
  ];

  it.each(answers)("names an answer to %s of status %i %s, which is %s", async (statement, status, name, outcome) => {
    const isItem = ({ path }: { path: string }) => path.includes("/docs");
    proxy.faults.injectFault({ fault: cosmosAnswer(status), matching: isItem, requests: 100 });
    const id = randomUUID();
    const params = statement === "create" ? { item: cart(id) } : at(id);
    const error = await callFailing(executor, statement, params);
    expect([error.name, error.details.outcome]).toEqual([name, outcome]);
    expect(error.details.requestUnits).toBe(0);
    proxy.faults.clearFaults();
    expect(await count(id)).toEqual([]);
  });

  it.each([408, 500, 503] as const)(
    "sends a write that is not idempotent once, whatever comes back (%i)",
    async (status) => {
      const id = randomUUID();
      await call(executor, "create", { item: cart(id) });
      let sent = 0;
      const matching = ({ method }: { method: string }) => {
        if (method === "PATCH") sent++;
        return method === "PATCH";
      };
      proxy.faults.injectFault({ fault: cosmosAnswer(status), matching, requests: 100 });
      expect((await callFailing(executor, "addOne", at(id))).name).toBe("Cosmos.OutcomeUnknown");
      expect(sent).toBe(1);
    },
  );

  it("reports a create whose answer was lost as unknown, and did it once", async () => {
    const id = randomUUID();
    proxy.faults.injectFault({ fault: { kind: "reset-after-forward" }, matching: ({ method }) => method === "POST" });
    const error = await callFailing(executor, "create", { item: cart(id) });
    expect(error.name).toBe("Cosmos.OutcomeUnknown");
    expect(error.details.reason).toBe("Cosmos.ConnectionLost");
    expect(await count(id)).toHaveLength(1);
  });

  it("names a server that is not there and a certificate that is not trusted", async () => {
    const gone = open({ endpoint: "https://127.0.0.1:1/" });
    expect((await callFailing(gone, "read", at("a"))).name).toBe("Cosmos.ConnectionFailed");
    const untrusted = open({ agent: new Agent() });
    expect((await callFailing(untrusted, "read", at("a"))).name).toBe("Cosmos.ConnectionFailed");
  });

  it("reads the key again after a refusal, and does what was asked", async () => {
    const keys = [Buffer.from("old").toString("base64"), key];
    const rotated = open({ key: { secret: async () => keys.shift() ?? key } });
    proxy.faults.injectFault({ fault: cosmosAnswer(401), matching: ({ path }) => path.includes("/docs"), requests: 1 });
    expect((await call(rotated, "read", at("nowhere"))).result).toBeNull();
    expect(keys).toEqual([]);
  });

  it("fails the preflight where the container is missing or has another partition key", async () => {
    const signal = new AbortController().signal;
    const missing = open({}, { ...sampleManifest(database), container: "nowhere" });
    const failure = await failureOf(missing.preflight({ signal }));
    expect(failure.name).toBe("Cosmos.PreflightFailed");
    expect(failure.details).toMatchObject({ error: "Cosmos.ContainerNotFound", container: "nowhere" });
    const drifted = open({}, { ...sampleManifest(database), partitionKey: ["/customer"] });
    const drift = await failureOf(drifted.preflight({ signal }));
    expect(drift.details).toMatchObject({ error: "Cosmos.ContainerDrift", outcome: "permanent" });
  });

  it("stops when the call's time is up", async () => {
    expect((await callFailing(executor, "read", at("a"), AbortSignal.abort())).details.outcome).toBe("not-applied");
    proxy.faults.injectFault({ fault: { kind: "swallow" }, matching: ({ method }) => method === "POST" });
    const late = await callFailing(executor, "create", { item: cart(randomUUID()) }, AbortSignal.timeout(300));
    expect(late.name).toBe("Cosmos.OutcomeUnknown");
    expect(late.details.reason).toBe("Cosmos.ClientTimeout");
  });
});
