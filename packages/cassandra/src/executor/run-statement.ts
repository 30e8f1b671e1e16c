import type { Json } from "@treadle/expressions";
import { type ExecutedStatement, payloadLimitBytes, sizeOf } from "@treadle/workflow/data-source";
import type { Client, QueryOptions, types } from "cassandra-driver";
import type { BoundValue, CompiledStatement } from "./compiled-statement.js";
import type { Continuations } from "./continuation.js";
import { payloadTooLarge } from "./payload-too-large.js";
import { readApplied, readRows } from "./read-result.js";
import { readSingle } from "./read-single.js";

/** Rows per page: a page of rows of 200 bytes fills the payload. */
const pageRows = 1000;

/** Where a page begins, and how the next one is named. */
export interface PageRequest {
  readonly pageState: string | undefined;
  readonly continuations: Continuations;
}

/**
 * Executes a prepared statement: page after page, or one page where it gives pages.
 *
 * @param values in the order of the server's markers
 * @throws {BridgeError} or what the driver throws
 */
export async function runStatement(
  client: Client,
  statement: CompiledStatement,
  values: BoundValue[],
  page: PageRequest | undefined,
): Promise<ExecutedStatement> {
  const options: QueryOptions = {
    prepare: true,
    isIdempotent: statement.idempotent,
    consistency: statement.consistency,
    serialConsistency: statement.serialConsistency,
    // Without a page size the server sends everything at once.
    fetchSize: !statement.paged ? 0 : isSingle(statement) ? 2 : pageRows,
  };
  if (page !== undefined) return await readPage(client, statement, values, options, page);
  const first = await client.execute(statement.text, values, options);
  const coordinator = { coordinator: first.info.queriedHost };
  switch (statement.result) {
    case "none":
      return { result: null, measures: coordinator };
    case "applied":
      return { result: readApplied(statement, first), measures: coordinator };
    case "one":
    case "exactlyOne": {
      const row = await readSingle(statement, first, (pageState) =>
        client.execute(statement.text, values, { ...options, pageState }),
      );
      return { result: row, measures: { ...coordinator, rows: row === null ? 0 : 1 } };
    }
    case "rows":
    case "pages": {
      const rows = await readAllRows(client, statement, values, options, first);
      return { result: rows, measures: { ...coordinator, rows: rows.length } };
    }
  }
}

const isSingle = ({ result }: CompiledStatement): boolean => result === "one" || result === "exactlyOne";

async function readAllRows(
  client: Client,
  statement: CompiledStatement,
  values: BoundValue[],
  options: QueryOptions,
  first: types.ResultSet,
): Promise<Json[]> {
  const rows: Json[] = [];
  let bytes = 2;
  for (let page = first; ; ) {
    for (const row of readRows(statement, page)) {
      bytes += sizeOf(row) + 1;
      if (bytes > payloadLimitBytes) throw payloadTooLarge(statement, rows.length);
      rows.push(row);
    }
    if (!page.pageState) return rows;
    page = await client.execute(statement.text, values, { ...options, pageState: page.pageState });
  }
}

/** A page that is too large for a state is read again with fewer rows; one that is empty is skipped. */
async function readPage(
  client: Client,
  statement: CompiledStatement,
  values: BoundValue[],
  options: QueryOptions,
  { pageState, continuations }: PageRequest,
): Promise<ExecutedStatement> {
  let fetchSize = statement.pageSize!;
  let from = pageState;
  for (;;) {
    const page = await client.execute(statement.text, values, {
      ...options,
      fetchSize,
      ...(from !== undefined && { pageState: from }),
    });
    const rows = readRows(statement, page);
    if (rows.length === 0 && page.pageState) {
      from = page.pageState;
      continue;
    }
    const next = page.pageState ? continuations.seal(page.pageState) : null;
    const result: Json = { rows, next };
    if (sizeOf(result) <= payloadLimitBytes) {
      return { result, measures: { coordinator: page.info.queriedHost, rows: rows.length } };
    }
    if (rows.length <= 1) throw payloadTooLarge(statement, 0);
    fetchSize = Math.floor(rows.length / 2);
  }
}
