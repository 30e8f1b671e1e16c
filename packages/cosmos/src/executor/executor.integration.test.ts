import { randomUUID } from "node:crypto";
import { callExecutor, callFailing, failureOf } from "@treadle/testbed";
import { describe, expect, it } from "vitest";
import { sampleManifest } from "../../test/sample-manifest.js";
import { at, cart, useSampleSource } from "../../test/sample-source.js";

describe("executor on a local server", () => {
  const source = useSampleSource();
  const { database, items, open, stored } = source;

  it("creates, reads, replaces, upserts and deletes an item", async () => {
    const id = randomUUID();
    const created = await callExecutor(source.executor, "create", { item: cart(id) });
    expect(created.result).toEqual({ ...cart(id), _etag: expect.any(String), _ts: expect.any(Number) });
    expect((await callExecutor(source.executor, "read", at(id))).result).toEqual(created.result);
    const replaced = await callExecutor(source.executor, "replace", { item: cart(id, { count: 2 }) });
    expect(replaced.result).toMatchObject({ count: 2 });
    expect((await callExecutor(source.executor, "upsert", { item: cart(id, { count: 3 }) })).result).toMatchObject({
      count: 3,
    });
    expect(await callExecutor(source.executor, "delete", at(id))).toMatchObject({ result: null });
    expect(await callExecutor(source.executor, "read", at(id))).toEqual({
      result: null,
      measures: { rows: 0, requestUnits: 1 },
    });
  });

  it("takes deleting what is not there for done", async () => {
    expect((await callExecutor(source.executor, "delete", at("nowhere"))).result).toBeNull();
  });

  it("names what an item in the way, a missing item and a changed item mean", async () => {
    const id = randomUUID();
    await callExecutor(source.executor, "create", { item: cart(id) });
    expect((await callFailing(source.executor, "create", { item: cart(id) })).name).toBe("Cosmos.Conflict");
    expect((await callFailing(source.executor, "replace", { item: cart("nowhere") })).name).toBe("Cosmos.NotFound");
    const stale = await callFailing(source.executor, "replace", { item: cart(id, { count: 2 }), ifMatch: "stale" });
    expect(stale.name).toBe("Cosmos.PreconditionFailed");
    expect(stale.details).toMatchObject({ outcome: "permanent", statement: "replace", attempt: 2, driverCode: 412 });
  });

  it("replaces the item whose ETag it was given", async () => {
    const id = randomUUID();
    const { result } = await callExecutor(source.executor, "create", { item: cart(id) });
    const { _etag: ifMatch } = result as unknown as { _etag: string };
    expect((await callExecutor(source.executor, "replace", { item: cart(id), ifMatch })).result).toMatchObject({ id });
  });

  it("patches by compiled operations, and only where the condition holds", async () => {
    const id = randomUUID();
    await callExecutor(source.executor, "create", { item: cart(id) });
    const closed = await callExecutor(source.executor, "close", { ...at(id), reason: "paid" });
    expect(closed.result).toMatchObject({ status: "closed", reason: "paid" });
    expect((await callFailing(source.executor, "close", { ...at(id), reason: "twice" })).name).toBe(
      "Cosmos.PreconditionFailed",
    );
    expect((await callExecutor(source.executor, "addOne", at(id))).result).toMatchObject({ count: 2 });
  });

  it("queries one partition and all of them, and sums the request units", async () => {
    const tenant = randomUUID();
    const ids = Array.from({ length: 5 }, (_, index) => `${tenant}-${index}`);
    for (const id of ids) await callExecutor(source.executor, "create", { item: cart(id, { tenant, count: 1000 }) });
    const { result, measures } = await callExecutor(source.executor, "openCarts", { tenant });
    expect(result).toHaveLength(5);
    expect(result).toContainEqual({ id: ids[0], count: 1000 });
    expect(measures.rows).toBe(5);
    expect(measures.requestUnits).toBeGreaterThan(0);
    expect((await callExecutor(source.executor, "anyCart", { tenant })).result).toEqual({ id: expect.any(String) });
    expect((await callExecutor(source.executor, "anyCart", { tenant: "nobody" })).result).toBeNull();
    expect((await callExecutor(source.executor, "countAll", { least: 1000 })).result).toBe(5);
  });

  it("refuses results and items beyond the payload limit", async () => {
    const tenant = randomUUID();
    const big = "x".repeat(100_000);
    for (const n of [1, 2, 3]) await items().create({ ...cart(`${tenant}-${n}`, { tenant, count: big }) });
    expect((await callFailing(source.executor, "openCarts", { tenant })).name).toBe("Cosmos.PayloadTooLarge");
    const id = randomUUID();
    const error = await callFailing(source.executor, "create", { item: cart(id, { big: big + big + big }) });
    expect(error.name).toBe("Cosmos.PayloadTooLarge");
    expect(await stored(id)).toEqual([]);
  });

  it("refuses missing, extra and unfit parameters before anything is sent", async () => {
    const details = async (statement: string, params: object) => {
      const error = await callFailing(source.executor, statement, params as never);
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
});
