import { randomUUID } from "node:crypto";
import { callExecutor, cosmosAnswer, failureOf } from "@treadle/testbed";
import { describe, expect, it } from "vitest";
import { sampleManifest } from "../../test/sample-manifest.js";
import { cart, useSampleSource } from "../../test/sample-source.js";
import type { CosmosManifest } from "../contract/manifest.js";

describe("bulk operations under faults", () => {
  const source = useSampleSource();
  const { database, open, stored } = source;

  const bulk: CosmosManifest = {
    ...sampleManifest("any"),
    statements: { createMany: { operation: "bulk", idempotent: false, kind: "create" } },
  };
  const ids = () => Array.from({ length: 5 }, () => randomUUID());
  const createMany = (all: readonly string[]) =>
    callExecutor(open({}, { ...bulk, database }), "createMany", { items: all.map((id) => cart(id)) } as never);
  const matching = ({ method, path }: { method: string; path: string }) => method === "POST" && path.includes("/docs");

  it("reports each operation whose answer was lost as unknown, and did each once", async () => {
    const all = ids();
    source.proxy.faults.injectFault({ fault: { kind: "reset-after-forward" }, matching });
    const { result } = await createMany(all);
    const failed = all.map((id, index) => ({ index, id, error: "Cosmos.OutcomeUnknown", again: false }));
    expect(result).toEqual({ done: 0, failed });
    for (const id of all) expect(await stored(id)).toHaveLength(1);
  });

  it("waits when the container is throttled, and then does each once", async () => {
    const all = ids();
    source.proxy.faults.injectFault({ fault: cosmosAnswer(429, { retryAfterMs: 30 }), matching, requests: 2 });
    expect((await createMany(all)).result).toEqual({ done: 5, failed: [] });
    for (const id of all) expect(await stored(id)).toHaveLength(1);
  });

  it("fails as a whole where nothing was done for a reason that passes", async () => {
    const all = ids();
    source.proxy.faults.injectFault({ fault: cosmosAnswer(449), matching, requests: 100 });
    const error = await failureOf(createMany(all));
    expect([error.name, error.details.outcome]).toEqual(["Cosmos.RetryWith", "not-applied"]);
    source.proxy.faults.clearFaults();
    for (const id of all) expect(await stored(id)).toEqual([]);
  });
});
