import type { Json } from "@treadle/expressions";
import { BridgeError, payloadLimitBytes, sizeOf } from "@treadle/workflow/data-source";
import type { types } from "cassandra-driver";
import type { CompiledStatement } from "./compiled-statement.js";
import { payloadTooLarge } from "./payload-too-large.js";
import { readRows } from "./read-result.js";

/**
 * The one row of a result, or null where there may be none.
 *
 * @param first the first page; pages may be empty while more follow
 * @throws {BridgeError} `Cassandra.NotExactlyOne`, `Cassandra.PayloadTooLarge`
 */
export async function readSingle(
  statement: CompiledStatement,
  first: types.ResultSet,
  nextPage: (pageState: string) => Promise<types.ResultSet>,
): Promise<Json> {
  // A second row is only looked for where it matters.
  const needed = statement.result === "exactlyOne" ? 2 : 1;
  const rows = readRows(statement, first);
  for (let page = first; rows.length < needed && page.pageState; ) {
    page = await nextPage(page.pageState);
    rows.push(...readRows(statement, page));
  }
  const [row = null, second] = rows;
  if (statement.result === "exactlyOne") {
    if (row === null) throw notExactlyOne(statement, "none", "there is none");
    if (second !== undefined) throw notExactlyOne(statement, "several", "there are more");
  }
  if (sizeOf(row) > payloadLimitBytes) throw payloadTooLarge(statement, 0);
  return row;
}

function notExactlyOne({ name }: CompiledStatement, rows: "none" | "several", what: string): BridgeError {
  return new BridgeError("Cassandra.NotExactlyOne", {
    message: `"${name}" is to give exactly one row, and ${what}.`,
    outcome: "permanent",
    statement: name,
    rows,
  });
}
