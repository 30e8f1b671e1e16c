import type { Json } from "@treadle/expressions";
import { BridgeError } from "@treadle/workflow/data-source";
import { types } from "cassandra-driver";
import { type CqlCodec, createCodec, kindOf, UnfitValueError, type UserTypes } from "../codec/index.js";
import { type CqlType, formatCqlType } from "../contract/cql-type.js";
import {
  type CassandraManifest,
  type CassandraStatement,
  continuationParam,
  type ResultKind,
} from "../contract/manifest.js";
import { parseCqlType } from "../contract/parse-cql-type.js";
import { describeCompiledType } from "./describe-type.js";

/** A statement of the manifest, made ready for any number of calls. */
export interface CompiledStatement {
  readonly name: string;
  readonly text: string;
  readonly result: ResultKind;
  readonly idempotent: boolean;
  readonly paged: boolean;
  /** Most rows of a page, where it gives pages. */
  readonly pageSize: number | undefined;
  readonly consistency: types.consistencies;
  readonly serialConsistency: types.consistencies;
  readonly params: readonly CompiledParam[];
  /** The place of each parameter in `params`. */
  readonly paramIndex: ReadonlyMap<string, number>;
  readonly columns: readonly CompiledColumn[];
}

export interface CompiledParam extends CompiledColumn {
  readonly nullable: boolean;
  readonly optional: boolean;
}

export interface CompiledColumn {
  readonly name: string;
  readonly type: string;
  /** For the comparison with the server's metadata. */
  readonly description: string;
  readonly codec: CqlCodec;
}

export function compileStatements(manifest: CassandraManifest): ReadonlyMap<string, CompiledStatement> {
  const userTypes: UserTypes = new Map(
    Object.entries(manifest.userTypes).map(([name, fields]) => [
      name,
      Object.entries(fields).map(([field, type]) => [field, readType(type)] as const),
    ]),
  );
  return new Map(
    Object.entries(manifest.statements).map(([name, statement]) => [
      name,
      compileStatement(name, statement, manifest, userTypes),
    ]),
  );
}

function compileStatement(
  name: string,
  statement: CassandraStatement,
  manifest: CassandraManifest,
  userTypes: UserTypes,
): CompiledStatement {
  const column = (columnName: string, typeText: string): CompiledColumn => {
    const type = readType(typeText);
    return {
      name: columnName,
      type: formatCqlType(type),
      description: describeCompiledType(type, userTypes),
      codec: createCodec(type, userTypes),
    };
  };
  return {
    name,
    text: statement.text,
    result: statement.result,
    idempotent: statement.idempotent,
    paged: statement.paged ?? true,
    pageSize: statement.pageSize,
    consistency: consistencies[statement.consistency ?? manifest.consistency],
    serialConsistency: consistencies[statement.serialConsistency ?? manifest.serialConsistency],
    paramIndex: new Map(Object.keys(statement.params).map((marker, index) => [marker, index])),
    params: Object.entries(statement.params).map(([marker, param]) => ({
      ...column(marker, param.type),
      nullable: param.nullable ?? false,
      optional: param.optional ?? false,
    })),
    columns: statement.columns.map(({ name: columnName, type }) => column(columnName, type)),
  };
}

/** What the driver is given for one parameter. */
export type BoundValue = Buffer | null | typeof types.unset;

/**
 * Encodes a call's parameters, in the order of the statement's.
 *
 * @throws {BridgeError} `Cassandra.InvalidParameter`
 */
export function bindParams(
  statement: CompiledStatement,
  params: { readonly [name: string]: Json },
): readonly BoundValue[] {
  for (const name of Object.keys(params)) {
    if (name === continuationParam && statement.pageSize !== undefined) continue;
    if (!statement.paramIndex.has(name))
      throw invalidParameter(statement, name, `The statement has no parameter "${name}".`);
  }
  return statement.params.map((param) => bindParam(statement, param, params[param.name]));
}

function bindParam(statement: CompiledStatement, param: CompiledParam, value: Json | undefined): BoundValue {
  const { name, type } = param;
  if (value === undefined) {
    if (param.optional) return types.unset;
    throw invalidParameter(statement, name, `The parameter "${name}" of type ${type} is missing.`, { type });
  }
  if (value === null) {
    if (param.nullable) return null;
    const detail = { type, valueKind: kindOf(value) };
    throw invalidParameter(statement, name, `The parameter "${name}" of type ${type} cannot be null.`, detail);
  }
  try {
    return param.codec.encode(value, name);
  } catch (error) {
    if (!(error instanceof UnfitValueError)) throw error;
    throw invalidParameter(statement, error.path, error.message, { type: error.type, valueKind: error.valueKind });
  }
}

export function invalidParameter(
  statement: CompiledStatement,
  path: string,
  message: string,
  detail: { readonly type?: string; readonly valueKind?: string } = {},
): BridgeError {
  return new BridgeError("Cassandra.InvalidParameter", {
    message,
    outcome: "permanent",
    statement: statement.name,
    path,
    ...detail,
  });
}

/** The manifest was checked when it was parsed, so every type in it reads. */
function readType(text: string): CqlType {
  const parsed = parseCqlType(text);
  if (!parsed.ok) throw new TypeError(`"${text}" is no CQL type: ${parsed.message}`);
  return parsed.type;
}

const consistencies = {
  ANY: types.consistencies.any,
  ONE: types.consistencies.one,
  TWO: types.consistencies.two,
  THREE: types.consistencies.three,
  QUORUM: types.consistencies.quorum,
  ALL: types.consistencies.all,
  LOCAL_QUORUM: types.consistencies.localQuorum,
  EACH_QUORUM: types.consistencies.eachQuorum,
  SERIAL: types.consistencies.serial,
  LOCAL_SERIAL: types.consistencies.localSerial,
  LOCAL_ONE: types.consistencies.localOne,
} as const;
