import { randomUUID } from "node:crypto";
import { Agent } from "node:https";
import { CosmosClient } from "@azure/cosmos";
import { type CosmosConnection, startCosmosProxy } from "@treadle/testbed";
import { describeWithCosmosEmulator } from "@treadle/testbed/vitest";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { CosmosManifest, PatchStatement } from "../../src/contract/manifest.js";
import { createExecutor } from "../../src/executor/create-executor.js";
import { defaultRetriers } from "../../src/tasks/retry.js";
import { accountManifest } from "../account-manifest.js";
import { type FaultRunReport, runUnderFaults } from "./fault-run.js";
import { createOf, deleteOf, incrementOf, pairOf, replaceOf, upsertOf, type Write } from "./writes.js";

/** `npm run faults:cosmos -- WRITES` sets it. */
const writes = Number(process.env.TREADLE_FAULT_RUN_WRITES ?? 60);
const seed = Number(process.env.TREADLE_FAULT_RUN_SEED ?? 1);

const { addOne } = accountManifest("any").statements as { readonly addOne: PatchStatement };

describe("writes under faults, on a local server", () => {
  const run = testFaultRun(() => inject("cosmos"), [createOf, incrementOf, upsertOf, replaceOf, deleteOf]);

  it("would tell of a counter that was taken for idempotent and repeated", async () => {
    const counted = (id: string) => ({ ...incrementOf(id), idempotent: true });
    const { broken } = await run({ statements: { addOne: { ...addOne, idempotent: true } } }, [counted], 40);
    expect(broken).toContain("addOne acknowledged, done 2 times");
  });
});

describeWithCosmosEmulator("writes under faults, on Microsoft's emulator", (emulator) => {
  testFaultRun(emulator, [createOf, incrementOf, upsertOf, replaceOf, deleteOf, pairOf]);
});

type Run = (
  change: Partial<CosmosManifest>,
  kinds: readonly ((id: string) => Write)[],
  count: number,
) => Promise<FaultRunReport>;

/** Runs once for all its tests; gives what runs again, with another manifest. */
function testFaultRun(server: () => CosmosConnection, kinds: readonly ((id: string) => Write)[]): Run {
  const close: (() => unknown)[] = [];
  let report: FaultRunReport;

  let run: Run;

  beforeAll(async () => {
    const { key, upstream } = server();
    const [faulty, direct] = [await startCosmosProxy(upstream), await startCosmosProxy(upstream)];
    const client = new CosmosClient({ endpoint: direct.endpoint, key, agent: new Agent({ ca: direct.caCertificate }) });
    const database = `faults-${randomUUID()}`;
    await client.databases.create({ id: database });
    const made = client.database(database).containers;
    const { container } = await made.create({ id: "carts", partitionKey: { paths: ["/tenant"] } });
    close.push(
      () => client.dispose(),
      () => faulty.faults.close(),
      () => direct.faults.close(),
    );
    run = async (change, used, count) => {
      const connection = { endpoint: faulty.endpoint, key, ca: faulty.caCertificate };
      const executor = createExecutor(accountManifest(database, change), connection);
      const done = await runUnderFaults({ proxy: faulty, executor, container, writes: count, kinds: used, seed });
      await executor.close();
      return done;
    };
    const started = performance.now();
    report = await run({}, kinds, writes);
    const seconds = (performance.now() - started) / 1000;
    if (process.env.TREADLE_FAULT_RUN_WRITES) process.stdout.write(describeReport(report, seconds));
  });

  afterAll(async () => {
    for (const one of close) await one();
  });

  it("loses no acknowledged write, and does none twice or by half", () => {
    expect(report.broken).toEqual([]);
    expect(report.acknowledged + report.unknown.reported + sum(report.refused)).toBe(writes);
  });

  it("meets enough faults to tell, and most writes succeed nevertheless", () => {
    expect(sum(report.faults)).toBeGreaterThan(writes / 5);
    expect(report.retries).toBeGreaterThan(writes / 20);
    expect(report.unknown.reported).toBeGreaterThan(0);
    expect(report.acknowledged).toBeGreaterThan(writes * 0.6);
  });

  it("gives what is left a name that a workflow can catch", () => {
    const retriers = defaultRetriers({ idempotent: true, reads: false });
    // What retriers gave up on; and a replace whose first answer was lost finds its own write in the way of the second.
    const expected = [...retriers.flatMap(({ errorEquals }) => errorEquals), "Cosmos.PreconditionFailed"];
    expect(Object.keys(report.refused).filter((name) => !expected.includes(name))).toEqual([]);
  });

  return (change, used, count) => run(change, used, count);
}

function sum(counts: { readonly [name: string]: number }): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

function describeReport(report: FaultRunReport, seconds: number): string {
  const { acknowledged, unknown, refused, retries, faults, broken } = report;
  const list = (counts: { readonly [name: string]: number }) =>
    Object.entries(counts)
      .map(([name, count]) => `  ${name}: ${count}\n`)
      .join("");
  return (
    `\nfaults injected: ${sum(faults)}\n${list(faults)}refused by name: ${sum(refused)}\n${list(refused)}` +
    `${report.writes} writes in ${seconds.toFixed(1)} s: ${acknowledged} acknowledged, ${unknown.reported} of unknown outcome ` +
    `(${unknown.done} of them done), ${sum(refused)} refused, ${retries} retries, ${broken.length} lost or done twice\n`
  );
}
