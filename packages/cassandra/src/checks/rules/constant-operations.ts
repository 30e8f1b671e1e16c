import type { CqlType } from "../../contract/cql-type.js";
import type { LiteralTerm, Term } from "../../cql/index.js";
import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { isNative } from "../../schema/index.js";
import type { ResolvedModification, ResolvedSelect } from "../resolve/resolved-statement.js";
import { nanosecondsOf } from "../terms/duration-fault.js";
import type { Rule } from "./rule.js";
import { writtenValues } from "./written-values.js";

/** What is calculated from constants alone fails for every call, and the server notices only as it runs. */
export const constantOperations: Rule = (statement, { add }) => {
  if (statement.kind === "batch") return;
  for (const { value, type } of valuesOf(statement)) {
    const fault = operationFault(value, type) ?? decodingFault(value);
    if (fault !== undefined) add(report["invalid-operation"]({ what: `${fault}.` }), value.span, "execute");
  }
};

interface GivenValue {
  readonly value: Term;
  readonly type: CqlType;
}

function valuesOf(statement: ResolvedSelect | ResolvedModification): readonly GivenValue[] {
  const restricted = statement.restrictions.flatMap(({ relation, columns, form }) =>
    relation.kind === "column" && form === "single" ? [{ value: relation.value, type: columns[0]!.type }] : [],
  );
  if (statement.kind === "select") return restricted;
  return [...restricted, ...writtenValues(statement).map(({ column, value }) => ({ value, type: column.type }))];
}

function operationFault(term: Term, type: CqlType): string | undefined {
  if (term.kind !== "operation") return undefined;
  const { operator, left, right } = term;
  if (right.kind !== "literal") return undefined;
  // Floating numbers divided by zero are infinite.
  const divides = (operator === "/" || operator === "%") && !isNative(type, "float", "double");
  if (divides && left.kind === "literal" && isZero(right))
    return `${left.value} ${operator} ${right.value} divides by zero`;
  if (right.type !== "duration") return undefined;
  const nanoseconds = nanosecondsOf(right.value);
  if (isNative(type, "date") && nanoseconds !== 0n) return `A date moves by days and months, not by ${right.value}`;
  if (isNative(type, "timestamp") && nanoseconds % 1_000_000n !== 0n)
    return `A timestamp moves by milliseconds, not by ${right.value}`;
  return undefined;
}

const isZero = ({ type, value }: LiteralTerm): boolean =>
  (type === "integer" || type === "float") && Number(value) === 0;

/** Bytes of the types that have a fixed number of them. */
const lengths: { readonly [type: string]: number } = {
  bigint: 8,
  boolean: 1,
  counter: 8,
  date: 4,
  double: 8,
  float: 4,
  int: 4,
  smallint: 2,
  time: 8,
  timestamp: 8,
  timeuuid: 16,
  tinyint: 1,
  uuid: 16,
};

function decodingFault(term: Term): string | undefined {
  if (term.kind !== "call") return undefined;
  const type = /^blob_?as_?(\w+)$/.exec(term.name.name)?.[1] ?? "";
  const [argument] = term.arguments;
  const length = lengths[type];
  if (length === undefined || argument?.kind !== "literal" || argument.type !== "hex") return undefined;
  const bytes = (argument.value.length - 2) / 2;
  return bytes === 0 || bytes === length ? undefined : `${argument.value} has ${bytes} bytes, and ${type} ${length}`;
}
