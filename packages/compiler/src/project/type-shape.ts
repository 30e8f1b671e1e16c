import ts from "@treadle/expressions/typescript";
import type { PropertyShape, TypeShape } from "@treadle/workflow/data-source";

/** A TypeScript type as data, as far as JSON goes. A type that holds itself ends in `unknown` at the second visit. */
export function toTypeShape(type: ts.Type, checker: ts.TypeChecker, visiting: readonly ts.Type[] = []): TypeShape {
  if (visiting.includes(type)) return { kind: "unknown" };
  const visit = (inner: ts.Type) => toTypeShape(inner, checker, [...visiting, type]);
  const { flags } = type;
  if (flags & ts.TypeFlags.Never) return { kind: "never" };
  if (flags & ts.TypeFlags.Null) return { kind: "null" };
  if (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) return { kind: "undefined" };
  if (type.isStringLiteral() || type.isNumberLiteral()) return { kind: "literal", value: type.value };
  if (flags & ts.TypeFlags.BooleanLiteral) return { kind: "literal", value: checker.typeToString(type) === "true" };
  if (flags & ts.TypeFlags.BooleanLike) return { kind: "boolean" };
  if (flags & ts.TypeFlags.StringLike) return { kind: "string" };
  if (flags & ts.TypeFlags.NumberLike) return { kind: "number" };
  if (type.isUnion()) return unionShape(type.types.map(visit));
  // A branded primitive (`string & { __brand: … }`) is data of its primitive.
  if (type.isIntersection()) {
    const primitive = type.types
      .map(visit)
      .find(({ kind }) => kind === "string" || kind === "number" || kind === "boolean");
    if (primitive) return primitive;
  }
  if (checker.isTupleType(type)) {
    return { kind: "tuple", elements: checker.getTypeArguments(type as ts.TypeReference).map(visit) };
  }
  if (checker.isArrayType(type)) {
    return { kind: "array", element: visit(checker.getTypeArguments(type as ts.TypeReference)[0]!) };
  }
  if (flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection) && type.getCallSignatures().length === 0) {
    return objectShape(type, checker, visit);
  }
  return { kind: "unknown" };
}

function objectShape(type: ts.Type, checker: ts.TypeChecker, visit: (type: ts.Type) => TypeShape): TypeShape {
  const properties: Record<string, PropertyShape> = {};
  for (const symbol of checker.getPropertiesOfType(type)) {
    const optional = (symbol.flags & ts.SymbolFlags.Optional) !== 0;
    const shape = visit(checker.getTypeOfSymbol(symbol));
    properties[symbol.name] = { type: optional ? withoutUndefined(shape) : shape, optional };
  }
  const index = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  return { kind: "object", properties, ...(index && { index: visit(index) }) };
}

/** `true | false` is boolean again, and a union of one is its member. */
function unionShape(members: readonly TypeShape[]): TypeShape {
  const isBoolean = (member: TypeShape) => member.kind === "literal" && typeof member.value === "boolean";
  const folded: TypeShape[] =
    members.filter(isBoolean).length === 2
      ? [...members.filter((member) => !isBoolean(member)), { kind: "boolean" }]
      : [...members];
  return folded.length === 1 ? folded[0]! : { kind: "union", members: inStatedOrder(folded) };
}

/** TypeScript has the members of a union in the order in which it met them, which is another one after a change elsewhere. */
function inStatedOrder(members: readonly TypeShape[]): readonly TypeShape[] {
  const rank = ({ kind }: TypeShape): number => (kind === "undefined" ? 2 : kind === "null" ? 1 : 0);
  const keyed = members.map((member) => ({ member, key: `${rank(member)}${JSON.stringify(member)}` }));
  return keyed.sort((left, right) => (left.key < right.key ? -1 : 1)).map(({ member }) => member);
}

function withoutUndefined(shape: TypeShape): TypeShape {
  if (shape.kind !== "union") return shape;
  return unionShape(shape.members.filter(({ kind }) => kind !== "undefined"));
}
