import type { CqlType, NativeType } from "../../contract/cql-type.js";
import type { LiteralTerm } from "../../cql/index.js";
import { native } from "../../schema/index.js";
import type { Assignability } from "./assignability.js";

/** The types that each kind of constant can be. */
const accepted: { readonly [type in LiteralTerm["type"]]: readonly NativeType[] } = {
  string: ["ascii", "text", "inet", "date", "time", "timestamp"],
  integer: [
    "bigint",
    "counter",
    "date",
    "decimal",
    "double",
    "float",
    "int",
    "smallint",
    "time",
    "timestamp",
    "tinyint",
    "varint",
  ],
  uuid: ["uuid", "timeuuid"],
  float: ["decimal", "double", "float"],
  boolean: ["boolean"],
  hex: ["blob", "tinyint"],
  duration: ["duration"],
};

export function testLiteral(term: LiteralTerm, type: CqlType): Assignability {
  // Whether its text is one of the tuple's is looked at where it is bound; of a class the server alone knows it.
  if (type.kind === "tuple" || type.kind === "custom") return "weak";
  if (type.kind !== "native") return "no";
  if (preferredType(term) === type.name) return "exact";
  return accepted[term.type].includes(type.name) ? "weak" : "no";
}

/** The type that a constant has where nothing else says. */
export function literalType(term: LiteralTerm): CqlType {
  return native(preferredType(term));
}

function preferredType({ type, value }: LiteralTerm): NativeType {
  switch (type) {
    case "string":
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is what ASCII is.
      return /^[\x00-\x7f]*$/.test(value) ? "ascii" : "text";
    case "integer":
      return integerType(BigInt(value));
    case "float":
      return floatType(value);
    case "uuid":
      return value[14] === "1" ? "timeuuid" : "uuid";
    case "hex":
      // To the server a constant of bytes is one byte before it is many.
      return "tinyint";
    default:
      return type;
  }
}

function integerType(value: bigint): NativeType {
  if (BigInt.asIntN(32, value) === value) return "int";
  return BigInt.asIntN(64, value) === value ? "bigint" : "varint";
}

function floatType(value: string): NativeType {
  const number = Number(value);
  if (!Number.isFinite(number)) return "double";
  const digits = value.replace(/^-/, "").replace(/e.*$/i, "").replace(".", "").replace(/^0+/, "");
  return digits.length <= 15 ? "double" : "decimal";
}
