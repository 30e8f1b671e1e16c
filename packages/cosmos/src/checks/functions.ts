import type { TypeShape } from "@treadle/workflow/data-source";
import { arrayShape, booleanShape, elementOf, numberShape, stringShape, union, unknownShape } from "./shape.js";

/** A system function: how many arguments of which types, and what it gives. */
export interface SystemFunction {
  readonly minimum: number;
  readonly maximum: number;
  /** Types of the arguments in order; the last one holds for all that follow. */
  readonly parameters: readonly TypeShape[];
  readonly result: TypeShape | ((parameters: readonly TypeShape[]) => TypeShape);
  /** Gives undefined for some arguments of the right types: a text that is no number, an index out of range. */
  readonly partial: boolean;
  /** Takes arguments of every type, absent ones too, and always gives a result. */
  readonly total: boolean;
  readonly aggregate: boolean;
  /** Gives another result each time it is called. */
  readonly volatile: boolean;
}

const any = unknownShape;
const list = arrayShape(unknownShape);
const object: TypeShape = { kind: "object", properties: {}, index: unknownShape };
const unbounded = Number.POSITIVE_INFINITY;

const table = new Map<string, SystemFunction>();

function define(
  names: string,
  arity: number | readonly [number, number],
  parameters: readonly TypeShape[],
  result: SystemFunction["result"],
  traits: Partial<Pick<SystemFunction, "partial" | "total" | "aggregate" | "volatile">> = {},
): void {
  const [minimum, maximum] = typeof arity === "number" ? [arity, arity] : arity;
  const entry: SystemFunction = {
    minimum,
    maximum,
    parameters,
    result,
    partial: false,
    total: false,
    aggregate: false,
    volatile: false,
    ...traits,
  };
  for (const name of names.split(" ")) table.set(name, Object.freeze(entry));
}

const first = (parameters: readonly TypeShape[]): TypeShape => parameters[0] ?? unknownShape;
const firstElement = (parameters: readonly TypeShape[]): TypeShape => elementOf(first(parameters));
const sameElements = (parameters: readonly TypeShape[]): TypeShape => arrayShape(union(parameters.map(elementOf)));

// Aggregates. Over no values, or over values of mixed types, all but COUNT give undefined.
define("COUNT", 1, [any], numberShape, { aggregate: true, total: true });
define("COUNTIF", 1, [booleanShape], numberShape, { aggregate: true, total: true });
define("SUM AVG", 1, [numberShape], numberShape, { aggregate: true, partial: true });
define("MIN MAX", 1, [any], first, { aggregate: true, partial: true });
define("MAKELIST MAKESET ARRAY_AGG", 1, [any], (given) => arrayShape(first(given)), { aggregate: true, total: true });

// Type checking.
define(
  "IS_ARRAY IS_BOOL IS_DEFINED IS_FINITE_NUMBER IS_INTEGER IS_NULL IS_NUMBER IS_OBJECT IS_PRIMITIVE IS_STRING",
  1,
  [any],
  booleanShape,
  { total: true },
);

// Arrays.
define("ARRAY_CONCAT", [1, unbounded], [list], sameElements);
define("ARRAY_CONTAINS", [2, 3], [list, any, booleanShape], booleanShape);
// As ARRAY_CONTAINS, but false where that is undefined: the service's own, which its plans show.
define("_TRY_ARRAY_CONTAINS", [2, 3], [any, any, booleanShape], booleanShape);
define("ARRAY_CONTAINS_ANY ARRAY_CONTAINS_ALL", [2, unbounded], [list, any], booleanShape);
define("ARRAY_LENGTH", 1, [list], numberShape);
define("ARRAY_SLICE", [2, 3], [list, numberShape], sameElements);
define("ARRAY_SUM ARRAY_AVG ARRAY_MEDIAN", 1, [list], numberShape, { partial: true });
define("ARRAY_MIN ARRAY_MAX", 1, [list], firstElement, { partial: true });
define("CHOOSE", [2, unbounded], [numberShape, any], (given) => union(given.slice(1)), { partial: true });
define("SETUNION SETINTERSECT", [2, unbounded], [list], sameElements);
define("SETDIFFERENCE", 2, [list], (given) => arrayShape(firstElement(given)));
define("SETEQUAL", 2, [list], booleanShape);

// Conditions and items.
define("IIF", 3, [any], (given) => union(given.slice(1)), { total: true });
define("DOCUMENTID", 1, [any], numberShape, { partial: true });
define("OBJECTTOARRAY", [1, 3], [object, stringShape], arrayShape(object));

// Dates and times.
define("GETCURRENTDATETIME", 0, [], stringShape, { volatile: true });
define("AGO", 2, [stringShape, numberShape], stringShape, { volatile: true, partial: true });
define("NOW", [0, 2], [stringShape, numberShape], stringShape, { volatile: true });
define("GETCURRENTDATETIMESTATIC", 0, [], stringShape, { volatile: true });
define("GETCURRENTTICKS GETCURRENTTICKSSTATIC", 0, [], numberShape, { volatile: true });
define("GETCURRENTTIMESTAMP GETCURRENTTIMESTAMPSTATIC", 0, [], numberShape, { volatile: true });
define("DATETIMEADD", 3, [stringShape, numberShape, stringShape], stringShape, { partial: true });
define("DATETIMEBIN", [2, 4], [stringShape, stringShape, numberShape, stringShape], stringShape, { partial: true });
define("DATETIMEDIFF", 3, [stringShape], numberShape, { partial: true });
define("DATETIMEFORMAT", 2, [stringShape], stringShape, { partial: true });
define("DATETIMEFROMPARTS", [3, 7], [numberShape], stringShape, { partial: true });
define("DATETIMEPART", 2, [stringShape], numberShape, { partial: true });
define("DATETIMETOTICKS DATETIMETOTIMESTAMP", 1, [stringShape], numberShape, { partial: true });
define("TICKSTODATETIME TIMESTAMPTODATETIME", 1, [numberShape], stringShape, { partial: true });
define("YEAR MONTH DAY", 1, [stringShape], numberShape, { partial: true });

