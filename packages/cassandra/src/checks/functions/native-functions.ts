import type { CqlType, NativeType } from "../../contract/cql-type.js";
import { nativeTypes } from "../../contract/cql-type.js";
import { printTerm, type Term } from "../../cql/index.js";
import { isCollection, isNumber, native } from "../../schema/index.js";
import { type FunctionSignature, systemFunction } from "./signature.js";

const numeric: readonly NativeType[] = [
  "tinyint",
  "smallint",
  "int",
  "bigint",
  "float",
  "double",
  "decimal",
  "varint",
  "counter",
];

const table = new Map<string, FunctionSignature[]>();

function define(signature: FunctionSignature, alias?: string): void {
  for (const name of [signature.name, ...(alias === undefined ? [] : [alias])]) {
    table.set(name, [...(table.get(name) ?? []), { ...signature, name }]);
  }
}

function defineTime(): void {
  const moment = { volatile: true, neverNull: true };
  define(systemFunction("uuid", [], native("uuid"), moment));
  define(systemFunction("now", [], native("timeuuid"), moment));
  for (const name of ["timestamp", "date", "time", "timeuuid"] as const) {
    define(systemFunction(`current_${name}`, [], native(name), moment), `current${name}`);
  }
  define(systemFunction("min_timeuuid", [native("timestamp")], native("timeuuid")), "mintimeuuid");
  define(systemFunction("max_timeuuid", [native("timestamp")], native("timeuuid")), "maxtimeuuid");
  for (const from of ["timeuuid", "timestamp"] as const)
    define(systemFunction("to_date", [native(from)], native("date")), "todate");
  for (const from of ["timeuuid", "date"] as const) {
    define(systemFunction("to_timestamp", [native(from)], native("timestamp")), "totimestamp");
  }
  for (const from of ["timeuuid", "timestamp", "date"] as const) {
    define(systemFunction("to_unix_timestamp", [native(from)], native("bigint")), "tounixtimestamp");
  }
  const duration = native("duration");
  for (const [from, to] of [
    ["timestamp", "timestamp"],
    ["timeuuid", "timestamp"],
    ["date", "date"],
  ] as const) {
    define(systemFunction("floor", [native(from), duration], native(to)));
    define(systemFunction("floor", [native(from), duration, native(to)], native(to)));
  }
  define(systemFunction("floor", [native("time"), duration], native("time")));
}

function defineBlobs(): void {
  for (const name of [...nativeTypes, "varchar"] as const) {
    if (name === "blob") continue;
    const type = native(name === "varchar" ? "text" : name);
    define(systemFunction(`${name}_as_blob`, [type], native("blob")), `${name}asblob`);
    define(systemFunction(`blob_as_${name}`, [native("blob")], type), `blobas${name}`);
  }
}

function defineNumbers(): void {
  for (const name of numeric) {
    const type = native(name);
    for (const math of ["abs", "exp", "log", "log10", "round"]) define(systemFunction(math, [type], type));
    for (const sum of ["sum", "avg"]) define(systemFunction(sum, [type], type, { aggregate: true, neverNull: true }));
  }
}

defineTime();
defineBlobs();
defineNumbers();

/** Functions whose overloads are written out, by lower-case name. */
export function listedFunctions(name: string): readonly FunctionSignature[] | undefined {
  return table.get(name);
}

/** What a function with open types makes of its arguments: an overload, or what is wrong. */
export type FunctionFactory = (given: FactoryInput) => FunctionSignature | string;

export interface FactoryInput {
  readonly terms: readonly Term[];
  /** Of the terms, as far as they are known. */
  readonly types: readonly (CqlType | undefined)[];
  readonly receiver: CqlType | undefined;
}

function factory(
  name: string,
  [least, most]: readonly [number, number],
  make: (types: readonly CqlType[], input: FactoryInput) => FunctionSignature | string,
  infer: (input: FactoryInput, at: number, known: readonly (CqlType | undefined)[]) => CqlType | undefined = (
    input,
    at,
  ) => input.types[at],
): [string, FunctionFactory] {
  return [
    name,
    (input) => {
      const count = input.types.length;
      if (count < least || count > most) {
        return `${name} takes ${least === most ? least : `${least} to ${most}`} argument(s), not ${count}.`;
      }
      const types: (CqlType | undefined)[] = [];
      for (let at = 0; at < count; at++) types.push(infer(input, at, types));
      const open = types.indexOf(undefined);
      if (open >= 0) return `The type of ${printTerm(input.terms[open]!)} is not known; write (type) before it.`;
      return make(types as readonly CqlType[], input);
    },
  ];
}

const same = (name: string): [string, FunctionFactory] =>
  factory(name, [1, 1], (types) => systemFunction(name, types, types[0]!));

const anyAggregate = (name: string): [string, FunctionFactory] =>
  factory(name, [1, 1], (types) => systemFunction(name, types, types[0]!, { aggregate: true }));

const ofCollection = (
  name: string,
  accepts: (type: CqlType) => string | undefined,
  returns: (type: CqlType) => CqlType,
): [string, FunctionFactory] =>
  factory(name, [1, 1], (types, { terms }) => {
    const fault = accepts(types[0]!);
    return fault === undefined
      ? systemFunction(name, types, returns(types[0]!))
      : `${name} takes ${fault}, and ${printTerm(terms[0]!)} is none.`;
  });

