import type { CqlType, NativeType } from "../../contract/cql-type.js";
import { native } from "../../schema/index.js";
import { type FunctionSignature, systemFunction } from "./signature.js";

const numbers: readonly NativeType[] = ["tinyint", "smallint", "int", "bigint", "float", "double", "decimal", "varint"];
const texts: readonly NativeType[] = ["ascii", "text"];

/** What each type can be cast to, beside itself. */
const targets: { readonly [from in NativeType]?: readonly NativeType[] } = {
  ...Object.fromEntries(numbers.map((name) => [name, [...numbers, ...texts]])),
  counter: [...numbers, ...texts],
  ascii: ["text"],
  boolean: texts,
  inet: texts,
  date: ["timestamp", ...texts],
  time: texts,
  timestamp: ["date", ...texts],
  timeuuid: ["timestamp", "date", ...texts],
  uuid: texts,
};

/** The overloads of `CAST(… AS type)`. */
export function castCandidates(to: CqlType): readonly FunctionSignature[] {
  if (to.kind !== "native") return [];
  return Object.entries(targets)
    .filter(([from, reachable]) => from !== to.name && reachable.includes(to.name))
    .map(([from]) => systemFunction(`cast_as_${to.name}`, [native(from as NativeType)], to));
}
