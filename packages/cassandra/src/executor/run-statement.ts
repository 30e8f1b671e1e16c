import type { Json } from "@treadle/expressions";
import { BridgeError, type ExecutedStatement } from "@treadle/workflow/data-source";
import type { Client, QueryOptions, types } from "cassandra-driver";
import type { BoundValue, CompiledStatement } from "./compiled-statement.js";
import { type ServerColumn, verifyColumns } from "./prepare-statement.js";
import { readApplied, readRow } from "./read-result.js";

/**
 * Most bytes of a result as JSON. Step Functions passes on 262,144 at most, together with what else the state returns and
 * what the Lambda service wraps around it.
 */
export const payloadLimitBytes = 200 * 1024;

/** Rows per page: a page of rows of 200 bytes fills the payload. */
const pageRows = 1000;

/**
 * Executes a prepared statement, page after page.
 *
 * @param values in the order of the server's markers
 * @throws {BridgeError} or what the driver throws
 */
export async function runStatement(
  client: Client,
  statement: CompiledStatement,
  values: readonly BoundValue[],
): Promise<ExecutedStatement> {
  const options: QueryOptions = {
    prepare: true,
    isIdempotent: statement.idempotent,
    consistency: statement.consistency,
    serialConsistency: statement.serialConsistency,
    // Without a page size the server sends everything at once.
    fetchSize: !statement.paged ? 0 : statement.result === "one" ? 2 : pageRows,
  };
  const first = await client.execute(statement.text, [...values], options);
  const coordinator = { coordinator: first.info.queriedHost };
  switch (statement.result) {
    case "none":
      return { result: null, measures: coordinator };
    case "applied":
      return { result: readApplied(statement, first), measures: coordinator };
    case "one": {
      const row = readRows(statement, first)[0] ?? null;
      assertFits(statement, sizeOf(row));
      return { result: row, measures: { ...coordinator, rows: row === null ? 0 : 1 } };
    }
    case "rows": {
      const rows = await readAllRows(client, statement, values, options, first);
      return { result: rows, measures: { ...coordinator, rows: rows.length } };
    }
  }
}

async function readAllRows(
  client: Client,
  statement: CompiledStatement,
  values: readonly BoundValue[],
  options: QueryOptions,
  first: types.ResultSet,
): Promise<Json[]> {
  const rows: Json[] = [];
  let bytes = 2;
  for (let page = first; ; ) {
    for (const row of readRows(statement, page)) {
      bytes += sizeOf(row) + 1;
      assertFits(statement, bytes);
      rows.push(row);
    }
    if (!page.pageState) return rows;
    page = await client.execute(statement.text, [...values], { ...options, pageState: page.pageState });
  }
}

function readRows(statement: CompiledStatement, page: types.ResultSet): Json[] {
  verifyColumns(statement, page.columns as unknown as readonly ServerColumn[]);
  return page.rows.map((row) => readRow(statement, row));
}

function assertFits(statement: CompiledStatement, bytes: number): void {
  if (bytes <= payloadLimitBytes) return;
  throw new BridgeError("Cassandra.PayloadTooLarge", {
    message: `The result of "${statement.name}" is larger than ${payloadLimitBytes} bytes, more than a state can take over. Select fewer columns or rows, or put a LIMIT.`,
    outcome: "permanent",
    statement: statement.name,
    limitBytes: payloadLimitBytes,
  });
}

function sizeOf(value: Json): number {
  return Buffer.byteLength(JSON.stringify(value));
}
