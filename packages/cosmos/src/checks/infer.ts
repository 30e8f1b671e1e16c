import type { PropertyShape, TypeShape } from "@treadle/workflow/data-source";
import type { CollectionNode, ExpressionNode, QueryNode, SourceNode } from "../sql/nodes.js";
import { type Binding, conjunctsOf, type Environment, narrow } from "./environment.js";
import { findFunction, parameterShape } from "./functions.js";
import { comparedShape, comparisonResult, definedIf, givenFor, logicalResult, resultOf } from "./result-shapes.js";
import {
  arrayShape,
  booleanShape,
  elementOf,
  intersect,
  literalShape,
  mapMembers,
  mayBeUndefined,
  numberShape,
  orUndefined,
  partialOf,
  propertyOf,
  stringShape,
  undefinedShape,
  union,
  unknownShape,
  withoutUndefined,
} from "./shape.js";

/** A place where a parameter stands beside something whose type is known. */
export interface ParameterUse {
  readonly shape: TypeShape;
  readonly start: number;
}

/** What is known of a query's parts once their types are inferred. */
export interface Inference {
  /** What one result of the query is. */
  readonly row: TypeShape;
  /** The type at the place where the expression stands: narrowed by the conditions around it. */
  readonly shapeOf: (expression: ExpressionNode) => TypeShape;
  /** The names that a query's clauses see. */
  readonly environmentOf: (query: QueryNode) => Environment;
  /** The names that a source sees: those before it. */
  readonly environmentBefore: (source: SourceNode) => Environment;
  /** By name with `@`, in the order of appearance. */
  readonly parameters: ReadonlyMap<string, readonly ParameterUse[]>;
  /** Where a parameter stands first. */
  readonly startOf: (parameter: string) => number;
}

export interface InferredContainer {
  readonly item: TypeShape;
  /** Results of user-defined functions. */
  readonly functions?: ReadonlyMap<string, TypeShape> | undefined;
}

/** Infers the types of a query over a container of such items. */
export function inferQuery(query: QueryNode, { item, functions = new Map() }: InferredContainer): Inference {
  const untyped = new Inferrer(item, functions, new Map());
  untyped.query(query, new Map());
  // A parameter that a result shows gets its type from its other uses, so types are inferred once more with them.
  const typed = new Inferrer(item, functions, parameterShapes(untyped.parameters));
  return { ...typed.facts(), row: typed.query(query, new Map()) };
}

/** A parameter's type: what all its uses agree on; unknown where nothing says it. */
export function parameterShapes(
  parameters: ReadonlyMap<string, readonly ParameterUse[]>,
): ReadonlyMap<string, TypeShape> {
  return new Map(
    [...parameters].map(([name, uses]) => [
      name,
      uses.reduce<TypeShape>((all, use) => intersect(all, use.shape), unknownShape),
    ]),
  );
}

class Inferrer {
  readonly parameters = new Map<string, ParameterUse[]>();
  readonly #starts = new Map<string, number>();
  readonly #item: TypeShape;
  readonly #functions: ReadonlyMap<string, TypeShape>;
  readonly #known: ReadonlyMap<string, TypeShape>;
  readonly #shapes = new Map<ExpressionNode, TypeShape>();
  readonly #environments = new Map<QueryNode, Environment>();
  readonly #before = new Map<SourceNode, Environment>();

  constructor(item: TypeShape, functions: ReadonlyMap<string, TypeShape>, known: ReadonlyMap<string, TypeShape>) {
    this.#item = item;
    this.#functions = functions;
    this.#known = known;
  }

  facts(): Omit<Inference, "row"> {
    return {
      shapeOf: (expression) => this.#shapes.get(expression) ?? unknownShape,
      environmentOf: (query) => this.#environments.get(query) ?? new Map(),
      environmentBefore: (source) => this.#before.get(source) ?? new Map(),
      parameters: this.parameters,
      startOf: (parameter) => this.#starts.get(parameter) ?? 0,
    };
  }

