import { randomUUID } from "node:crypto";
import { Agent } from "node:https";
import {
  type CosmosAnswerOptions,
  type CosmosFaultStatus,
  callExecutor,
  callFailing,
  cosmosAnswer,
} from "@treadle/testbed";
import { describe, expect, it } from "vitest";
import { sampleManifest } from "../../test/sample-manifest.js";
import { at, cart, useSampleSource } from "../../test/sample-source.js";

describe("executor under faults", () => {
  const source = useSampleSource();
  const { database, open, stored } = source;

  const compositeIndex = "The order by query does not have a corresponding composite index that it can be served from.";
  const answers: readonly [string, CosmosFaultStatus, CosmosAnswerOptions, string, string][] = [
    ["create", 400, {}, "Cosmos.BadRequest", "permanent"],
    ["create", 400, { subStatus: 1001 }, "Cosmos.PartitionKeyMismatch", "permanent"],
    ["openCarts", 400, { subStatus: 1004 }, "Cosmos.CrossPartitionNotServable", "permanent"],
    ["openCarts", 400, { message: compositeIndex }, "Cosmos.MissingCompositeIndex", "permanent"],
    ["read", 401, {}, "Cosmos.Unauthorized", "not-applied"],
    ["read", 403, { subStatus: 5300 }, "Cosmos.Forbidden", "permanent"],
    ["create", 403, { subStatus: 5301 }, "Cosmos.Forbidden", "permanent"],
    ["create", 403, { subStatus: 1014 }, "Cosmos.PartitionKeyFull", "permanent"],
    ["create", 403, { subStatus: 3 }, "Cosmos.WriteForbidden", "not-applied"],
    ["create", 403, { subStatus: 1008 }, "Cosmos.WriteForbidden", "not-applied"],
    ["close", 404, {}, "Cosmos.NotFound", "permanent"],
    ["read", 404, { subStatus: 1002 }, "Cosmos.ReadSessionNotAvailable", "not-applied"],
    ["openCarts", 404, { subStatus: 1002 }, "Cosmos.ReadSessionNotAvailable", "not-applied"],
    ["read", 404, { subStatus: 1003 }, "Cosmos.ContainerNotFound", "permanent"],
    ["create", 404, {}, "Cosmos.ContainerNotFound", "permanent"],
    ["read", 408, {}, "Cosmos.RequestTimeout", "unknown"],
    ["create", 408, {}, "Cosmos.OutcomeUnknown", "unknown"],
    ["create", 409, {}, "Cosmos.Conflict", "permanent"],
    ["create", 410, { subStatus: 1000 }, "Cosmos.PartitionMoved", "not-applied"],
    ["create", 410, { subStatus: 1002 }, "Cosmos.PartitionMoved", "not-applied"],
    ["read", 410, { subStatus: 1007 }, "Cosmos.PartitionMoved", "not-applied"],
    ["openCarts", 410, { subStatus: 1008 }, "Cosmos.PartitionMoved", "not-applied"],
    ["close", 412, {}, "Cosmos.PreconditionFailed", "permanent"],
    ["create", 413, {}, "Cosmos.EntityTooLarge", "permanent"],
    ["create", 424, {}, "Cosmos.BatchAborted", "permanent"],
    ["create", 429, { subStatus: 3200 }, "Cosmos.TooManyRequests", "not-applied"],
    ["create", 449, {}, "Cosmos.RetryWith", "not-applied"],
    ["read", 500, {}, "Cosmos.InternalServerError", "unknown"],
    ["addOne", 500, {}, "Cosmos.OutcomeUnknown", "unknown"],
    ["read", 503, {}, "Cosmos.ServiceUnavailable", "unknown"],
    ["create", 503, {}, "Cosmos.OutcomeUnknown", "unknown"],
  ];

  it.each(answers)(
    "names an answer to %s of status %i %o %s, which is %s",
    async (statement, status, options, name, outcome) => {
      const isItem = ({ path }: { path: string }) => path.includes("/docs");
      source.proxy.faults.injectFault({ fault: cosmosAnswer(status, options), matching: isItem, requests: 100 });
      const id = randomUUID();
      const params: { readonly [statement: string]: object } = {
        create: { item: cart(id, { note: "secret" }) },
        openCarts: { tenant: "secret" },
        close: { ...at(id), reason: "secret" },
      };
      const error = await callFailing(source.executor, statement, (params[statement] ?? at(id)) as never);
      expect([error.name, error.details.outcome]).toEqual([name, outcome]);
      expect(error.details).toMatchObject({ driverCode: status, requestUnits: 0, activityId: expect.any(String) });
      expect(error.details.substatus).toBe(options.subStatus ?? (status === 410 ? 1002 : undefined));
      expect(error.details.retryAfterMs).toBe(status === 429 ? 10 : undefined);
      expect(error.message).not.toContain("secret");
      source.proxy.faults.clearFaults();
      expect(await stored(id)).toEqual([]);
    },
  );

  it.each([408, 500, 503] as const)(
    "sends a write that is not idempotent once, whatever comes back (%i)",
    async (status) => {
      const id = randomUUID();
      await callExecutor(source.executor, "create", { item: cart(id) });
      let sent = 0;
      const matching = ({ method }: { method: string }) => {
        if (method === "PATCH") sent++;
        return method === "PATCH";
      };
      source.proxy.faults.injectFault({ fault: cosmosAnswer(status), matching, requests: 100 });
      expect((await callFailing(source.executor, "addOne", at(id))).name).toBe("Cosmos.OutcomeUnknown");
      expect(sent).toBe(1);
    },
  );

  it("reports a create whose answer was lost as unknown, and did it once", async () => {
    const id = randomUUID();
    source.proxy.faults.injectFault({
      fault: { kind: "reset-after-forward" },
      matching: ({ method }) => method === "POST",
    });
    const error = await callFailing(source.executor, "create", { item: cart(id) });
    expect(error.name).toBe("Cosmos.OutcomeUnknown");
    expect(error.details.reason).toBe("Cosmos.ConnectionLost");
    expect(await stored(id)).toHaveLength(1);
  });

  it("knows its own replace again, whose answer was lost, and nobody else's", async () => {
    const id = randomUUID();
    const { result } = await callExecutor(source.executor, "create", { item: cart(id) });
    const ifMatch = (result as { _etag: string })._etag;
    const replace = { item: cart(id, { note: "mine" }), ifMatch };
    source.proxy.faults.injectFault({
      fault: { kind: "reset-after-forward" },
      matching: ({ method }) => method === "PUT",
    });
    expect((await callFailing(source.executor, "replace", replace)).name).toBe("Cosmos.ConnectionLost");
    const again = await callExecutor(source.executor, "replace", replace);
    expect(again.result).toMatchObject({ id, note: "mine" });
    expect((again.result as { _etag: string })._etag).not.toBe(ifMatch);
    const other = { item: cart(id, { note: "theirs" }), ifMatch };
    expect((await callFailing(source.executor, "replace", other)).name).toBe("Cosmos.PreconditionFailed");
  });

  it("names a server that is not there and a certificate that is not trusted", async () => {
    const gone = open({ endpoint: "https://127.0.0.1:1/" });
    expect((await callFailing(gone, "read", at("a"))).name).toBe("Cosmos.ConnectionFailed");
    const untrusted = open({ agent: new Agent() });
    expect((await callFailing(untrusted, "read", at("a"))).name).toBe("Cosmos.ConnectionFailed");
  });

  it("ends in time where the account does not answer at all, knowing that nothing was applied", async () => {
    source.proxy.faults.injectFault({ fault: { kind: "swallow" }, requests: Number.POSITIVE_INFINITY });
    const cold = open();
    const started = performance.now();
    const error = await callFailing(cold, "create", { item: cart(randomUUID()) }, AbortSignal.timeout(200));
    expect(performance.now() - started).toBeLessThan(1500);
    expect([error.name, error.details.outcome]).toEqual(["Cosmos.ClientTimeout", "not-applied"]);
  });

  it("gives up at once on a host that is not known", async () => {
    const nowhere = open({ endpoint: "https://nowhere.invalid/" });
    const error = await callFailing(nowhere, "create", { item: cart("a") });
    expect([error.name, error.details.driverCode]).toEqual(["Cosmos.ConnectionFailed", "ENOTFOUND"]);
  });

  it("repeats a read whose connection breaks twice, and no more", async () => {
    let sent = 0;
    const matching = ({ path }: { path: string }) => path.includes("/docs") && ++sent > 0;
    source.proxy.faults.injectFault({ fault: { kind: "reset-before-forward" }, matching, requests: 100 });
    expect((await callFailing(source.executor, "read", at("a"))).name).toBe("Cosmos.ConnectionLost");
    expect(sent).toBe(3);
  });

  it("repeats a read that takes too long once, and no more", async () => {
    let sent = 0;
    const matching = ({ path }: { path: string }) => path.includes("/docs") && ++sent > 0;
    source.proxy.faults.injectFault({ fault: { kind: "swallow" }, matching, requests: 100 });
    const impatient = open({ connectionPolicy: { requestTimeout: 200 } });
    const error = await callFailing(impatient, "read", at("a"));
    expect([error.name, error.details.driverCode]).toEqual(["Cosmos.ClientTimeout", "TimeoutError"]);
    expect(sent).toBe(2);
  });

  it("asks for the same session again where a replica lags behind", async () => {
    const sessions: unknown[] = [];
    const session = open({}, { ...sampleManifest(database), sessionTokens: true });
    const matching = ({ path, headers }: { path: string; headers: { readonly [name: string]: unknown } }) => {
      if (path.includes("/docs")) sessions.push(headers["x-ms-session-token"]);
      return path.includes("/docs") && sessions.length <= 2;
    };
    source.proxy.faults.injectFault({ fault: cosmosAnswer(404, { subStatus: 1002 }), matching, requests: 100 });
    const { result } = await callExecutor(session, "read", { ...at("nowhere"), $session: "0:1#5" });
    expect(result).toEqual({ value: null, session: "0:1#5" });
    expect(sessions).toEqual(["0:1#5", "0:1#5", "0:1#5"]);
  });

  it("stops when the call's time is up", async () => {
    expect((await callFailing(source.executor, "read", at("a"), AbortSignal.abort())).details.outcome).toBe(
      "not-applied",
    );
    source.proxy.faults.injectFault({ fault: { kind: "swallow" }, matching: ({ method }) => method === "POST" });
    const late = await callFailing(source.executor, "create", { item: cart(randomUUID()) }, AbortSignal.timeout(300));
    expect(late.name).toBe("Cosmos.OutcomeUnknown");
    expect(late.details.reason).toBe("Cosmos.ClientTimeout");
  });
});
