import { type CqlType, formatCqlType } from "../../contract/cql-type.js";
import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { type Column, holdsDuration, isCollection, isMultiCell, type Table } from "../../schema/index.js";
import type { ResolvedStatement } from "../resolve/resolved-statement.js";
import { isSlice, type Restriction, supportingIndexes } from "../resolve/restriction.js";
import type { Rule, RuleContext } from "./rule.js";

/** Which operator can ask about a column of which type. */
export const relationOperators: Rule = (statement, context) => {
  if (statement.kind === "batch") return;
  for (const restriction of statement.restrictions) {
    const fault = isInsert(statement) ? undefined : relationFault(context, statement.table, restriction);
    if (fault !== undefined) context.add(report["unsupported-relation"](fault), restriction.relation.span);
    else if (isEmptyPattern(restriction)) {
      const what = "The pattern of LIKE is empty.";
      context.add(report["unsupported-relation"]({ what }), restriction.relation.span, "execute");
    }
  }
};

/** Its values of the key are no relations. */
const isInsert = (statement: ResolvedStatement): boolean =>
  statement.kind === "modification" && statement.statement.kind === "insert";

function isEmptyPattern({ relation }: Restriction): boolean {
  return relation.kind === "like" && relation.value.kind === "literal" && /^%{0,2}$/.test(relation.value.value);
}

interface Fault {
  readonly what: string;
  readonly help?: string;
}

function relationFault({ schema }: RuleContext, table: Table, restriction: Restriction): Fault | undefined {
  const { operator, form, relation } = restriction;
  if (operator === "!=") return { what: "WHERE has no !=.", help: "Read the rows and leave out what you do not want." };
  if (operator === "is not null") return { what: "IS NOT NULL is for materialized views only." };
  if (form === "token" || relation.kind === "indexExpression") return undefined;
  if (operator === "like" && supportingIndexes(table, restriction).length === 0) {
    return { what: `LIKE needs a SASI index on "${restriction.columns[0]!.name}" that can answer this pattern.` };
  }
  for (const column of restriction.columns) {
    if (column.type.kind === "vector" && [...table.indexes.values()].some((index) => index.column === column.name)) {
      return { what: `The index on "${column.name}" answers ORDER BY "${column.name}" ANN OF only.` };
    }
    const fault = columnFault(restriction, column) ?? (isSlice(restriction) ? sliceFault(schema, column) : undefined);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function columnFault({ operator, relation }: Restriction, { name, type }: Column): Fault | undefined {
  const text = formatCqlType(type);
  if (operator === "contains key" && type.kind !== "map")
    return { what: `CONTAINS KEY is for maps; "${name}" is ${text}.` };
  if (operator === "contains" && !isCollection(type))
    return { what: `CONTAINS is for collections; "${name}" is ${text}.` };
  if (relation.kind === "element") return entryFault(relation.operator, name, type);
  if (!isMultiCell(type) || operator === "contains" || operator === "contains key") return undefined;
  if (type.kind === "udt") {
    return { what: `"${name}" is a user-defined type that is not frozen, so nothing can be asked about it.` };
  }
  return {
    what: `"${name}" is ${text}, and a collection that is not frozen cannot be compared by ${operator.toUpperCase()}.`,
    help: `Use CONTAINS${type.kind === "map" ? " or CONTAINS KEY" : ""}.`,
  };
}

function entryFault(operator: string, name: string, type: CqlType): Fault | undefined {
  if (type.kind !== "map") return { what: `"${name}"[…] needs a map; it is ${formatCqlType(type)}.` };
  if (type.frozen) return { what: `"${name}" is frozen, so its entries cannot be asked about.` };
  return operator === "=" ? undefined : { what: "Entries of a map can be compared by = only." };
}

function sliceFault(schema: RuleContext["schema"], { name, type }: Column): Fault | undefined {
  if (!holdsDuration(schema, type)) return undefined;
  return { what: `"${name}" holds durations, which have no order, so <, <=, > and >= do not work.` };
}
