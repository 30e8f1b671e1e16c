import type { CqlType } from "../../contract/cql-type.js";
import type { Identifier, MarkerTerm, Relation, Term } from "../../cql/index.js";
import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { type Column, native } from "../../schema/index.js";
import type { TermScope } from "../analysis.js";
import type { Receiver } from "../bind-marker.js";
import { bindTerm } from "../terms/bind-term.js";
import { resolveColumn } from "./resolve-table.js";
import type { Restriction } from "./restriction.js";

/** Finds the columns of a WHERE clause and gives their types to its values. */
export function resolveWhere(scope: TermScope, relations: readonly Relation[]): readonly Restriction[] {
  return relations.flatMap((relation) => resolveRelation(scope, relation) ?? []);
}

function resolveRelation(scope: TermScope, relation: Relation): Restriction | undefined {
  if (relation.kind === "indexExpression") {
    const index = scope.table.indexes.get(relation.index.name);
    if (index === undefined) {
      scope.analysis.add(
        report["unknown-index"]({ name: relation.index.name, known: scope.table.indexes.keys() }),
        relation.index.span,
      );
    } else if (index.kind !== "custom") {
      scope.analysis.add(
        report["unsupported-relation"]({
          what: `expr() is for indexes of classes of one's own, and "${index.name}" is not one.`,
          help: `Compare "${index.column}" itself.`,
        }),
        relation.index.span,
      );
    }
    bindTerm(scope, relation.value, { name: "custom index expression", type: native("text") });
    return { relation, columns: [], operator: "=", form: "single", valueCount: undefined };
  }
  const names: readonly Identifier[] = "columns" in relation ? relation.columns : [relation.column];
  const columns = names.map((name) => resolveColumn(scope.analysis, scope.table, name));
  if (columns.includes(undefined)) return undefined;
  return resolveValues(scope, relation, columns as readonly Column[]);
}

type ColumnRelations = Exclude<Relation, { readonly kind: "indexExpression" }>;

function resolveValues(
  scope: TermScope,
  relation: ColumnRelations,
  columns: readonly Column[],
): Restriction | undefined {
  const base = { relation, columns, valueCount: undefined };
  const column = columns[0]!;
  const receiver: Receiver = { name: column.name, type: column.type };
  switch (relation.kind) {
    case "notNull":
      return { ...base, operator: "is not null", form: "single" };
    case "like":
      bindTerm(scope, relation.value, receiver);
      return { ...base, operator: "like", form: "single" };
    case "column": {
      const part = partReceiver(relation.operator, column);
      if (part !== undefined) bindTerm(scope, relation.value, part);
      return { ...base, operator: relation.operator, form: "single" };
    }
    case "element":
      if (column.type.kind === "map") {
        bindTerm(scope, relation.key, { name: `key(${column.name})`, type: column.type.key });
        bindTerm(scope, relation.value, { name: `value(${column.name})`, type: column.type.value });
      }
      return { ...base, operator: "entry =", form: "single" };
    case "in":
      bindIn(scope, relation.values, receiver);
      return { ...base, ...listed(relation.values), form: "single" };
    case "token":
      bindTerm(scope, relation.value, { name: "partition key token", type: native("bigint") });
      return { ...base, operator: relation.operator, form: "token" };
    case "tuple":
      bindTuple(scope, relation.value, columns);
      return { ...base, operator: relation.operator, form: "tuple" };
    case "tupleIn":
      bindTupleIn(scope, relation.values, columns);
      return { ...base, ...listed(relation.values), form: "tuple" };
  }
}

/** An IN of one value is an `=`, as the server has it. */
function listed(values: readonly Term[] | MarkerTerm): Pick<Restriction, "operator" | "valueCount"> {
  const valueCount = "kind" in values ? undefined : values.length;
  return { operator: valueCount === 1 ? "=" : "in", valueCount };
}

/** What the value of CONTAINS and CONTAINS KEY is given to; undefined where the column has no such part. */
function partReceiver(operator: string, { name, type }: Column): Receiver | undefined {
  if (operator === "contains key") return type.kind === "map" ? { name: `key(${name})`, type: type.key } : undefined;
  if (operator !== "contains") return { name, type };
  if (type.kind === "map") return { name: `value(${name})`, type: type.value };
  return type.kind === "list" || type.kind === "set" ? { name: `value(${name})`, type: type.element } : undefined;
}

export function bindIn(scope: TermScope, values: readonly Term[] | MarkerTerm, receiver: Receiver): void {
  if ("kind" in values) {
    const type: CqlType = { kind: "list", element: receiver.type, frozen: false };
    bindTerm(scope, values, { name: `in(${receiver.name})`, type });
    return;
  }
  for (const value of values) bindTerm(scope, value, receiver);
}

function tupleReceiver(columns: readonly Column[]): Receiver {
  return {
    name: `(${columns.map(({ name }) => name).join(",")})`,
    type: { kind: "tuple", elements: columns.map(({ type }) => type) },
  };
}

function bindTuple(scope: TermScope, value: Term, columns: readonly Column[]): void {
  if (value.kind === "marker") {
    bindTerm(scope, value, tupleReceiver(columns));
    return;
  }
  if (value.kind !== "tuple" || value.elements.length !== columns.length) {
    scope.analysis.add(
      report["invalid-literal"]({
        what: `${columns.length} columns are compared, so ${columns.length} values are needed.`,
      }),
      value.span,
    );
    return;
  }
  value.elements.forEach((element, at) => {
    const { name, type } = columns[at]!;
    bindTerm(scope, element, { name, type });
  });
}

function bindTupleIn(scope: TermScope, values: readonly Term[] | MarkerTerm, columns: readonly Column[]): void {
  if ("kind" in values) {
    const { name, type } = tupleReceiver(columns);
    bindTerm(scope, values, { name: `in${name}`, type: { kind: "list", element: type, frozen: false } });
    return;
  }
  for (const value of values) bindTuple(scope, value, columns);
}
