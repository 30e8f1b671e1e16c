import { type CosmosProxy, cosmosAnswer, type HttpFault, type HttpRequest } from "@treadle/testbed";

/** What share of the requests for items meets which fault. Together about a third: far more than any bad day has. */
const shares: readonly (readonly [share: number, name: string, fault: HttpFault])[] = [
  [0.05, "429, wait 5 ms", cosmosAnswer(429, { retryAfterMs: 5 })],
  [0.02, "429, wait 60 ms", cosmosAnswer(429, { retryAfterMs: 60 })],
  [0.04, "reset before the write", { kind: "reset-before-forward" }],
  [0.06, "reset after the write", { kind: "reset-after-forward" }],
  [0.02, "401, token expired", cosmosAnswer(401)],
  [0.02, "408", cosmosAnswer(408)],
  [0.02, "410", cosmosAnswer(410)],
  [0.02, "449", cosmosAnswer(449)],
  [0.02, "500", cosmosAnswer(500)],
  [0.02, "503", cosmosAnswer(503)],
  [0.04, "slow answer, 60 ms", { kind: "delay", delayMs: 60 }],
  [0.02, "answer after the time is up", { kind: "delay", delayMs: 1_700 }],
  [0.01, "no answer at all", { kind: "swallow" }],
];

/** Injects them at random, the same with the same seed and order of requests; gives how many there were of each. */
export function injectFaults(proxy: CosmosProxy, seed: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const random = randomFrom(seed);
  let drawn: string | undefined;
  for (const [, name, fault] of shares) {
    const isFirst = name === shares[0]![1];
    const matching = (request: HttpRequest) => {
      if (!/\/docs(?:\/|$)/.test(request.path)) return false;
      // One draw per request: the rules are asked one after the other.
      if (isFirst) drawn = draw(random());
      if (drawn !== name) return false;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      return true;
    };
    proxy.faults.injectFault({ fault, matching, requests: Number.POSITIVE_INFINITY });
  }
  return counts;
}

function draw(value: number): string | undefined {
  let sum = 0;
  for (const [share, name] of shares) {
    sum += share;
    if (value < sum) return name;
  }
  return undefined;
}

/** mulberry32: small, and good enough to choose faults. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
