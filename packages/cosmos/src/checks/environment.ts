import type { TypeShape } from "@treadle/workflow/data-source";
import type { ExpressionNode, LiteralNode, SourceNode } from "../sql/nodes.js";
import { findFunction } from "./functions.js";
import {
  intersect,
  literalShape,
  mapMembers,
  membersOf,
  neverShape,
  nullShape,
  orUndefined,
  undefinedShape,
  union,
  unknownShape,
  withoutUndefined,
} from "./shape.js";

/** What a name stands for at a place of the query. */
export interface Binding {
  readonly shape: TypeShape;
  /** Undefined for the container itself. */
  readonly origin: Origin | undefined;
}

/** Where the name was bound, and what was known there: enough to follow it back to a path of the item. */
export interface Origin {
  readonly source: SourceNode;
  readonly environment: Environment;
}

export type Environment = ReadonlyMap<string, Binding>;

/** The environment in which the condition is true: discriminants narrow unions, comparisons rule out absence. */
export function narrow(environment: Environment, condition: ExpressionNode): Environment {
  if (condition.kind === "binary" && condition.operator === "AND") {
    return narrow(narrow(environment, condition.left), condition.right);
  }
  const facts = factsOf(condition);
  return facts.reduce((known, { path, keep }) => narrowPath(known, path, keep), environment);
}

/** The parts of a condition that must all hold. */
export function conjunctsOf(condition: ExpressionNode): readonly ExpressionNode[] {
  if (condition.kind === "binary" && condition.operator === "AND") {
    return [...conjunctsOf(condition.left), ...conjunctsOf(condition.right)];
  }
  return [condition];
}

interface Fact {
  readonly path: ExpressionNode;
  readonly keep: (shape: TypeShape) => TypeShape;
}

/** What follows for paths of the item when the condition is true. */
function factsOf(condition: ExpressionNode): readonly Fact[] {
  switch (condition.kind) {
    case "binary": {
      const { operator, left, right } = condition;
      if (operator === "OR") return alternativeFacts(condition);
      if (!["=", "!=", "<", "<=", ">", ">="].includes(operator)) return [];
      return [factOf(left, operator, right), factOf(right, operator, left)];
    }
    case "in": {
      if (condition.negated || !condition.values.every((value) => value.kind === "literal")) {
        return [{ path: condition.operand, keep: withoutUndefined }];
      }
      const allowed = union(
        condition.values.map((value) => literalShape(value.kind === "literal" ? value.value : null)),
      );
      return [{ path: condition.operand, keep: (shape) => intersect(shape, allowed) }];
    }
    case "between":
    case "like":
      return [{ path: condition.operand, keep: withoutUndefined }];
    case "call":
      return condition.udf ? [] : callFacts(condition.name.toUpperCase(), condition.arguments);
    case "property":
      return [{ path: condition, keep: (shape) => intersect(shape, literalShape(true)) }];
    default:
      return [];
  }
}

/** `c.kind = 'a' OR c.kind = 'b'` says what `c.kind IN ('a', 'b')` says. */
function alternativeFacts(condition: ExpressionNode): readonly Fact[] {
  const equalities = disjunctsOf(condition).map(equalityOf);
  const [first] = equalities;
  if (first === undefined) return [];
  const values: TypeShape[] = [];
  for (const equality of equalities) {
    if (equality === undefined || !isSamePath(equality.path, first.path)) return [];
    values.push(literalShape(equality.value));
  }
  return [{ path: first.path, keep: (shape) => intersect(shape, union(values)) }];
}

function disjunctsOf(condition: ExpressionNode): readonly ExpressionNode[] {
  if (condition.kind === "binary" && condition.operator === "OR") {
    return [...disjunctsOf(condition.left), ...disjunctsOf(condition.right)];
  }
  return [condition];
}

