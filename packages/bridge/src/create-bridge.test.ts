import { BridgeError, type BridgeRequest, type DataSourceExecutor } from "@treadle/workflow/data-source";
import { describe, expect, it } from "vitest";
import { createBridge, type LambdaContext } from "./create-bridge.js";

const trace = { execution: "arn:aws:states:eu-west-1:1:execution:Fulfil:1", state: "order", attempt: 1 };
const request: BridgeRequest = { statement: "orderById", params: { orderId: "secret" }, trace };

function bridgeOver(executor: Partial<DataSourceExecutor>, remainingTimeMs?: () => number) {
  const lines: string[] = [];
  const handler = createBridge({
    source: "shop",
    executor: {
      execute: async () => ({ result: null, measures: {} }),
      preflight: async () => ({ result: null, measures: {} }),
      close: async () => undefined,
      ...executor,
    },
    log: (line) => lines.push(line),
    ...(remainingTimeMs && { remainingTimeMs }),
  });
  return { handler, records: () => lines.map((line) => JSON.parse(line)), lines };
}

describe("createBridge", () => {
  it("gives the result and logs one line with what it cost", async () => {
    const row = { id: "1" };
    const { handler, records, lines } = bridgeOver({
      execute: async () => ({ result: row, measures: { rows: 1, requestUnits: 2.8, coordinator: "10.0.0.1:9042" } }),
    });
    expect(await handler(request, { awsRequestId: "r-1" })).toEqual(row);
    expect(records()).toEqual([
      {
        level: "info",
        message: "bridge call",
        source: "shop",
        statement: "orderById",
        execution: trace.execution,
        state: "order",
        attempt: 1,
        requestId: "r-1",
        durationMs: expect.any(Number),
        outcome: "applied",
        rows: 1,
        requestUnits: 2.8,
        coordinator: "10.0.0.1:9042",
      },
    ]);
    expect(lines[0]).not.toContain("secret");
  });

  it("rejects with the error's name and its cause as JSON", async () => {
    const error = new BridgeError("Cassandra.Unavailable", { message: "Too few.", outcome: "not-applied", alive: 1 });
    const { handler, records } = bridgeOver({ execute: async () => Promise.reject(error) });
    const thrown = await handler(request).catch((reason: Error) => reason);
    expect(thrown).toMatchObject({ name: "Cassandra.Unavailable" });
    expect(JSON.parse((thrown as Error).message)).toEqual({ message: "Too few.", outcome: "not-applied", alive: 1 });
    expect(records()).toMatchObject([
      { level: "error", outcome: "not-applied", error: "Cassandra.Unavailable", cause: { alive: 1 }, attempt: 1 },
    ]);
  });

  it.each<[string, unknown, string]>([
    ["nothing", undefined, "the request itself"],
    ["a text", "SELECT secret", "the request itself"],
    ["a statement's text in place of a name", { ...request, text: "SELECT secret" }, "text"],
    ["params that are a list", { ...request, params: ["secret"] }, "params"],
    ["no trace", { statement: "a", params: {} }, "trace"],
    ["an attempt that is no count", { ...request, trace: { ...trace, attempt: -1 } }, "trace.attempt"],
  ])("refuses %s", async (_, event, path) => {
    const { handler, records, lines } = bridgeOver({});
    const thrown = (await handler(event).catch((reason: Error) => reason)) as BridgeError;
    expect(thrown.name).toBe("Bridge.InvalidRequest");
    expect(thrown.details.message).toContain(path);
    expect(records()).toMatchObject([{ error: "Bridge.InvalidRequest", outcome: "permanent" }]);
    expect(thrown.message + lines.join("")).not.toContain("secret");
  });

  it("runs the preflight under its name", async () => {
    const { handler } = bridgeOver({
      execute: async () => Promise.reject(new Error("not to be called")),
      preflight: async () => ({ result: null, measures: {} }),
    });
    expect(await handler({ ...request, statement: "$preflight", params: {} })).toBeNull();
  });

  it("hides what a fault of its own says, and logs where it happened", async () => {
    const { handler, records, lines } = bridgeOver({ execute: async () => Promise.reject(new TypeError("secret")) });
    const thrown = (await handler(request).catch((reason: Error) => reason)) as BridgeError;
    expect(thrown.name).toBe("Bridge.InternalError");
    expect(thrown.details.outcome).toBe("unknown");
    expect(records()[0].stack).toEqual(
      expect.arrayContaining(["TypeError", expect.stringContaining("create-bridge.test")]),
    );
    expect(lines[0]).not.toContain("secret");
  });

  it.each<[string, (() => number) | undefined, LambdaContext]>([
    ["the option", () => 1050, {}],
    ["Lambda", undefined, { getRemainingTimeInMillis: () => 1050 }],
  ])("aborts a second before the time that %s gives is up", async (_, option, context) => {
    const started = performance.now();
    const { handler } = bridgeOver(
      {
        execute: (_request, { signal }) =>
          new Promise((resolve) => signal.addEventListener("abort", () => resolve({ result: "late", measures: {} }))),
      },
      option,
    );
    expect(await handler(request, context)).toBe("late");
    expect(performance.now() - started).toBeLessThan(900);
  });

  it("sets no limit where none is known", async () => {
    let aborted: boolean | undefined;
    const { handler } = bridgeOver({
      execute: async (_request, { signal }) => {
        aborted = signal.aborted;
        return { result: null, measures: {} };
      },
    });
    await handler(request);
    expect(aborted).toBe(false);
  });
});
