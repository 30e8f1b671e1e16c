import type { ComparisonOperator, ContainsOperator, Relation } from "../../cql/index.js";
import { type Column, isDense, type Table } from "../../schema/index.js";

export type RestrictionOperator = ComparisonOperator | ContainsOperator | "in" | "like" | "is not null" | "entry =";

/** A relation of a WHERE clause with its columns found; one for tuples and `token()` too. */
export interface Restriction {
  readonly relation: Relation;
  readonly columns: readonly Column[];
  readonly operator: RestrictionOperator;
  readonly form: "single" | "tuple" | "token";
  /** How many values an IN lists; undefined for `IN ?` and other operators. */
  readonly valueCount: number | undefined;
}

export const isSlice = ({ operator }: Restriction): boolean => ["<", "<=", ">", ">="].includes(operator);
export const isContains = ({ operator }: Restriction): boolean =>
  operator === "contains" || operator === "contains key" || operator === "entry =";

export const isEqual = ({ operator }: Restriction): boolean => operator === "=";

/** Whether this column is fixed to one value. */
export function isFixed(restrictions: readonly Restriction[], column: Column): boolean {
  return restrictions.some((each) => isEqual(each) && each.form !== "token" && each.columns.includes(column));
}

export function restrictionsOn(restrictions: readonly Restriction[], kind: Column["kind"]): readonly Restriction[] {
  return restrictions.filter((each) => each.form !== "token" && each.columns.some((column) => column.kind === kind));
}

/** Columns of a key that nothing restricts. */
export function unrestricted(restrictions: readonly Restriction[], columns: readonly Column[]): readonly Column[] {
  return columns.filter((column) => !restrictions.some((each) => each.columns.includes(column)));
}

/** The clustering columns that a row's name lacks; where rows are dense, the first of them are a name. */
export function missingClustering(table: Table, restrictions: readonly Restriction[]): readonly Column[] {
  const missing = unrestricted(restrictions, table.clustering);
  const last = table.clustering.findLastIndex((column) => !missing.includes(column));
  return isDense(table) && last >= 0 ? missing.filter(({ position }) => position < last) : missing;
}

/** Whether one index of the table answers this restriction. */
export function supportingIndexes(table: Table, restriction: Restriction) {
  if (restriction.form === "token") return [];
  const [column] = restriction.columns;
  if (column === undefined || restriction.columns.length > 1) return [];
  return [...table.indexes.values()].filter(
    (index) => index.column === column.name && canAnswer(index, restriction, column),
  );
}

function canAnswer(
  { kind, target, options }: Table["indexes"] extends ReadonlyMap<string, infer I> ? I : never,
  restriction: Restriction,
  { type }: Column,
): boolean {
  const { operator } = restriction;
  const onWhole =
    type.kind === "native" || type.kind === "vector" || ("frozen" in type && type.frozen) || type.kind === "tuple";
  const targeted =
    operator === "contains"
      ? target === "values"
      : operator === "contains key"
        ? target === "keys"
        : operator === "entry ="
          ? target === "entries"
          : onWhole;
  if (!targeted) return false;
  if (operator === "contains" && onWhole) return false;
  switch (kind) {
    case "legacy":
      return ["=", "contains", "contains key", "entry ="].includes(operator);
    case "sasi":
      if (operator === "like") return isText(type) && likeFits(restriction, options.mode ?? "PREFIX", options);
      return operator === "=" || ((options.mode ?? "PREFIX").toUpperCase() !== "CONTAINS" && isSlice(restriction));
    case "sai":
      if (type.kind === "vector") return false;
      if (["contains", "contains key", "entry =", "="].includes(operator)) return true;
      return isSlice(restriction) && isOrdered(type);
    case "custom":
      return operator === "=" || isSlice(restriction) || operator === "like";
  }
}

const isText = (type: Column["type"]): boolean =>
  type.kind === "native" && (type.name === "text" || type.name === "ascii");

/** Texts and the like are kept without an order by a storage-attached index. */
function isOrdered(type: Column["type"]): boolean {
  return type.kind === "native" && !["ascii", "text", "boolean"].includes(type.name);
}

function likeFits({ relation }: Restriction, mode: string, options: { readonly [key: string]: string }): boolean {
  if (relation.kind !== "like") return false;
  if (relation.value.kind !== "literal") return true;
  const { value } = relation.value;
  const startsOpen = value.startsWith("%");
  const endsOpen = value.endsWith("%");
  if (mode.toUpperCase() === "CONTAINS")
    return endsOpen && !startsOpen ? true : startsOpen || options.analyzed === "true" || !endsOpen;
  return !startsOpen;
}
