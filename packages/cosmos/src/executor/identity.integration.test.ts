import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { callExecutor, callFailing, cosmosAnswer } from "@treadle/testbed";
import { describe, expect, it } from "vitest";
import { at, cart, useSampleSource } from "../../test/sample-source.js";

describe("executor and its identity", () => {
  const source = useSampleSource();
  const { key, open, stored } = source;

  it("follows a key that is changed while many calls run, and fails none of them", async () => {
    const ids = Array.from({ length: 40 }, () => randomUUID());
    const keys = [key, Buffer.from("fresh").toString("base64")];
    let [reads, refused] = [0, 0];
    const secret = async () => {
      reads++;
      // All calls are refused before the first of them knows the new key.
      while (reads === 2 && refused < ids.length) await sleep(5);
      return keys.shift();
    };
    const rotated = open({ key: { secret } });
    await callExecutor(rotated, "read", at("nowhere"));
    const matching = ({ path }: { path: string }) => path.includes("/docs") && keys.length > 0 && ++refused > 0;
    source.proxy.faults.injectFault({ fault: cosmosAnswer(401), matching, requests: Number.POSITIVE_INFINITY });
    await Promise.all(ids.map((id) => callExecutor(rotated, "create", { item: cart(id) })));
    expect([reads, refused]).toEqual([2, ids.length]);
    for (const id of ids) expect(await stored(id)).toHaveLength(1);
  });

  it("says once in half a minute, and not more often, that a changed key does not help", async () => {
    let reads = 0;
    const secret = async () => {
      reads++;
      return key;
    };
    const stale = open({ key: { secret } });
    const matching = ({ path }: { path: string }) => path.includes("/docs");
    source.proxy.faults.injectFault({ fault: cosmosAnswer(401), matching, requests: Number.POSITIVE_INFINITY });
    for (const id of ["a", "b", "c"]) {
      expect((await callFailing(stale, "read", at(id))).name).toBe("Cosmos.Unauthorized");
    }
    expect(reads).toBe(2);
  });

  it("tells where the secret cannot be read, without what it says", async () => {
    const unreadable = open({ key: { secret: () => Promise.reject(new Error("hidden")) } });
    const error = await callFailing(unreadable, "read", at("a"));
    expect([error.name, error.details.outcome]).toEqual(["Cosmos.SecretUnavailable", "not-applied"]);
    expect(error.message).not.toContain("hidden");
  });

  it("sends a resource token, and asks the broker for another when it is refused", async () => {
    const tokens = ["type=resource&ver=1&sig=first", "type=resource&ver=1&sig=second"];
    const sent: string[] = [];
    const delegated = open({ key: undefined, resourceToken: { secret: async () => tokens.shift() } });
    const matching = ({ path, headers }: { path: string; headers: { readonly [name: string]: unknown } }) => {
      if (path.includes("/docs")) sent.push(decodeURIComponent(String(headers.authorization)));
      return path.includes("/docs") && sent.length === 1;
    };
    source.proxy.faults.injectFault({ fault: cosmosAnswer(401), matching, requests: 100 });
    expect((await callExecutor(delegated, "read", at("nowhere"))).result).toBeNull();
    expect(sent).toEqual(["type=resource&ver=1&sig=first", "type=resource&ver=1&sig=second"]);
    expect(tokens).toEqual([]);
  });

  it("signs in with a token of Entra for the account's scope", async () => {
    const scopes: string[] = [];
    const sent: string[] = [];
    const getToken = async (scope: string | string[]) => {
      scopes.push(String(scope));
      return { token: "entra-token", expiresOnTimestamp: Date.now() + 3_600_000 };
    };
    const federated = open({ key: undefined, tokenCredential: { getToken } });
    const matching = ({ headers }: { headers: { readonly [name: string]: unknown } }) => {
      sent.push(decodeURIComponent(String(headers.authorization)));
      return false;
    };
    source.proxy.faults.injectFault({ fault: cosmosAnswer(401), matching });
    expect((await callExecutor(federated, "read", at("nowhere"))).result).toBeNull();
    expect(new Set(scopes)).toEqual(new Set([`${new URL(source.proxy.endpoint).origin}/.default`]));
    expect(sent.at(-1)).toContain("type=aad&ver=1.0&sig=entra-token");
  });

  it("asks for another token of Entra once the old one has expired", async () => {
    const tokens: string[] = [];
    const sent: string[] = [];
    const getToken = async () => {
      tokens.push(`token-${tokens.length}`);
      return { token: tokens.at(-1)!, expiresOnTimestamp: Date.now() + (tokens.length > 1 ? 3_600_000 : 0) };
    };
    const federated = open({ key: undefined, tokenCredential: { getToken } });
    const matching = ({ headers }: { headers: { readonly [name: string]: unknown } }) => {
      sent.push(decodeURIComponent(String(headers.authorization)).replace(/^.*sig=/, ""));
      return false;
    };
    source.proxy.faults.injectFault({ fault: cosmosAnswer(401), matching });
    await callExecutor(federated, "read", at("nowhere"));
    await callExecutor(federated, "read", at("nowhere"));
    expect(sent.at(0)).toBe("token-0");
    expect(sent.at(-1)).toBe("token-1");
    expect(tokens).toEqual(["token-0", "token-1"]);
  });
});