function equalityOf(condition: ExpressionNode): { path: ExpressionNode; value: LiteralNode["value"] } | undefined {
  if (condition.kind !== "binary" || condition.operator !== "=") return undefined;
  const { left, right } = condition;
  if (right.kind === "literal") return { path: left, value: right.value };
  return left.kind === "literal" ? { path: right, value: left.value } : undefined;
}

function isSamePath(a: ExpressionNode, b: ExpressionNode): boolean {
  if (a.kind === "identifier") return b.kind === "identifier" && a.name === b.name;
  return a.kind === "property" && b.kind === "property" && a.name === b.name && isSamePath(a.object, b.object);
}

function factOf(path: ExpressionNode, operator: string, other: ExpressionNode): Fact {
  if (other.kind !== "literal") return { path, keep: withoutUndefined };
  const literal = literalShape(other.value);
  if (operator === "=") return { path, keep: (shape) => intersect(shape, literal) };
  if (operator === "!=") {
    return {
      path,
      keep: (shape) =>
        mapMembers(withoutUndefined(shape), (member) => (sameLiteral(member, literal) ? neverShape : member)),
    };
  }
  return { path, keep: withoutUndefined };
}

function sameLiteral(member: TypeShape, literal: TypeShape): boolean {
  if (literal.kind === "null") return member.kind === "null";
  return member.kind === "literal" && literal.kind === "literal" && member.value === literal.value;
}

const typeTests: { readonly [name: string]: TypeShape } = {
  IS_STRING: { kind: "string" },
  IS_NUMBER: { kind: "number" },
  IS_INTEGER: { kind: "number" },
  IS_BOOL: { kind: "boolean" },
  IS_NULL: nullShape,
  IS_ARRAY: { kind: "array", element: unknownShape },
  IS_OBJECT: { kind: "object", properties: {}, index: unknownShape },
};

function callFacts(name: string, parameters: readonly ExpressionNode[]): readonly Fact[] {
  const [operand] = parameters;
  if (operand === undefined) return [];
  if (name === "IS_DEFINED") return [{ path: operand, keep: withoutUndefined }];
  const tested = typeTests[name];
  if (tested) return [{ path: operand, keep: (shape) => intersect(shape, tested) }];
  const definition = findFunction(name);
  const test = definition && typeof definition.result !== "function" && definition.result.kind === "boolean";
  if (!test || definition.total) return [];
  // Of an absent argument such a test gives undefined, which is not true.
  return parameters.map((path) => ({ path, keep: withoutUndefined }));
}

function narrowPath(environment: Environment, path: ExpressionNode, keep: Fact["keep"]): Environment {
  const names: string[] = [];
  let root = path;
  while (root.kind === "property") {
    names.unshift(root.name);
    root = root.object;
  }
  if (root.kind !== "identifier") return environment;
  const binding = environment.get(root.name);
  if (binding === undefined) return environment;
  const shape = narrowProperty(binding.shape, names, keep);
  // A contradiction is reported where it stands; what follows from it would only be noise.
  if (shape.kind === "never") return environment;
  return new Map(environment).set(root.name, { ...binding, shape });
}

function narrowProperty(shape: TypeShape, names: readonly string[], keep: Fact["keep"]): TypeShape {
  const [name, ...rest] = names;
  if (name === undefined) return keep(shape);
  return union(
    membersOf(shape).map((member) => {
      if (member.kind === "unknown") return member;
      if (member.kind !== "object") return neverShape;
      const property = Object.hasOwn(member.properties, name) ? member.properties[name] : undefined;
      if (property === undefined && member.index) return member;
      const before = property ? (property.optional ? orUndefined(property.type) : property.type) : undefinedShape;
      const after = narrowProperty(before, rest, keep);
      if (after.kind === "never") return neverShape;
      const optional = membersOf(after).some((part) => part.kind === "undefined");
      if (optional && property === undefined) return member;
      return { ...member, properties: { ...member.properties, [name]: { type: withoutUndefined(after), optional } } };
    }),
  );
}
