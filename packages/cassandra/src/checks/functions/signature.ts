import type { CqlType } from "../../contract/cql-type.js";

/** A function as a call resolves to it: one overload, with its types filled in. */
export interface FunctionSignature {
  /** `system` for Cassandra's own. */
  readonly keyspace: string;
  readonly name: string;
  readonly arguments: readonly CqlType[];
  readonly returns: CqlType;
  readonly aggregate: boolean;
  /** Whether two calls may give different values: `now()`, `uuid()`, functions not known to be pure. */
  readonly volatile: boolean;
  /** Whether it gives a value whatever it is given. */
  readonly neverNull: boolean;
}

export function systemFunction(
  name: string,
  args: readonly CqlType[],
  returns: CqlType,
  traits: Partial<Pick<FunctionSignature, "aggregate" | "volatile" | "neverNull">> = {},
): FunctionSignature {
  return {
    keyspace: "system",
    name,
    arguments: args,
    returns,
    aggregate: false,
    volatile: false,
    neverNull: false,
    ...traits,
  };
}
