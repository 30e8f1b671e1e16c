import { randomUUID } from "node:crypto";
import type { Json } from "@treadle/expressions";
import { callExecutor, callFailing, failureOf } from "@treadle/testbed";
import { describeWithCassandra } from "@treadle/testbed/vitest";
import type { DataSourceExecutor } from "@treadle/workflow/data-source";
import { Client } from "cassandra-driver";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sampleManifest, sampleSchema, statement } from "../../test/sample-manifest.js";
import type { CassandraManifest } from "../contract/manifest.js";
import { createClientHolder } from "./client-holder.js";
import { parseConnection } from "./connection.js";
import { createExecutor } from "./create-executor.js";

describeWithCassandra("executor on a real node", (cassandra) => {
  const keyspace = `executor_${randomUUID().replaceAll("-", "").slice(0, 12)}`;
  const executors: DataSourceExecutor[] = [];
  let superuser: Client;
  let executor: DataSourceExecutor;

  function open(manifest: CassandraManifest, change: object = {}): DataSourceExecutor {
    const { contactPoint, port, localDataCenter, username, password } = cassandra();
    const opened = createExecutor(manifest, {
      contactPoints: [contactPoint],
      port,
      localDataCenter,
      credentials: { username, password },
      ...change,
    });
    executors.push(opened);
    return opened;
  }

  function withStatement(changed: CassandraManifest["statements"]): CassandraManifest {
    return { ...sampleManifest(keyspace), statements: changed };
  }

  beforeAll(async () => {
    const { contactPoint, port, localDataCenter, username, password } = cassandra();
    superuser = new Client({
      contactPoints: [contactPoint],
      localDataCenter,
      protocolOptions: { port },
      credentials: { username, password },
    });
    for (const cql of sampleSchema(keyspace)
      .split(";\n")
      .filter((text) => text.trim() !== "")) {
      await superuser.execute(cql);
    }
    executor = open(sampleManifest(keyspace));
  });

  afterAll(async () => {
    await Promise.all(executors.map((one) => one.close()));
    await superuser?.shutdown();
  });

  const order = (id: string) => ({
    id,
    status: "PAID",
    total: "19.90",
    placed: "2026-01-31T10:00:00.000Z",
    note: null,
    ship_to: { street: "Hauptstraße 1", city: "Zürich", zip: 8001 },
    tags: ["gift", "new"],
    history: [["2026-01-31T10:00:00.000Z", "placed"]],
    attributes: { channel: "web" },
  });

  it("gives back a row as it was written", async () => {
    const id = randomUUID();
    await callExecutor(executor, "placeOrder", order(id));
    const { result, measures } = await callExecutor(executor, "orderById", { orderId: id });
    expect(result).toEqual(order(id));
    expect(measures).toEqual({ rows: 1, coordinator: expect.stringContaining("127.0.0.1") });
  });

  it("gives null for a row that is not there", async () => {
    const { result, measures } = await callExecutor(executor, "orderById", { orderId: randomUUID() });
    expect(result).toBeNull();
    expect(measures.rows).toBe(0);
  });

  it("deletes a value with null and leaves it with an absent parameter", async () => {
    const id = randomUUID();
    await callExecutor(executor, "placeOrder", { ...order(id), note: "first" });
    await callExecutor(executor, "placeOrder", { id, status: null });
    const { result } = await callExecutor(executor, "orderById", { orderId: id });
    expect(result).toMatchObject({ status: null, note: "first", total: "19.90" });
  });

  it("writes at the server's time", async () => {
    const id = randomUUID();
    await callExecutor(executor, "placeOrder", order(id));
    await superuser.execute(`UPDATE ${keyspace}.orders USING TIMESTAMP 1 SET note = 'old' WHERE id = ${id}`);
    const before = Date.now() * 1000;
    await callExecutor(executor, "placeOrder", { id, note: "x" });
    const times = await superuser.execute(`SELECT writetime(note) AS t FROM ${keyspace}.orders WHERE id = ${id}`);
    expect(Number(times.first().t)).toBeGreaterThan(before - 60_000_000);
  });

  it("gives rows page after page, with a LIMIT by parameter", async () => {
    const orderId = randomUUID();
    const lines = Array.from({ length: 2500 }, (_, line) => ({ orderId, line, sku: `S${line}`, qty: 1 }));
    for (let at = 0; at < lines.length; at += 250) {
      await Promise.all(lines.slice(at, at + 250).map((line) => callExecutor(executor, "addLine", line)));
    }
    const { result, measures } = await callExecutor(executor, "linesOf", { orderId, max: 2400 });
    expect(measures.rows).toBe(2400);
    expect(result).toEqual(lines.slice(0, 2400).map(({ line, sku, qty }) => ({ line, sku, qty })));
  });

  it("refuses a result beyond the payload limit and offers pages, which have as many rows as fit", async () => {
    const orderId = randomUUID();
    const lines = Array.from({ length: 30 }, (_, line) => ({ orderId, line, sku: "x".repeat(10_000), qty: 1 }));
    await Promise.all(lines.map((line) => callExecutor(executor, "addLine", line)));
    const error = await callFailing(executor, "linesOf", { orderId, max: 100 });
    expect(error.name).toBe("Cassandra.PayloadTooLarge");
    expect(error.details).toMatchObject({ rowsThatFit: 20 });
    expect(error.details.message).toContain(".pages({ size: 20 })");
    expect((await callExecutor(executor, "linesOf", { orderId, max: 10 })).measures.rows).toBe(10);

    const { linesOf } = sampleManifest(keyspace).statements;
    const paged = open(withStatement({ linePages: { ...linesOf!, result: "pages", pageSize: 25 } }));
    const found: Json[] = [];
    const sizes: number[] = [];
    for (let next: Json | undefined; next !== null; ) {
      const { result } = await callExecutor(paged, "linePages", {
        orderId,
        max: 100,
        ...(next && { continuation: next }),
      });
      const page = result as { rows: Json[]; next: string | null };
      found.push(...page.rows);
      sizes.push(page.rows.length);
      next = page.next;
    }
    expect(sizes).toEqual([12, 18]);
    expect(found).toEqual(lines.map(({ line, sku, qty }) => ({ line, sku, qty })));
  });

  it("gives exactly one row, or says by name that there is none or a second one", async () => {
    const orderId = randomUUID();
    const { linesOf } = sampleManifest(keyspace).statements;
    const single = open(withStatement({ lineOf: { ...linesOf!, result: "exactlyOne" } }));
    const params = { orderId, max: 9 };
    const none = await callFailing(single, "lineOf", params);
    expect(none.name).toBe("Cassandra.NotExactlyOne");
    expect(none.details).toMatchObject({ outcome: "permanent", statement: "lineOf", rows: "none" });
    await callExecutor(executor, "addLine", { orderId, line: 1, sku: "S", qty: 1 });
    const { result, measures } = await callExecutor(single, "lineOf", params);
    expect(result).toEqual({ line: 1, sku: "S", qty: 1 });
    expect(measures.rows).toBe(1);
    await callExecutor(executor, "addLine", { orderId, line: 2, sku: "S", qty: 1 });
    expect((await callFailing(single, "lineOf", params)).details).toMatchObject({ rows: "several" });
  });

  it("refuses the continuation of another order's pages", async () => {
    const [orderId, other] = [randomUUID(), randomUUID()];
    const lines = [orderId, other].flatMap((id) => [1, 2].map((line) => ({ orderId: id, line, sku: "S", qty: 1 })));
    await Promise.all(lines.map((line) => callExecutor(executor, "addLine", line)));
    const { linesOf } = sampleManifest(keyspace).statements;
    const paged = open(withStatement({ linePages: { ...linesOf!, result: "pages", pageSize: 1 } }));
    const { result } = await callExecutor(paged, "linePages", { orderId, max: 9 });
    const { next: continuation } = result as { next: string };
    const refused = await callFailing(paged, "linePages", { orderId: other, max: 9, continuation });
    expect(refused.name).toBe("Cassandra.InvalidParameter");
    expect(refused.details).toMatchObject({ path: "continuation", outcome: "permanent" });
    const second = await callExecutor(paged, "linePages", { orderId, max: 9, continuation });
    expect(second.result).toMatchObject({ rows: [{ line: 2 }] });
  });

  it("asks at the consistency that the statement overrides", async () => {
    const { viewsOf, stock } = sampleManifest(keyspace).statements;
    const strict = open(
      withStatement({
        viewsOf: { ...viewsOf!, consistency: "THREE" },
        stock: { ...stock!, consistency: "ONE", serialConsistency: "SERIAL" },
      }),
    );
    const refused = await callFailing(strict, "viewsOf", { page: "home" });
    expect(refused.name).toBe("Cassandra.Unavailable");
    expect(refused.details).toMatchObject({ consistency: "three", required: 3, alive: 1 });
    expect((await callExecutor(strict, "stock", { sku: randomUUID(), stock: 1 })).result).toEqual({ applied: true });
  });

  it("tells of a lightweight transaction whether it was applied, and the row where it was not", async () => {
    const sku = randomUUID();
    const run = async (name: string, params: object) => (await callExecutor(executor, name, { sku, ...params })).result;
    expect(await run("reserve", { left: 1, stock: 2 })).toEqual({ applied: false, current: null });
    expect(await run("stock", { stock: 5 })).toEqual({ applied: true });
    expect(await run("stock", { stock: 7 })).toEqual({ applied: false, current: { sku, stock: 5, reserved: 0 } });
    expect(await run("reserve", { left: 4, stock: 5 })).toEqual({ applied: true });
    expect(await run("reserve", { left: 3, stock: 5 })).toEqual({ applied: false, current: { stock: 4 } });
  });

  it("counts", async () => {
    await callExecutor(executor, "countView", { page: "home", amount: "9007199254740993" });
    await callExecutor(executor, "countView", { page: "home", amount: -1 });
    expect((await callExecutor(executor, "viewsOf", { page: "home" })).result).toEqual({ hits: "9007199254740992" });
  });

  it("refuses missing, extra, null and unfit parameters before anything is sent", async () => {
    const orderId = randomUUID();
    const failing = async (params: object) => await callFailing(executor, "linesOf", params as never);
    expect((await failing({ orderId })).details).toMatchObject({ path: "max", outcome: "permanent" });
    expect((await failing({ orderId, max: 1, Max: 1 })).details).toMatchObject({ path: "Max" });
    expect((await failing({ orderId: null, max: 1 })).details).toMatchObject({ path: "orderId", valueKind: "null" });
    const unfit = await failing({ orderId, max: "secret" });
    expect(unfit.name).toBe("Cassandra.InvalidParameter");
    expect(unfit.details).toMatchObject({ path: "max", type: "int", valueKind: "string" });
    expect(unfit.message).not.toContain("secret");
  });

  it("passes the preflight where everything is in order", async () => {
    const { result } = await executor.preflight({ signal: new AbortController().signal });
    expect(result).toBeNull();
  });

  it("names every statement that the schema no longer fits, in the preflight and in the call", async () => {
    const drifted = open(
      withStatement({
        renamed: statement("SELECT total_price FROM orders WHERE id = :id", "one", {
          params: { id: { type: "uuid" } },
          columns: { total_price: "decimal" },
        }),
        retyped: statement("SELECT total FROM orders WHERE id = :id", "one", {
          params: { id: { type: "text" } },
          columns: { total: "decimal" },
        }),
        fine: sampleManifest(keyspace).statements.viewsOf!,
      }),
    );
    const preflight = await failureOf(drifted.preflight({ signal: new AbortController().signal }));
    expect(preflight.name).toBe("Cassandra.PreflightFailed");
    expect(preflight.details.failures).toMatchObject([
      { error: "Cassandra.SchemaDrift", statement: "renamed" },
      { error: "Cassandra.SchemaDrift", statement: "retyped" },
    ]);
    expect((await callFailing(drifted, "renamed", { id: randomUUID() })).name).toBe("Cassandra.SchemaDrift");
    const retyped = await callFailing(drifted, "retyped", { id: "x" });
    expect(retyped.details.message).toContain('"id" was compiled as text and is uuid on the server');
  });

  it("notices a result column of another type", async () => {
    const drifted = open(
      withStatement({
        wrong: statement("SELECT total, note FROM orders LIMIT 1", "rows", {
          columns: { total: "double", note: "text" },
        }),
      }),
    );
    const error = await callFailing(drifted, "wrong", {});
    expect(error.name).toBe("Cassandra.SchemaDrift");
    expect(error.details.message).toContain('"total" was compiled as double and is decimal on the server');
  });

  it("notices a column that was dropped, and a type that got a field, under prepared statements", async () => {
    const ddl = async (cql: string) => await superuser.execute(cql);
    await ddl(`CREATE TYPE ${keyspace}.box (width int)`);
    await ddl(`CREATE TABLE ${keyspace}.parcels (id int PRIMARY KEY, weight int, box frozen<box>)`);
    const manifest: CassandraManifest = {
      ...sampleManifest(keyspace),
      userTypes: { box: { width: "int" } },
      statements: {
        weigh: statement("UPDATE parcels SET weight = :weight WHERE id = :id", "none", {
          params: { id: { type: "int" }, weight: { type: "int" } },
        }),
        boxOf: statement("SELECT box FROM parcels WHERE id = :id", "one", {
          params: { id: { type: "int" } },
          columns: { box: "frozen<box>" },
        }),
      },
    };
    const parcels = open(manifest);
    await callExecutor(parcels, "weigh", { id: 1, weight: 2 });
    expect((await callExecutor(parcels, "boxOf", { id: 1 })).result).toEqual({ box: null });
    await ddl(`ALTER TABLE ${keyspace}.parcels DROP weight`);
    await ddl(`ALTER TYPE ${keyspace}.box ADD height int`);
    expect((await callFailing(parcels, "weigh", { id: 1, weight: 3 })).name).toBe("Cassandra.SchemaDrift");
    const drift = await callFailing(parcels, "boxOf", { id: 1 });
    expect(drift.details.message).toContain("box{width int, height int}");
  });

  it("refuses a statement that needs more replicas than there are, by name and with its numbers", async () => {
    const wide = `${keyspace}_wide`;
    await superuser.execute(
      `CREATE KEYSPACE ${wide} WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 2}`,
    );
    await superuser.execute(`CREATE TABLE ${wide}.views (page text PRIMARY KEY, hits counter)`);
    const { countView } = sampleManifest(wide).statements;
    const strict = open({ ...sampleManifest(wide), consistency: "ALL", statements: { countView: countView! } });
    const error = await callFailing(strict, "countView", { page: "home", amount: 1 });
    expect(error.name).toBe("Cassandra.Unavailable");
    expect(error.details).toMatchObject({
      outcome: "not-applied",
      driverCode: 4096,
      required: 2,
      alive: 1,
      consistency: "all",
      attempt: 2,
      statement: "countView",
    });
  });

  it("names a missing permission and a missing keyspace", async () => {
    const role = `${keyspace}_reader`;
    await superuser.execute(`CREATE ROLE ${role} WITH PASSWORD = 'pw' AND LOGIN = true`);
    await superuser.execute(`GRANT SELECT ON ${keyspace}.views TO ${role}`);
    const reader = open(sampleManifest(keyspace), { credentials: { username: role, password: "pw" } });
    expect((await callExecutor(reader, "viewsOf", { page: "none" })).result).toBeNull();
    const error = await callFailing(reader, "countView", { page: "home", amount: 1 });
    expect(error.name).toBe("Cassandra.Unauthorized");
    expect(error.details.serverMessage).toContain("MODIFY");
    const lost = open({ ...sampleManifest(keyspace), keyspace: "nowhere" });
    expect((await callFailing(lost, "viewsOf", { page: "none" })).name).toBe("Cassandra.SchemaDrift");
  });

  it("refuses a wrong password by name and follows a changed one", async () => {
    const role = `${keyspace}_login`;
    await superuser.execute(`CREATE ROLE ${role} WITH PASSWORD = 'new' AND LOGIN = true`);
    await superuser.execute(`GRANT SELECT ON ${keyspace}.views TO ${role}`);
    const wrong = open(sampleManifest(keyspace), { credentials: { username: role, password: "bad" } });
    const error = await callFailing(wrong, "viewsOf", { page: "none" });
    expect(error.name).toBe("Cassandra.AuthenticationFailed");
    expect(error.details.outcome).toBe("not-applied");
    const passwords = ["old", "new"];
    const secret = async () => ({ username: role, password: passwords.shift() ?? "new" });
    const rotated = open(sampleManifest(keyspace), { credentials: { secret } });
    expect((await callExecutor(rotated, "viewsOf", { page: "none" })).result).toBeNull();
    expect(passwords).toEqual([]);
  });

  it("changes over to other credentials while calls run, and breaks none of them", async () => {
    const users = [`${keyspace}_even`, `${keyspace}_odd`];
    for (const user of users) {
      await superuser.execute(`CREATE ROLE ${user} WITH PASSWORD = 'pw' AND LOGIN = true`);
      await superuser.execute(`GRANT MODIFY ON ${keyspace}.views TO ${user}`);
    }
    const { contactPoint, port, localDataCenter } = cassandra();
    let username = users[0]!;
    const clients = createClientHolder(
      sampleManifest(keyspace),
      parseConnection({
        contactPoints: [contactPoint],
        port,
        localDataCenter,
        credentials: { secret: async () => ({ username, password: "pw" }) },
      }),
    );
    const count = (client: Client) => client.execute("UPDATE views SET hits = hits + 1 WHERE page = 'rotation'");
    const running = Array.from({ length: 50 }, () => clients.withClient(count));
    username = users[1]!;
    expect(await clients.renewCredentials()).toBe(true);
    running.push(...Array.from({ length: 50 }, () => clients.withClient(count)));
    await Promise.all(running);
    expect((await callExecutor(executor, "viewsOf", { page: "rotation" })).result).toEqual({ hits: "100" });
    expect(await clients.renewCredentials()).toBe(false);
    await clients.close();
  });

  it("names a cluster that cannot be reached", async () => {
    const nowhere = open(sampleManifest(keyspace), { port: 1 });
    expect((await callFailing(nowhere, "viewsOf", { page: "x" })).name).toBe("Cassandra.ConnectionFailed");
    const failed = await failureOf(nowhere.preflight({ signal: new AbortController().signal }));
    expect(failed.name).toBe("Cassandra.PreflightFailed");
    expect(failed.details.outcome).toBe("not-applied");
  });

  it("sends nothing once the call's time is up", async () => {
    const error = await callFailing(executor, "countView", { page: "late", amount: 1 }, AbortSignal.abort());
    expect(error.name).toBe("Cassandra.ConnectionFailed");
    expect(error.details).toMatchObject({ outcome: "not-applied", reason: "Cassandra.ClientTimeout" });
    expect((await callExecutor(executor, "viewsOf", { page: "late" })).result).toBeNull();
  });
});
