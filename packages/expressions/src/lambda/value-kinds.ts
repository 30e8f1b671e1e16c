import ts from "#typescript";

/** What JSON makes of a type's values; `untyped` may be anything, `other` is nothing JSON can hold. */
export type ValueKind =
  | "string"
  | "number"
  | "boolean"
  | "null"
  | "undefined"
  | "array"
  | "object"
  | "untyped"
  | "other";

const classesOfOtherData = new Set(["Date", "RegExp", "Map", "Set", "WeakMap", "WeakSet", "Promise", "Error"]);

const kindsByType = new WeakMap<ts.Type, ReadonlySet<ValueKind>>();

export function kindsOf(type: ts.Type, checker: ts.TypeChecker): ReadonlySet<ValueKind> {
  const known = kindsByType.get(type);
  if (known) return known;
  const kinds = new Set<ValueKind>();
  addKinds(type, checker, kinds);
  kindsByType.set(type, kinds);
  return kinds;
}

function addKinds(type: ts.Type, checker: ts.TypeChecker, kinds: Set<ValueKind>): void {
  const { flags } = type;
  if (type.isUnion()) {
    for (const member of type.types) addKinds(member, checker, kinds);
  } else if (flags & ts.TypeFlags.Never) {
    return;
  } else if (type.isIntersection()) {
    kinds.add(kindOfIntersection(type, checker));
  } else if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) {
    kinds.add("untyped");
  } else if (flags & ts.TypeFlags.StringLike) {
    kinds.add("string");
  } else if (flags & ts.TypeFlags.NumberLike) {
    kinds.add("number");
  } else if (flags & ts.TypeFlags.BooleanLike) {
    kinds.add("boolean");
  } else if (flags & ts.TypeFlags.Null) {
    kinds.add("null");
  } else if (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) {
    kinds.add("undefined");
  } else if (flags & ts.TypeFlags.Instantiable) {
    const constraint = checker.getBaseConstraintOfType(type);
    if (constraint === undefined || constraint === type) kinds.add("untyped");
    else addKinds(constraint, checker, kinds);
  } else if (flags & (ts.TypeFlags.Object | ts.TypeFlags.NonPrimitive)) {
    kinds.add(kindOfObject(type, checker));
  } else {
    kinds.add("other");
  }
}

/** A branded text is a text; of objects, the intersection is one. */
function kindOfIntersection(type: ts.IntersectionType, checker: ts.TypeChecker): ValueKind {
  const kinds = new Set(type.types.flatMap((member) => [...kindsOf(member, checker)]));
  for (const kind of ["other", "string", "number", "boolean", "array"] as const) if (kinds.has(kind)) return kind;
  return kinds.has("object") ? "object" : "untyped";
}

function kindOfObject(type: ts.Type, checker: ts.TypeChecker): ValueKind {
  if (checker.isArrayType(type) || checker.isTupleType(type)) return "array";
  if (type.symbol?.name === "RegExpMatchArray" || type.symbol?.name === "RegExpExecArray") return "array";
  if (type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0) return "other";
  return type.symbol !== undefined && classesOfOtherData.has(type.symbol.name) ? "other" : "object";
}

const sets = new Map<ValueKind, ReadonlySet<ValueKind>>();

/** The set of one kind. */
export function setOf(kind: ValueKind): ReadonlySet<ValueKind> {
  const known = sets.get(kind) ?? new Set([kind]);
  sets.set(kind, known);
  return known;
}

export function isOnly(kinds: ReadonlySet<ValueKind>, ...allowed: readonly ValueKind[]): boolean {
  for (const kind of kinds) if (!allowed.includes(kind)) return false;
  return true;
}

/** The kinds of what is left when null and undefined are told apart; the same set where neither is in it. */
export function withoutNullish(kinds: ReadonlySet<ValueKind>): ReadonlySet<ValueKind> {
  if (!kinds.has("undefined") && !kinds.has("null")) return kinds;
  return new Set([...kinds].filter((kind) => kind !== "undefined" && kind !== "null"));
}

const words: Readonly<Record<ValueKind, string>> = {
  string: "a text",
  number: "a number",
  boolean: "a boolean",
  null: "null",
  undefined: "undefined",
  array: "an array",
  object: "an object",
  untyped: "of unknown type",
  other: "a function, class instance or other value that is not data",
};

/** `a text, a number or null`. */
export function describeKinds(kinds: ReadonlySet<ValueKind>): string {
  const parts = [...kinds].map((kind) => words[kind]);
  const last = parts.pop() ?? "never a value";
  return parts.length === 0 ? last : `${parts.join(", ")} or ${last}`;
}

/** The values of a number type that is made of literals. */
export function literalNumbers(type: ts.Type): readonly number[] | undefined {
  const members = type.isUnion() ? type.types : [type];
  const values = members.map((member) => (member.isNumberLiteral() ? member.value : undefined));
  return values.length > 0 && values.every((value) => value !== undefined) ? values : undefined;
}