  /** Gives the type of one result. */
  query(query: QueryNode, outer: Environment): TypeShape {
    const sources = query.from ? [query.from.source, ...query.from.joins] : [];
    let bound = outer;
    let environment = query.where ? narrow(outer, query.where) : outer;
    for (const source of sources) {
      // A source sees what WHERE says of those before it: `c.kind = 'order'` decides what `c.lines` holds.
      const binding = this.#bind(source, environment);
      if (source.alias === undefined) continue;
      bound = new Map(bound).set(source.alias, binding);
      const known = new Map(environment).set(source.alias, binding);
      environment = query.where ? narrow(known, query.where) : known;
    }
    this.#environments.set(query, environment);

    if (query.where) this.#condition(query.where, bound);
    for (const expression of query.groupBy) this.expression(expression, environment);
    for (const { value } of query.orderBy?.items ?? []) this.expression(value, environment);
    for (const count of [query.select.top, query.offsetLimit?.offset, query.offsetLimit?.limit]) {
      if (count) this.#expect(count, numberShape, environment);
    }
    return this.#row(query, environment);
  }

  #bind(source: SourceNode, environment: Environment): Binding {
    this.#before.set(source, environment);
    const collection = this.#collection(source.collection, environment);
    const shape = source.iterates ? elementOf(collection) : withoutUndefined(collection);
    return { shape, origin: { source, environment } };
  }

  #collection(collection: CollectionNode, environment: Environment): TypeShape {
    if (collection.kind === "subquery") return this.query(collection.query, environment);
    return this.expression(collection.path, withContainer(collection.path, environment, this.#item));
  }

  /** Each part of a conjunction is seen with what the others say. */
  #condition(condition: ExpressionNode, environment: Environment): void {
    const parts = conjunctsOf(condition);
    for (const part of parts) {
      const others = parts.filter((other) => other !== part);
      this.expression(part, others.reduce(narrow, environment));
    }
    if (parts.length > 1) this.#shapes.set(condition, booleanShape);
  }

  #row(query: QueryNode, environment: Environment): TypeShape {
    const { what } = query.select;
    if (what.kind === "value") return withoutUndefined(this.expression(what.value, environment));
    if (what.kind === "star") {
      const alias = query.from?.source.alias;
      return (alias === undefined ? undefined : environment.get(alias)?.shape) ?? unknownShape;
    }
    let unnamed = 0;
    const properties: Record<string, PropertyShape> = {};
    for (const item of what.items) {
      const shape = this.expression(item.value, environment);
      const name = item.alias ?? impliedName(item.value) ?? `$${++unnamed}`;
      const property = toProperty(shape);
      if (property) properties[name] = property;
    }
    return { kind: "object", properties };
  }

  expression(expression: ExpressionNode, environment: Environment): TypeShape {
    const shape = this.#infer(expression, environment);
    this.#shapes.set(expression, shape);
    return shape;
  }

  #infer(expression: ExpressionNode, environment: Environment): TypeShape {
    switch (expression.kind) {
      case "literal":
        return literalShape(expression.value);
      case "undefined":
        return undefinedShape;
      case "parameter":
        if (!this.parameters.has(expression.name)) this.parameters.set(expression.name, []);
        this.#starts.set(expression.name, Math.min(expression.start, this.#starts.get(expression.name) ?? Infinity));
        return this.#known.get(expression.name) ?? unknownShape;
      case "identifier":
        return (
          environment.get(expression.name)?.shape ?? (isNumberName(expression.name) ? undefinedNumber : unknownShape)
        );
      case "property":
        return propertyOf(this.expression(expression.object, environment), expression.name);
      case "index":
        return this.#index(expression.object, expression.index, environment);
      case "call":
        return this.#call(expression.name, expression.udf, expression.arguments, environment);
      case "unary":
        return this.#unary(expression.operator, expression.operand, environment);
      case "binary":
        return this.#binary(expression, environment);
      case "conditional": {
        this.expression(expression.condition, environment);
        const then = this.expression(expression.then, narrow(environment, expression.condition));
        return union([then, this.expression(expression.otherwise, environment)]);
      }
      case "in": {
        const shapes = [expression.operand, ...expression.values].map((part) => this.expression(part, environment));
        for (const value of expression.values) this.#sameAs(expression.operand, value, environment);
        return definedIf(booleanShape, shapes);
      }
      case "between": {
        const shapes = [expression.operand, expression.low, expression.high].map((part) =>
          this.expression(part, environment),
        );
        this.#sameAs(expression.operand, expression.low, environment);
        this.#sameAs(expression.operand, expression.high, environment);
        return definedIf(booleanShape, shapes);
      }
      case "like":
        return definedIf(booleanShape, [
          this.#expect(expression.operand, stringShape, environment),
          this.#expect(expression.pattern, stringShape, environment),
        ]);
      case "subquery":
        return this.#subquery(expression.form, expression.query, environment);
      case "object":
        return this.#object(expression.members, environment);
      case "array": {
        const shapes = expression.elements.map((element) => this.expression(element, environment));
        if (!shapes.some(mayBeUndefined)) return { kind: "tuple", elements: shapes };
        return arrayShape(union(shapes.map(withoutUndefined)));
      }
    }
  }

  #index(object: ExpressionNode, index: ExpressionNode, environment: Environment): TypeShape {
    const shape = this.expression(object, environment);
    this.#expect(index, union([stringShape, numberShape]), environment);
    if (index.kind !== "literal" || typeof index.value !== "number") return unknownShape;
    const at = index.value;
    return mapMembers(shape, (member) => {
      if (member.kind === "unknown") return unknownShape;
      if (member.kind === "tuple") return member.elements[at] ?? undefinedShape;
      return member.kind === "array" ? orUndefined(member.element) : undefinedShape;
    });
  }

  #call(name: string, udf: boolean, given: readonly ExpressionNode[], environment: Environment): TypeShape {
    const definition = udf ? undefined : findFunction(name);
    if (definition === undefined) {
      for (const argument of given) this.expression(argument, environment);
      return udf ? orUndefined(this.#functions.get(name) ?? unknownShape) : unknownShape;
    }
    if (name.toUpperCase() === "ARRAY_CONTAINS") this.#contained(given, environment);
    const shapes = given.map((argument, at) => this.#expect(argument, parameterShape(definition, at), environment));
    return resultOf(definition, shapes);
  }

  /** In ARRAY_CONTAINS, a parameter takes its type from the other argument: an array of such, or one of the elements. */
  #contained(given: readonly ExpressionNode[], environment: Environment): void {
    const [list, value, partial] = given;
    if (list === undefined || value === undefined) return;
    if (list.kind === "parameter") this.#use(list, arrayShape(comparedShape(this.expression(value, environment))));
    if (value.kind === "parameter") {
      const element = elementOf(withoutUndefined(this.expression(list, environment)));
      const matchesParts = partial?.kind === "literal" && partial.value === true;
      this.#use(value, matchesParts ? partialOf(element) : element);
    }
  }

  #unary(operator: "NOT" | "-" | "+" | "~", operand: ExpressionNode, environment: Environment): TypeShape {
    const expected = operator === "NOT" ? booleanShape : numberShape;
    return definedIf(expected, [givenFor(this.#expect(operand, expected, environment), expected)]);
  }

  #binary(node: Extract<ExpressionNode, { kind: "binary" }>, environment: Environment): TypeShape {
    const { operator, left, right } = node;
    switch (operator) {
      case "AND": {
        const shapes = [
          this.expression(left, narrow(environment, right)),
          this.expression(right, narrow(environment, left)),
        ];
        return logicalResult(shapes);
      }
      case "OR":
        return logicalResult([this.expression(left, environment), this.expression(right, environment)]);
      case "??": {
        const first = this.expression(left, environment);
        const second = this.expression(right, environment);
        return mayBeUndefined(first) ? union([withoutUndefined(first), second]) : first;
      }
      case "=":
      case "!=":
      case "<":
      case "<=":
      case ">":
      case ">=": {
        const shapes = [this.expression(left, environment), this.expression(right, environment)];
        this.#sameAs(left, right, environment);
        return operator === "=" || operator === "!=" ? definedIf(booleanShape, shapes) : comparisonResult(shapes);
      }
      default: {
        const expected = operator === "||" ? stringShape : numberShape;
        const shapes = [left, right].map((part) => givenFor(this.#expect(part, expected, environment), expected));
        return operator === "/" || operator === "%" ? orUndefined(expected) : definedIf(expected, shapes);
      }
    }
  }

  #subquery(form: string, query: QueryNode, environment: Environment): TypeShape {
    const row = this.query(query, environment);
    switch (form) {
      case "EXISTS":
        return booleanShape;
      case "ARRAY":
        return arrayShape(row);
      case "ALL":
        return booleanShape;
      default:
        return alwaysGivesARow(query) ? this.#valueOf(query, row) : orUndefined(row);
    }
  }

  /** A scalar subquery without FROM gives undefined where its value is. */
  #valueOf(query: QueryNode, row: TypeShape): TypeShape {
    const { what } = query.select;
    if (what.kind !== "value") return row;
    return mayBeUndefined(this.#shapes.get(what.value) ?? unknownShape) ? orUndefined(row) : row;
  }

  #object(members: readonly { name: string; value: ExpressionNode }[], environment: Environment): TypeShape {
    const properties: Record<string, PropertyShape> = {};
    for (const { name, value } of members) {
      const property = toProperty(this.expression(value, environment));
      if (property) properties[name] = property;
    }
    return { kind: "object", properties };
  }

  #expect(expression: ExpressionNode, expected: TypeShape, environment: Environment): TypeShape {
    const shape = this.expression(expression, environment);
    this.#use(expression, expected);
    return shape;
  }

  /** A parameter beside a value takes the value's type. */
  #sameAs(left: ExpressionNode, right: ExpressionNode, environment: Environment): void {
    if (left.kind === "parameter") this.#use(left, comparedShape(this.expression(right, environment)));
    if (right.kind === "parameter") this.#use(right, comparedShape(this.expression(left, environment)));
  }

  #use(expression: ExpressionNode, shape: TypeShape): void {
    if (expression.kind !== "parameter" || shape.kind === "unknown") return;
    const uses = this.parameters.get(expression.name) ?? [];
    if (!uses.some((use) => use.start === expression.start)) uses.push({ shape, start: expression.start });
    this.parameters.set(expression.name, uses);
  }
}