const isMap = (type: CqlType) => (type.kind === "map" ? undefined : "a map");
const isAnyCollection = (type: CqlType) => (isCollection(type) ? undefined : "a collection");
const isListOrSet = (type: CqlType) => (type.kind === "list" || type.kind === "set" ? undefined : "a list or a set");
const isNumbers = (type: CqlType) =>
  (type.kind === "list" || type.kind === "set") && isNumber(type.element) ? undefined : "a list or a set of numbers";
const elementOf = (type: CqlType): CqlType => (type.kind === "list" || type.kind === "set" ? type.element : type);

const collectionFunctions = [
  ofCollection("map_keys", isMap, (type) => ({
    kind: "set",
    element: (type as CqlType & { kind: "map" }).key,
    frozen: false,
  })),
  ofCollection("map_values", isMap, (type) => ({
    kind: "list",
    element: (type as CqlType & { kind: "map" }).value,
    frozen: false,
  })),
  ofCollection("collection_count", isAnyCollection, () => native("int")),
  ofCollection("collection_min", isListOrSet, elementOf),
  ofCollection("collection_max", isListOrSet, elementOf),
  ofCollection("collection_sum", isNumbers, elementOf),
  ofCollection("collection_avg", isNumbers, elementOf),
];

const isText = (type: CqlType): boolean => type.kind === "native" && (type.name === "text" || type.name === "ascii");

/** `mask_inner(text, begin, end [, padding])`. */
const partialMask = (name: string): [string, FunctionFactory] =>
  factory(
    name,
    [3, 4],
    ([text], { types }) => {
      if (!isText(text!)) return `${name} takes a text.`;
      const args = [text!, native("int"), native("int"), ...(types.length === 4 ? [native("text")] : [])];
      return systemFunction(name, args, text!);
    },
    (input, at) =>
      at === 0 ? (input.types[0] ?? input.receiver ?? native("text")) : native(at === 3 ? "text" : "int"),
  );

const maskFunctions = [
  same("mask_default"),
  same("mask_null"),
  factory(
    "mask_replace",
    [2, 2],
    ([type]) => systemFunction("mask_replace", [type!, type!], type!),
    (input, at, known) => (at === 0 ? (input.types[0] ?? input.receiver) : known[0]),
  ),
  partialMask("mask_inner"),
  partialMask("mask_outer"),
  factory(
    "mask_hash",
    [1, 2],
    (types) => systemFunction("mask_hash", types, native("blob")),
    (input, at) => (at === 0 ? (input.types[0] ?? input.receiver) : native("text")),
  ),
];

/** An array that is written out is the vector that its elements make. */
const vectorOf = ({ terms, types }: FactoryInput, at: number): CqlType | undefined => {
  const term = terms[at];
  return term?.kind === "list" && term.elements.length > 0
    ? { kind: "vector", element: native("float"), dimension: term.elements.length }
    : types[at];
};

const isZero = (term: Term): boolean =>
  term.kind === "list" && term.elements.every((element) => element.kind === "literal" && Number(element.value) === 0);

const similarity = (name: string): [string, FunctionFactory] =>
  factory(
    name,
    [2, 2],
    ([left, right], { terms }) => {
      if (left!.kind !== "vector" || right!.kind !== "vector" || left!.dimension !== right!.dimension)
        return `${name} takes two vectors of float of one dimension.`;
      // Of columns the server notices it row by row.
      if (name === "similarity_cosine" && terms.every(({ kind }) => kind === "list") && terms.some(isZero))
        return `${name} compares directions, which a vector of zeros does not have.`;
      return systemFunction(name, [left!, right!], native("float"));
    },
    (input, at) => vectorOf(input, at) ?? vectorOf(input, 1 - at),
  );

const unwrapped = (term: Term): Term =>
  term.kind === "tuple" && term.elements.length === 1 ? unwrapped(term.elements[0]!) : term;

/** What the server counts is bytes to it, which it makes of columns, calls and lone constants. */
function isCountable(term: Term): boolean {
  const { kind } = unwrapped(term);
  return !["tuple", "list", "set", "map", "fields", ...(term.kind === "tuple" ? ["literal"] : [])].includes(kind);
}

const factories: ReadonlyMap<string, FunctionFactory> = new Map([
  factory(
    "count",
    [1, 1],
    (types) => systemFunction("count", types, native("bigint"), { aggregate: true, neverNull: true }),
    ({ terms, types }, at) => (isCountable(terms[at]!) ? (types[at] ?? native("blob")) : undefined),
  ),
  anyAggregate("min"),
  anyAggregate("max"),
  ...collectionFunctions,
  ...maskFunctions,
  ...["similarity_cosine", "similarity_euclidean", "similarity_dot_product"].map(similarity),
  factory("to_json", [1, 1], (types) => systemFunction("to_json", types, native("text"), { neverNull: true })),
  factory("tojson", [1, 1], (types) => systemFunction("tojson", types, native("text"), { neverNull: true })),
  ...["from_json", "fromjson"].map((name) =>
    factory(
      name,
      [1, 1],
      (_, { receiver }) => systemFunction(name, [native("text")], receiver ?? native("text")),
      () => native("text"),
    ),
  ),
]);

export function functionFactory(name: string): FunctionFactory | undefined {
  return factories.get(name);
}

export function nativeFunctionNames(): readonly string[] {
  return [...table.keys(), ...factories.keys(), "token"];
}
