import type { CqlType, NativeType } from "../../contract/cql-type.js";
import type { Term } from "../../cql/index.js";
import { native } from "../../schema/index.js";
import { type FunctionSignature, systemFunction } from "./signature.js";

/** Bytes of a value; types without a fixed size count as the largest. */
const sizes: readonly (readonly [NativeType, number])[] = [
  ["tinyint", 1],
  ["smallint", 2],
  ["int", 4],
  ["bigint", 8],
  ["float", 4],
  ["double", 8],
  ["decimal", Number.POSITIVE_INFINITY],
  ["varint", Number.POSITIVE_INFINITY],
  ["counter", 8],
];

const floats: ReadonlySet<NativeType> = new Set(["float", "double", "decimal"]);

/** The wider of two numeric types; a floating one wins. */
function resultType([a, aSize]: readonly [NativeType, number], [b, bSize]: readonly [NativeType, number]): CqlType {
  const size = Math.max(aSize, bSize);
  if (floats.has(a) || floats.has(b)) return native(size === 4 ? "float" : size === 8 ? "double" : "decimal");
  if (size === 1) return native("tinyint");
  if (size === 2) return native("smallint");
  if (size === 4) return native("int");
  return native(size === 8 ? "bigint" : "varint");
}

const names = { "+": "_add", "-": "_substract", "*": "_multiply", "/": "_divide", "%": "_modulo" } as const;

type Operator = (Term & { kind: "operation" })["operator"];

/** The overloads of an operator, in the order in which the server tries them. */
export function operationCandidates(operator: Operator): readonly FunctionSignature[] {
  const name = names[operator];
  const candidates = sizes.flatMap((left) =>
    sizes.map((right) => systemFunction(name, [native(left[0]), native(right[0])], resultType(left, right))),
  );
  if (operator === "+" || operator === "-") {
    for (const moment of ["timestamp", "date"] as const) {
      candidates.push(systemFunction(name, [native(moment), native("duration")], native(moment)));
    }
  }
  if (operator === "+") {
    for (const left of ["text", "ascii"] as const) {
      for (const right of ["text", "ascii"] as const) {
        const both = left === "ascii" && right === "ascii" ? "ascii" : "text";
        candidates.push(systemFunction(name, [native(left), native(right)], native(both)));
      }
    }
  }
  return candidates;
}

export function negationCandidates(): readonly FunctionSignature[] {
  return sizes.map(([name]) => systemFunction("_negate", [native(name)], native(name)));
}
