import { randomUUID } from "node:crypto";
import type { Agent } from "node:https";
import { CosmosClient } from "@azure/cosmos";
import { callExecutor, callFailing } from "@treadle/testbed";
import type { DataSourceExecutor } from "@treadle/workflow/data-source";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CosmosManifest } from "../src/contract/manifest.js";
import type { CosmosConnection } from "../src/executor/connection.js";
import { createExecutor } from "../src/executor/create-executor.js";
import { accountManifest } from "./account-manifest.js";

export interface Account {
  readonly connection: CosmosConnection;
  /** The same way for the suite's own client, which makes the containers. */
  readonly key: string;
  readonly agent?: Agent;
}

/** What the server can do of all that the service can. */
export interface AccountFeatures {
  readonly bulk: boolean;
  readonly patchConditions: boolean;
}

type Row = { readonly [name: string]: string };
type Page = { readonly rows: readonly Row[]; readonly next: string | null };
type InSession<Value> = { readonly value: Value; readonly session: string };

/** What an executor does on an account that has partitions, sessions and atomic batches. */
export function describeAccount(name: string, features: AccountFeatures, open: () => Account): void {
  describe(name, () => {
    const database = `treadle-${randomUUID()}`;
    const executors: DataSourceExecutor[] = [];
    let account: Account;
    let admin: CosmosClient;
    let executor: DataSourceExecutor;

    const instance = (change: Partial<CosmosManifest> = {}): DataSourceExecutor => {
      const opened = createExecutor(accountManifest(database, change), account.connection);
      executors.push(opened);
      return opened;
    };
    const cart = (id: string, tenant: string, more: object = {}) => ({ id, tenant, status: "open", count: 1, ...more });
    const results = async <Result>(statement: string, params: object, from = executor): Promise<Result> =>
      (await callExecutor(from, statement, params as never)).result as Result;
    const idsOf = async (tenant: string) => (await results<string[]>("idsOfTenant", { tenant })).sort();

    beforeAll(async () => {
      account = open();
      const { connection, key, agent } = account;
      admin = new CosmosClient({ endpoint: connection.endpoint, key, ...(agent && { agent }) });
      await admin.databases.create({ id: database });
      const make = admin.database(database).containers;
      await make.create({ id: "carts", partitionKey: { paths: ["/tenant"] } });
      await make.create({
        id: "visits",
        partitionKey: { paths: ["/tenant", "/user"], kind: "MultiHash" as never, version: 2 },
      });
      executor = instance();
      await executor.preflight({ signal: new AbortController().signal });
    });

    afterAll(async () => {
      await Promise.all(executors.map((one) => one.close()));
      await admin?.database(database).delete();
      admin?.dispose();
    });

    it("creates, reads, replaces by ETag, patches and deletes", async () => {
      const tenant = randomUUID();
      const at = { id: "a", partitionKey: tenant };
      const created = await results<Row>("create", { item: cart("a", tenant) });
      expect(created).toEqual({ ...cart("a", tenant), _etag: expect.any(String), _ts: expect.any(Number) });
      expect(await results("read", at)).toEqual(created);
      await callExecutor(executor, "addOne", at);
      const stale = await callFailing(executor, "replace", { item: cart("a", tenant), ifMatch: created._etag! });
      expect(stale.name).toBe("Cosmos.PreconditionFailed");
      expect(stale.details).toMatchObject({ driverCode: 412, activityId: expect.any(String) });
      expect(await results("read", at)).toMatchObject({ count: 2 });
      expect((await callFailing(executor, "create", { item: cart("a", tenant) })).name).toBe("Cosmos.Conflict");
      await callExecutor(executor, "delete", at);
      expect(await results("read", at)).toBeNull();
      expect((await callFailing(executor, "addOne", at)).name).toBe("Cosmos.NotFound");
    });

    it("reports what a call has cost", async () => {
      const { measures } = await callExecutor(executor, "create", { item: cart("a", randomUUID()) });
      expect(measures.requestUnits).toBeGreaterThan(1);
    });

    it("reads one partition only where the query names it", async () => {
      const [mine, theirs] = [randomUUID(), randomUUID()];
      await callExecutor(executor, "create", { item: cart("a", mine, { group: mine }) });
      await callExecutor(executor, "create", { item: cart("b", theirs, { group: mine }) });
      // The query's text has no condition: the partition alone keeps the other tenant's item out.
      expect(await idsOf(mine)).toEqual(["a"]);
      expect((await results<string[]>("idsOfGroup", { group: mine })).sort()).toEqual(["a", "b"]);
    });

    it("groups, sorts and skips in one partition", async () => {
      const tenant = randomUUID();
      for (const [at, status] of ["open", "open", "closed", "open"].entries()) {
        await callExecutor(executor, "create", { item: cart(`c${at}`, tenant, { status, count: at }) });
      }
      const groups = await results<{ status: string; carts: number }[]>("countByStatus", { tenant });
      expect([...groups].sort((a, b) => a.carts - b.carts)).toEqual([
        { status: "closed", carts: 1 },
        { status: "open", carts: 3 },
      ]);
      expect(await results("latest", { tenant })).toEqual([{ id: "c2" }, { id: "c1" }]);
    });

    it("does all of a batch", async () => {
      const tenant = randomUUID();
      await callExecutor(executor, "create", { item: cart("gone", tenant) });
      const done = await results<(Row | null)[]>("swap", {
        partitionKey: tenant,
        added: cart("added", tenant),
        kept: cart("kept", tenant, { count: 7 }),
        seen: "kept",
        gone: "gone",
      });
      expect(done).toMatchObject([{ id: "added" }, { id: "kept", count: 7 }, { id: "kept", count: 7 }, null]);
      expect(await idsOf(tenant)).toEqual(["added", "kept"]);
    });

    it("does nothing of a batch of which one operation fails, and says which", async () => {
      const tenant = randomUUID();
      await callExecutor(executor, "create", { item: cart("taken", tenant) });
      const error = await callFailing(executor, "createPair", {
        partitionKey: tenant,
        first: cart("new", tenant),
        second: cart("taken", tenant),
      });
      expect(error.name).toBe("Cosmos.Conflict");
      expect(error.details).toMatchObject({ outcome: "permanent", operationIndex: 1 });
      expect(await idsOf(tenant)).toEqual(["taken"]);
    });

    it("pages through one partition and through all, each item once", async () => {
      const group = randomUUID();
      const ids = Array.from({ length: 10 }, (_, at) => `i${at}`);
      for (const id of ids) await callExecutor(executor, "create", { item: cart(id, group, { group }) });
      for (const id of ids) await callExecutor(executor, "create", { item: cart(`x${id}`, randomUUID(), { group }) });
      const ofTenant = await allPages("pageOfTenant", { tenant: group });
      expect(ofTenant.sizes.every((size) => size <= 3)).toBe(true);
      expect(ofTenant.ids).toEqual(ids);
      const ofAll = await allPages("pageOfAll", { group });
      expect(ofAll.sizes.every((size) => size <= 4)).toBe(true);
      expect(ofAll.ids).toEqual([...ids, ...ids.map((id) => `x${id}`)].sort());
    });

    it("goes on in a process of its own, but not with other parameters", async () => {
      const tenant = randomUUID();
      for (const id of ["a", "b", "c", "d"]) await callExecutor(executor, "create", { item: cart(id, tenant) });
      const { rows, next } = await results<Page>("pageOfTenant", { tenant });
      const rest = await results<Page>("pageOfTenant", { tenant, continuation: next }, instance());
      expect([...rows, ...rest.rows].map(({ id }) => id).sort()).toEqual(["a", "b", "c", "d"]);
      const other = await callFailing(executor, "pageOfTenant", { tenant: "other", continuation: next });
      expect([other.name, other.details.path]).toEqual(["Cosmos.InvalidParameter", "continuation"]);
    });

    it("makes pages smaller until they fit into a state, and loses no item by it", async () => {
      const tenant = randomUUID();
      const big = "x".repeat(60_000);
      const ids = Array.from({ length: 7 }, (_, at) => `i${at}`);
      for (const id of ids) await callExecutor(executor, "create", { item: cart(id, tenant, { big }) });
      const { ids: found, sizes } = await allPages("largePage", { tenant });
      expect(found).toEqual(ids);
      expect(sizes.length).toBeGreaterThan(1);
    });

    it("hands the session on, so that another instance reads what was written", async () => {
      const tenant = randomUUID();
      const [writer, reader] = [instance({ sessionTokens: true }), instance({ sessionTokens: true })];
      const item = cart("a", tenant);
      const written = await results<InSession<Row>>("create", { item, $session: null }, writer);
      expect(written.session).toMatch(/^\d+:/);
      const at = { id: "a", partitionKey: tenant };
      const read = await results<InSession<Row>>("read", { ...at, $session: written.session }, reader);
      expect(read.value).toEqual(written.value);
      const changed = await results<InSession<Row>>("addOne", { ...at, $session: read.session }, writer);
      expect(changed.session).not.toBe(written.session);
      const ids = await results<InSession<string[]>>(
        "idsOfGroup",
        { group: tenant, $session: changed.session },
        reader,
      );
      // A query over all partitions knows the progress of each; the write's must be among them.
      expect(ids.session.split(",")).toContain(changed.session);
    });

    it("refuses a session that is none before anything is sent", async () => {
      const session = await callFailing(instance({ sessionTokens: true }), "read", {
        id: "a",
        partitionKey: "b",
        $session: "0:1\r\nx-other: 1",
      });
      expect([session.name, session.details.path]).toEqual(["Cosmos.InvalidParameter", "$session"]);
    });

    it("compares items with the declared type where the manifest has it", async () => {
      const tenant = randomUUID();
      const string = { type: { kind: "string" }, optional: false } as const;
      const count = { type: { kind: "number" }, optional: false } as const;
      const strict = instance({
        itemShape: { kind: "object", properties: { id: string, tenant: string, status: string, count } },
      });
      const refused = await callFailing(strict, "create", { item: cart("a", tenant, { count: "1" }) });
      expect(refused.name).toBe("Cosmos.InvalidParameter");
      expect(refused.details).toMatchObject({ path: "item.count", valueKind: "string" });
      await callExecutor(executor, "create", { item: cart("a", tenant, { count: "1" }) });
      const mismatch = await callFailing(strict, "read", { id: "a", partitionKey: tenant });
      expect(mismatch.name).toBe("Cosmos.ItemShapeMismatch");
      expect(mismatch.details).toMatchObject({ path: "count", expected: "number", valueKind: "string" });
    });

    it("finds items by a key of several paths", async () => {
      const visits = instance({ container: "visits", partitionKey: ["/tenant", "/user"] });
      const item = { id: "v", tenant: "acme", user: "ada", count: 1 };
      await callExecutor(visits, "create", { item });
      expect(await results("read", { id: "v", partitionKey: ["acme", "ada"] }, visits)).toMatchObject(item);
      expect(await results("read", { id: "v", partitionKey: ["acme", "bob"] }, visits)).toBeNull();
    });

    const itWith = (feature: keyof AccountFeatures) => (features[feature] ? it : () => undefined);

    itWith("patchConditions")("patches only where the condition holds", async () => {
      const at = { id: "a", partitionKey: randomUUID() };
      await callExecutor(executor, "create", { item: cart("a", at.partitionKey) });
      expect(await results("close", { ...at, reason: "paid" })).toMatchObject({ status: "closed" });
      const twice = await callFailing(executor, "close", { ...at, reason: "twice" });
      expect(twice.name).toBe("Cosmos.PreconditionFailed");
    });

    itWith("bulk")("creates many, and tells of each that was refused", async () => {
      const tenant = randomUUID();
      await callExecutor(executor, "create", { item: cart("b", tenant) });
      const items = ["a", "b", "c"].map((id) => cart(id, tenant));
      expect(await results("createMany", { items })).toEqual({
        done: 2,
        failed: [{ index: 1, id: "b", error: "Cosmos.Conflict", again: false }],
      });
      expect(await idsOf(tenant)).toEqual(["a", "b", "c"]);
    });

    async function allPages(statement: string, params: object) {
      const ids: string[] = [];
      const sizes: number[] = [];
      let continuation: string | null = null;
      do {
        const page: Page = await results(statement, { ...params, continuation });
        for (const row of page.rows) ids.push(row.id!);
        sizes.push(page.rows.length);
        continuation = page.next;
      } while (continuation !== null);
      return { ids: ids.sort(), sizes };
    }
  });
}
