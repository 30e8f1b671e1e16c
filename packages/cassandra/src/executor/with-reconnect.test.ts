import type { BridgeError } from "@treadle/workflow/data-source";
import { type Client, errors } from "cassandra-driver";
import { describe, expect, it } from "vitest";
import type { ClientHolder } from "./client-holder.js";
import { withReconnect } from "./with-reconnect.js";

/** A holder that connects at once, and whose secret has changed or not. */
function holder(secretChanged = false): ClientHolder & { renewals: number; replaced: number } {
  return {
    renewals: 0,
    replaced: 0,
    withClient: async (use) => await use({} as Client),
    renewCredentials() {
      this.renewals++;
      return Promise.resolve(secretChanged);
    },
    replace() {
      this.replaced++;
    },
    close: async () => undefined,
  };
}

const call = { signal: new AbortController().signal };
const noHost = () => new errors.NoHostAvailableError({});
const refusedLogin = () => new errors.NoHostAvailableError({ host: new errors.AuthenticationError("bad") });

/** Runs `outcomes` one after the other: an error is thrown, a text returned. */
function runs(...outcomes: readonly (Error | string)[]) {
  const left = [...outcomes];
  return async () => {
    const outcome = left.shift();
    if (outcome instanceof Error) throw outcome;
    return outcome ?? "ran out";
  };
}

async function nameOf(running: Promise<unknown>): Promise<string> {
  return await running.then(
    (value) => String(value),
    (error: BridgeError) => error.name,
  );
}

describe("withReconnect", () => {
  it("waits and tries once more where the driver had no host and sent nothing", async () => {
    const clients = holder();
    expect(await withReconnect(clients, undefined, call, undefined, runs(noHost(), "done"))).toBe("done");
    expect(clients.renewals).toBe(0);
  });

  it("asks for a changed password where there is no host the second time either", async () => {
    const changed = holder(true);
    expect(await withReconnect(changed, undefined, call, undefined, runs(noHost(), noHost(), "done"))).toBe("done");
    expect(changed.replaced).toBe(0);
  });

  it("takes another client where the password is the same, and tries it once", async () => {
    const same = holder(false);
    expect(await withReconnect(same, undefined, call, undefined, runs(noHost(), noHost(), "done"))).toBe("done");
    const failing = withReconnect(same, undefined, call, undefined, runs(noHost(), noHost(), noHost(), "done"));
    expect(await nameOf(failing)).toBe("Cassandra.NoHostAvailable");
    expect(same).toMatchObject({ renewals: 2, replaced: 2 });
  });

  it("asks for a changed password at once where the login is refused, and tries it once", async () => {
    const clients = holder(true);
    const failing = withReconnect(clients, undefined, call, undefined, runs(refusedLogin(), refusedLogin(), "done"));
    expect(await nameOf(failing)).toBe("Cassandra.AuthenticationFailed");
    expect(clients.renewals).toBe(1);
  });

  it("repeats nothing else", async () => {
    const lost = Object.assign(new Error("Socket was closed"), { isSocketError: true });
    const failing = withReconnect(holder(true), undefined, call, undefined, runs(lost, "done"));
    expect(await nameOf(failing)).toBe("Cassandra.ConnectionFailed");
  });

  it("waits no longer than the call may take", async () => {
    const ending = { signal: AbortSignal.timeout(50) };
    const started = performance.now();
    expect(await nameOf(withReconnect(holder(), undefined, ending, undefined, runs(noHost(), "done")))).toBe(
      "Cassandra.NoHostAvailable",
    );
    expect(performance.now() - started).toBeLessThan(400);
  });
});
