import { AsyncLocalStorage } from "node:async_hooks";
import { createDefaultHttpClient, type HttpClient, type PipelineResponse } from "@azure/core-rest-pipeline";
import { mergeSessionTokens } from "./session-token.js";

/** What all requests that the SDK makes for one call have in common, its own repetitions included. */
export interface CallScope {
  /** Sent with every request for items, and at least as far as the answers where the call keeps its session. */
  session: string | undefined;
  readonly keepsSession: boolean;
  /** Requests for items; while it is 0, nothing can have been applied. */
  requests: number;
  /** Sum over all answers to these, also of those that were refused. */
  requestUnits: number;
  lostConnections: number;
  timeouts: number;
  misdirected: number;
}

/** What the SDK repeats, a second apart, up to 10 times after a lost connection and 120 times after the others. */
const mostRepetitions = 2;
/** Each takes as long as the first; the SDK would repeat a read 120 times. */
const mostRepetitionsInTime = 1;

const scopes = new AsyncLocalStorage<CallScope>();

export function createScope(session: string | undefined, keepsSession: boolean): CallScope {
  return { session, keepsSession, requests: 0, requestUnits: 0, lostConnections: 0, timeouts: 0, misdirected: 0 };
}

export function runInScope<Result>(scope: CallScope, run: () => Promise<Result>): Promise<Result> {
  return scopes.run(scope, run);
}

/**
 * The SDK's HTTP client, which keeps the books of the call that a request belongs to. Only here all requests pass: of
 * queries over several partitions the SDK itself gives no session token, of refused attempts no charge, and how often it
 * repeats what it takes for a change of regions cannot be set.
 */
export function createScopedHttpClient(): HttpClient {
  const inner = createDefaultHttpClient();
  return {
    sendRequest: async (request) => {
      const scope = scopes.getStore();
      if (scope === undefined) return await inner.sendRequest(request);
      const forItems = isForItems(request.url);
      if (forItems) {
        scope.requests++;
        // Where a replica lags behind, the SDK asks again without the token, and would give what is older.
        scope.session = mergeSessionTokens(scope.session, request.headers.get(sessionHeader));
        if (scope.session !== undefined) request.headers.set(sessionHeader, scope.session);
      }
      try {
        const answer = await inner.sendRequest(request);
        if (forItems) keepBooks(scope, answer);
        return isMisdirected(answer) && ++scope.misdirected > mostRepetitions ? hideSubstatus(answer) : answer;
      } catch (error) {
        throw isToBeRepeated(scope, error) ? error : notToRepeat(error);
      }
    },
  };
}

const sessionHeader = "x-ms-session-token";
const substatusHeader = "x-ms-substatus";
export const hiddenSubstatusHeader = "x-treadle-substatus";

function isForItems(url: string): boolean {
  return /\/colls\/[^/]+\/docs(?:\/|$)/.test(new URL(url).pathname);
}

function keepBooks(scope: CallScope, { headers }: PipelineResponse): void {
  const charge = Number(headers.get("x-ms-request-charge"));
  if (Number.isFinite(charge)) scope.requestUnits += charge;
  if (scope.keepsSession) scope.session = mergeSessionTokens(scope.session, headers.get(sessionHeader));
}

/** The region takes no writes any more, or is not one of the account's. */
function isMisdirected({ status, headers }: PipelineResponse): boolean {
  return status === 403 && ["3", "1008"].includes(headers.get(substatusHeader) ?? "");
}

/** The SDK decides by the substatus whether to repeat. */
function hideSubstatus(answer: PipelineResponse): PipelineResponse {
  answer.headers.set(hiddenSubstatusHeader, answer.headers.get(substatusHeader) ?? "");
  answer.headers.delete(substatusHeader);
  return answer;
}

/** A host that is not known will not be known a second later. */
function isToBeRepeated(scope: CallScope, error: unknown): boolean {
  const { name, code } = Object(error) as { readonly name?: unknown; readonly code?: unknown };
  if (name === "AbortError") return ++scope.timeouts <= mostRepetitionsInTime;
  return code !== "ENOTFOUND" && code !== "REQUEST_SEND_ERROR" && ++scope.lostConnections <= mostRepetitions;
}

/** The SDK decides by the code whether to repeat; it does not know this one. */
function notToRepeat(error: unknown): Error {
  const { name, code } = Object(error) as { readonly name?: unknown; readonly code?: unknown };
  const kept = name === "AbortError" ? timeoutCode : String(code);
  return Object.assign(new Error("The connection is lost.", { cause: error }), { code: `${finalCodePrefix}${kept}` });
}

/** As the SDK calls its own. */
export const timeoutCode = "TimeoutError";
const finalCodePrefix = "final:";

/** The code as it was before `notToRepeat`. */
export function originalCode(code: string): string {
  return code.startsWith(finalCodePrefix) ? code.slice(finalCodePrefix.length) : code;
}
