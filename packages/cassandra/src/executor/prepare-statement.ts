import { BridgeError } from "@treadle/workflow/data-source";
import type { Client } from "cassandra-driver";
// @ts-expect-error The driver publishes no declarations for this file; its version is pinned in package.json.
import PrepareHandler from "cassandra-driver/lib/prepare-handler.js";
import type { CompiledColumn, CompiledStatement } from "./compiled-statement.js";
import { describeServerType, type ServerType } from "./describe-type.js";

export interface ServerColumn {
  readonly name: string;
  readonly type: ServerType;
}

/** What the driver keeps of a PREPARE; it has no public way to ask for it before the first execution. */
interface PreparedInfo {
  queryId: Buffer | undefined;
  readonly meta: { readonly columns: readonly ServerColumn[] };
}

/**
 * Prepares a statement, or takes it as it was prepared before, and compares the server's markers with the compiled
 * parameters.
 *
 * @returns for each value that the server wants, in its order, which of the statement's parameters it is
 * @throws {BridgeError} `Cassandra.SchemaDrift`, or what the driver throws
 */
export async function prepareStatement(client: Client, statement: CompiledStatement): Promise<readonly number[]> {
  const { meta } = await prepare(client, statement.text);
  const known = verified.get(meta);
  if (known?.statement === statement) return known.order;
  const order = verifyMarkers(statement, meta.columns);
  verified.set(meta, { statement, order });
  return order;
}

/** By the metadata object: the driver replaces it when it has prepared again. */
const verified = new WeakMap<object, { readonly statement: CompiledStatement; readonly order: readonly number[] }>();

function verifyMarkers(statement: CompiledStatement, markers: readonly ServerColumn[]): readonly number[] {
  // The server folds names to lower case.
  const names = statement.params.map((param) => param.name.toLowerCase());
  const order = markers.map((marker) => names.indexOf(marker.name.toLowerCase()));
  const differences = markers.flatMap((marker, index) => {
    const param = statement.params[order[index]!];
    return param === undefined ? [`the server wants a value for "${marker.name}"`] : compareTypes(param, marker);
  });
  for (const [index, param] of statement.params.entries()) {
    if (!order.includes(index)) differences.push(`the server knows no marker "${param.name}"`);
  }
  if (differences.length > 0) throw schemaDrift(statement, differences);
  return order;
}

/** Makes the next `prepareStatement` ask the server again. */
export function forgetPrepared(client: Client, statement: CompiledStatement): void {
  preparedInfo(client, statement.text).queryId = undefined;
}

/** @throws {BridgeError} `Cassandra.SchemaDrift` where a result has other columns than the compiled ones. */
export function verifyColumns(statement: CompiledStatement, columns: readonly ServerColumn[]): void {
  const known = verifiedColumns.get(statement);
  if (known !== undefined && areSameColumns(known, columns)) return;
  const differences = statement.columns.flatMap((column, index) => {
    const found = columns[index];
    return found?.name === column.name ? compareTypes(column, found) : [`column ${index + 1} is not "${column.name}"`];
  });
  if (columns.length > statement.columns.length) {
    differences.push(`the result has ${columns.length} columns instead of ${statement.columns.length}`);
  }
  if (differences.length > 0) throw schemaDrift(statement, differences);
  verifiedColumns.set(statement, columns);
}

/** The columns of the last result: every result brings its own, and they hardly ever differ. */
const verifiedColumns = new WeakMap<CompiledStatement, readonly ServerColumn[]>();

function areSameColumns(known: readonly ServerColumn[], found: readonly ServerColumn[]): boolean {
  return known.length === found.length && known.every((column, index) => isSameColumn(column, found[index]!));
}

function isSameColumn(known: ServerColumn, found: ServerColumn): boolean {
  if (known.name !== found.name || known.type.code !== found.type.code) return false;
  // Only types made of others have more to them than their code.
  if (!known.type.info && !found.type.info) return true;
  return describeServerType(known.type) === describeServerType(found.type);
}

export function compareTypes(compiled: CompiledColumn, server: ServerColumn): string[] {
  const found = describeServerType(server.type);
  return found === compiled.description
    ? []
    : [`"${compiled.name}" was compiled as ${compiled.description} and is ${found} on the server`];
}

export function schemaDrift(statement: CompiledStatement, differences: readonly string[]): BridgeError {
  return new BridgeError("Cassandra.SchemaDrift", {
    message: `The server's schema differs from the one that "${statement.name}" was compiled with: ${differences.join("; ")}.`,
    outcome: "permanent",
    statement: statement.name,
    differences,
  });
}

async function prepare(client: Client, text: string): Promise<PreparedInfo> {
  const known = preparedInfo(client, text);
  if (known.queryId !== undefined) return known;
  const { loadBalancing } = (client as unknown as { options: { policies: { loadBalancing: unknown } } }).options
    .policies;
  return (await PrepareHandler.getPrepared(client, loadBalancing, text, client.keyspace)) as PreparedInfo;
}

function preparedInfo(client: Client, text: string): PreparedInfo {
  const metadata = client.metadata as unknown as { getPreparedInfo(keyspace: string, text: string): PreparedInfo };
  return metadata.getPreparedInfo(client.keyspace, text);
}
