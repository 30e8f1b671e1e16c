import type { Json } from "@treadle/expressions";
import { BridgeError } from "@treadle/workflow/data-source";
import type { types } from "cassandra-driver";
import { UnfitValueError } from "../codec/index.js";
import type { CompiledColumn, CompiledStatement } from "./compiled-statement.js";
import { compareTypes, type ServerColumn, schemaDrift, verifyColumns } from "./prepare-statement.js";

/**
 * The rows of a page.
 *
 * @throws {BridgeError} `Cassandra.SchemaDrift`, `Cassandra.UnreadableValue`
 */
export function readRows(statement: CompiledStatement, page: types.ResultSet): Json[] {
  verifyColumns(statement, page.columns as unknown as readonly ServerColumn[]);
  return page.rows.map((row) => readRow(statement, row));
}

/** A row as a JSON object, in the order of the compiled columns. */
function readRow(statement: CompiledStatement, row: types.Row): Json {
  return Object.fromEntries(statement.columns.map((column) => [column.name, readValue(statement, column, row)]));
}

/**
 * The answer of a lightweight transaction. Where the condition failed, the server adds the row as it is, as far as the
 * condition looks at it, or nothing when there is no such row.
 */
export function readApplied(statement: CompiledStatement, result: types.ResultSet): Json {
  if (result.wasApplied()) return { applied: true };
  const compiled = new Map(statement.columns.map((column) => [column.name, column]));
  const current: [string, Json][] = [];
  const differences: string[] = [];
  const row = result.first();
  for (const found of (result.columns as unknown as readonly ServerColumn[]).slice(1)) {
    const column = compiled.get(found.name);
    const difference = column === undefined ? [`the result has a column "${found.name}"`] : compareTypes(column, found);
    differences.push(...difference);
    if (column !== undefined && difference.length === 0) current.push([column.name, readValue(statement, column, row)]);
  }
  if (differences.length > 0) throw schemaDrift(statement, differences);
  return { applied: false, current: current.length === 0 ? null : Object.fromEntries(current) };
}

function readValue(statement: CompiledStatement, column: CompiledColumn, row: types.Row): Json {
  const value: unknown = row[column.name];
  if (value === null || value === undefined) return null;
  try {
    return column.codec.decode(value, column.name);
  } catch (error) {
    if (!(error instanceof UnfitValueError)) throw error;
    throw new BridgeError("Cassandra.UnreadableValue", {
      message: `A stored value has no form in JSON: ${error.message}`,
      outcome: "permanent",
      statement: statement.name,
      path: error.path,
      type: error.type,
    });
  }
}
