import { createHash } from "node:crypto";
import type { QueryIterator } from "@azure/cosmos";
import type { Json } from "@treadle/expressions";
import { BridgeError, type ExecutedStatement, payloadLimitBytes, sizeOf } from "@treadle/workflow/data-source";
import type { PagesStatement } from "../contract/manifest.js";
import { assertFits } from "./assert-fits.js";
import { type Params, RequestParams } from "./request-params.js";
import { type OperationContext, toPartitionKey } from "./run-point-operation.js";

/** Longest token of the service, in KiB: it travels through the state machine beside the rows. */
const tokenLimitKiB = 8;
const rowsLimitBytes = payloadLimitBytes - 2 * tokenLimitKiB * 1024;

/** Checks the parameters and gives what reads one page. */
export function preparePage(
  { statement: name }: Pick<OperationContext, "statement">,
  statement: PagesStatement,
  params: Params,
): (context: OperationContext) => Promise<ExecutedStatement> {
  const request = new RequestParams(name, params, [...Object.keys(statement.params), "continuation"]);
  const parameters = Object.entries(statement.params).map(([param, declaration]) => ({
    name: `@${param}`,
    value: request.declared(param, declaration) as never,
  }));
  const key = statement.partitionKey?.map((part) => request.keyPart(part, statement.params));
  const origin = hashOf([name, statement.text, parameters, key ?? null]);
  const token = openContinuation(request, origin);
  return async ({ container, abortSignal }) => {
    let requestUnits = 0;
    for (let size = statement.pageSize; ; size = Math.max(1, Math.floor(size / 2))) {
      const pages = container.items.query<Json>(
        { query: statement.text, parameters },
        {
          abortSignal,
          maxItemCount: size,
          continuationTokenLimitInKB: tokenLimitKiB,
          ...(token !== undefined && { continuationToken: token }),
          ...(key && { partitionKey: toPartitionKey(key) }),
        },
      );
      const page = await fetchRows(pages);
      requestUnits += page.requestUnits;
      const { rows, next } = page;
      const bytes = sizeOf(rows as Json);
      // A page that is too large for a state is read again with fewer rows.
      if (bytes > rowsLimitBytes && size > 1) continue;
      assertFits(name, bytes);
      if (next === undefined && pages.hasMoreResults()) throw noToken(name);
      const result = { rows: [...rows], next: next === undefined ? null : sealContinuation(origin, next) };
      return { result, measures: { rows: rows.length, requestUnits } };
    }
  };
}

interface FetchedPage {
  readonly rows: readonly Json[];
  readonly next: string | undefined;
  readonly requestUnits: number;
}

/** The first page that has rows, or the last one: a page may be empty while more follow. */
async function fetchRows(pages: QueryIterator<Json>): Promise<FetchedPage> {
  let requestUnits = 0;
  for (;;) {
    const { resources, continuationToken, requestCharge } = await pages.fetchNext();
    requestUnits += requestCharge;
    const rows = resources ?? [];
    if (rows.length > 0 || !pages.hasMoreResults()) {
      return { rows, next: continuationToken || undefined, requestUnits };
    }
  }
}

/** The service's token with the hash of what it belongs to: one statement, its parameters, its partition. */
function sealContinuation(origin: string, token: string): string {
  return `${origin}.${Buffer.from(token).toString("base64url")}`;
}

function openContinuation(request: RequestParams, origin: string): string | undefined {
  const given = request.continuation();
  if (given === undefined) return undefined;
  const [hash, token] = given.split(".");
  if (hash === origin && token !== undefined) return Buffer.from(token, "base64url").toString();
  throw request.refuse("continuation", "The continuation is of another statement, text or parameters.");
}

function hashOf(parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 16);
}

/** Better than a page that looks like the last one. */
function noToken(statement: string): BridgeError {
  return new BridgeError("Cosmos.InvalidRequest", {
    message: "The service gave no continuation for a query that has more results.",
    outcome: "permanent",
    statement,
  });
}