/** `NaN` and `Infinity` are numbers in the language, and nothing in JSON. */
export function isNumberName(name: string): boolean {
  return name === "NaN" || name === "Infinity";
}

const undefinedNumber = orUndefined(numberShape);

/** FROM names the container by any word; inside subqueries only where the word is no alias. */
function withContainer(path: ExpressionNode, environment: Environment, item: TypeShape): Environment {
  let root = path;
  while (root.kind === "property" || root.kind === "index") root = root.object;
  if (root.kind !== "identifier" || environment.size > 0) return environment;
  return new Map([[root.name, { shape: item, origin: undefined }]]);
}

/** A list entry without alias is called by its last property. */
function impliedName(value: ExpressionNode): string | undefined {
  return value.kind === "property" || value.kind === "identifier" ? value.name : undefined;
}

function toProperty(shape: TypeShape): PropertyShape | undefined {
  if (shape.kind === "undefined") return undefined;
  const optional = mayBeUndefined(shape);
  return { type: optional ? withoutUndefined(shape) : shape, optional };
}

/** One row whatever the data: nothing to iterate over and nothing to filter, or an aggregate without groups. */
function alwaysGivesARow(query: QueryNode): boolean {
  const { what } = query.select;
  const aggregates =
    what.kind === "value" && what.value.kind === "call" && findFunction(what.value.name)?.aggregate === true;
  if (aggregates) return query.groupBy.length === 0;
  return query.from === undefined && query.where === undefined;
}
