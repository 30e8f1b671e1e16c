import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { callExecutor, callFailing, startTcpFaultProxy, type TcpFaultProxy } from "@treadle/testbed";
import { describeWithCassandra } from "@treadle/testbed/vitest";
import type { DataSourceExecutor } from "@treadle/workflow/data-source";
import { Client } from "cassandra-driver";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { sampleManifest, sampleSchema } from "../../test/sample-manifest.js";
import { createExecutor } from "./create-executor.js";

describeWithCassandra("executor behind a bad network", (cassandra) => {
  const keyspace = `faults_${randomUUID().replaceAll("-", "").slice(0, 12)}`;
  let direct: Client;
  let proxy: TcpFaultProxy;
  let executor: DataSourceExecutor;

  beforeAll(async () => {
    const { contactPoint, port, localDataCenter, username, password } = cassandra();
    direct = new Client({
      contactPoints: [contactPoint],
      localDataCenter,
      protocolOptions: { port },
      credentials: { username, password },
    });
    for (const cql of sampleSchema(keyspace)
      .split(";\n")
      .filter((text) => text.trim() !== "")) {
      await direct.execute(cql);
    }
  });

  beforeEach(async () => {
    const { contactPoint, port, localDataCenter, username, password } = cassandra();
    proxy = await startTcpFaultProxy({ host: contactPoint, port });
    executor = createExecutor(sampleManifest(keyspace), {
      contactPoints: [proxy.host],
      port: proxy.port,
      localDataCenter,
      credentials: { username, password },
    });
    await executor.preflight({ signal: new AbortController().signal });
  });

  afterEach(async () => {
    await executor.close();
    await proxy.close();
  });

  afterAll(async () => await direct?.shutdown());

  const hits = async (page: string) => {
    const result = await direct.execute(`SELECT hits FROM ${keyspace}.views WHERE page = '${page}'`);
    return Number(result.first()?.hits ?? 0);
  };

  it("reports a counter whose answer was lost as unknown, and counts it once", async () => {
    const page = randomUUID();
    proxy.injectFault({ fault: { kind: "reset-after-forward" }, matching: (request) => request.includes(page) });
    const error = await callFailing(executor, "countView", { page, amount: 1 });
    expect(error.name).toBe("Cassandra.OutcomeUnknown");
    expect(error.details).toMatchObject({ outcome: "unknown", reason: "Cassandra.ConnectionLost" });
    expect(await hits(page)).toBe(1);
  });

  it("reports a counter that never arrived as unknown, since it cannot tell", async () => {
    const page = randomUUID();
    proxy.injectFault({ fault: { kind: "reset-before-forward" }, matching: (request) => request.includes(page) });
    expect((await callFailing(executor, "countView", { page, amount: 1 })).name).toBe("Cassandra.OutcomeUnknown");
    expect(await hits(page)).toBe(0);
  });

  it("reports a lightweight transaction whose answer was lost as unknown", async () => {
    const sku = randomUUID();
    proxy.injectFault({ fault: { kind: "reset-after-forward" }, matching: (request) => request.includes(sku) });
    expect((await callFailing(executor, "stock", { sku, stock: 1 })).name).toBe("Cassandra.OutcomeUnknown");
  });

  it("names the lost connection of an idempotent statement, which may be repeated", async () => {
    const page = randomUUID();
    proxy.injectFault({ fault: { kind: "reset-after-forward" }, matching: (request) => request.includes(page) });
    const error = await callFailing(executor, "viewsOf", { page });
    expect(error.name).toBe("Cassandra.ConnectionLost");
  });

  it("works again with the next call after a lost connection, by itself", async () => {
    const page = randomUUID();
    proxy.injectFault({ fault: { kind: "reset-after-forward" }, matching: (request) => request.includes(page) });
    await callFailing(executor, "countView", { page, amount: 1 });
    await callExecutor(executor, "countView", { page, amount: 1 });
    expect(await hits(page)).toBe(2);
  });

  it("gives up in time when no answer comes, and says that the outcome is unknown", async () => {
    const page = randomUUID();
    proxy.injectFault({ fault: { kind: "swallow" }, matching: (request) => request.includes(page) });
    const error = await callFailing(executor, "countView", { page, amount: 1 }, AbortSignal.timeout(300));
    expect(error.name).toBe("Cassandra.OutcomeUnknown");
    expect(error.details.reason).toBe("Cassandra.ClientTimeout");
  });

  it("says that nothing was applied while the cluster is away, and finds it again", async () => {
    const page = randomUUID();
    await proxy.refuseConnections();
    // The driver notices that its sockets are gone.
    await delay(100);
    const error = await callFailing(executor, "countView", { page, amount: 1 });
    expect(["Cassandra.NoHostAvailable", "Cassandra.ConnectionFailed"]).toContain(error.name);
    expect(error.details.outcome).toBe("not-applied");
    await proxy.acceptConnections();
    for (let left = 20; left > 0; left--) {
      const again = await callExecutor(executor, "countView", { page, amount: 1 }).catch(() => undefined);
      if (again !== undefined) break;
      await delay(250);
    }
    expect(await hits(page)).toBe(1);
  });
});