// Numbers. Outside their domains (a square root of -1) the results are no JSON numbers, so undefined.
define("ABS CEILING DEGREES EXP FLOOR RADIANS SIGN SIN COS TAN ATAN SQUARE", 1, [numberShape], numberShape);
define("ACOS ASIN COT LOG10 SQRT", 1, [numberShape], numberShape, { partial: true });
define("ROUND TRUNC", [1, 2], [numberShape], numberShape);
define("LOG", [1, 2], [numberShape], numberShape, { partial: true });
define("ATN2 POWER", 2, [numberShape], numberShape, { partial: true });
define("PI", 0, [], numberShape);
define("RAND", 0, [], numberShape, { volatile: true });
define("NUMBERBIN", [1, 2], [numberShape], numberShape, { partial: true });
define(
  "INTADD INTSUB INTMUL INTDIV INTMOD INTBITAND INTBITOR INTBITXOR INTBITLEFTSHIFT INTBITRIGHTSHIFT",
  2,
  [numberShape],
  numberShape,
  { partial: true },
);
define("INTBITNOT", 1, [numberShape], numberShape, { partial: true });

// Texts.
define("CONCAT", [2, unbounded], [stringShape], stringShape);
define("CONTAINS STARTSWITH ENDSWITH STRINGEQUALS", [2, 3], [stringShape, stringShape, booleanShape], booleanShape);
define("CONTAINS_ALL_CI CONTAINS_ALL_CS CONTAINS_ANY_CI CONTAINS_ANY_CS", [2, unbounded], [stringShape], booleanShape);
define("INDEX_OF", [2, 3], [stringShape, stringShape, numberShape], numberShape);
define("LASTINDEXOF", [2, 3], [stringShape, stringShape, numberShape], numberShape);
define("LEFT RIGHT", 2, [stringShape, numberShape], stringShape);
define("LENGTH", 1, [stringShape], numberShape);
define("LOWER UPPER REVERSE", 1, [stringShape], stringShape);
define("LTRIM RTRIM TRIM", [1, 2], [stringShape], stringShape);
define("REGEXMATCH", [2, 3], [stringShape], booleanShape, { partial: true });
define("REGEXEXTRACT", [2, 3], [stringShape], stringShape, { partial: true });
define("REGEXEXTRACTALL", [2, 3], [stringShape], arrayShape(stringShape), { partial: true });
define("REPLACE", 3, [stringShape], stringShape);
define("REPLICATE", 2, [stringShape, numberShape], stringShape, { partial: true });
define("STRINGJOIN", 2, [arrayShape(stringShape), stringShape], stringShape, { partial: true });
define("STRINGSPLIT", 2, [stringShape], arrayShape(stringShape));
define("STRINGTOARRAY", 1, [stringShape], list, { partial: true });
define("STRINGTOBOOLEAN", 1, [stringShape], booleanShape, { partial: true });
define("STRINGTONULL", 1, [stringShape], { kind: "null" }, { partial: true });
define("STRINGTONUMBER", 1, [stringShape], numberShape, { partial: true });
define("STRINGTOOBJECT", 1, [stringShape], object, { partial: true });
define("SUBSTRING", [2, 3], [stringShape, numberShape], stringShape);
define("SUBSTRINGBEFORE SUBSTRINGAFTER LASTSUBSTRINGBEFORE LASTSUBSTRINGAFTER", 2, [stringShape], stringShape, {
  partial: true,
});
define("TOSTRING", 1, [any], stringShape, { partial: true });

// Places, vectors, full text.
define("ST_DISTANCE", 2, [object], numberShape, { partial: true });
define("ST_AREA", 1, [object], numberShape, { partial: true });
define("ST_INTERSECTS ST_WITHIN", 2, [object], booleanShape, { partial: true });
define("ST_ISVALID", 1, [object], booleanShape);
define("ST_ISVALIDDETAILED", 1, [object], {
  kind: "object",
  properties: { valid: { type: booleanShape, optional: false }, reason: { type: stringShape, optional: true } },
});
define("VECTORDISTANCE", [2, 4], [list, list, booleanShape, object], numberShape, { partial: true });
define("FULLTEXTCONTAINS", 2, [stringShape], booleanShape);
define("FULLTEXTCONTAINSALL FULLTEXTCONTAINSANY", [2, unbounded], [stringShape], booleanShape);
define("FULLTEXTSCORE", [2, unbounded], [any], numberShape, { partial: true });
define("RRF", [1, unbounded], [any], numberShape, { partial: true });

/** By name in upper case: the language ignores case in names of functions. */
export const systemFunctions: ReadonlyMap<string, SystemFunction> = table;

export function findFunction(name: string): SystemFunction | undefined {
  return systemFunctions.get(name.toUpperCase());
}

export function parameterShape(definition: SystemFunction, at: number): TypeShape {
  return definition.parameters[Math.min(at, definition.parameters.length - 1)] ?? unknownShape;
}
