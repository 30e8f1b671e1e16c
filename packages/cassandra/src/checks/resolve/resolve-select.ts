import { partsOfTerm, printTermName, printTypeNode, type SelectStatement, type Term } from "../../cql/index.js";
import { type Column, columnsInSelectOrder, isPrimaryKey, native, resolveType } from "../../schema/index.js";
import type { Analysis, TermScope } from "../analysis.js";
import { findCall, idleCast } from "../functions/find-call.js";
import { bindTerm } from "../terms/bind-term.js";
import { termTyping } from "../terms/test-term.js";
import { resolveTable } from "./resolve-table.js";
import { resolveWhere } from "./resolve-where.js";
import type { ResolvedSelect, SelectedColumn } from "./resolved-statement.js";
import type { Restriction } from "./restriction.js";
import { selectTerm } from "./select-term.js";
import { serverTypeText } from "./server-type-text.js";

export function resolveSelect(analysis: Analysis, statement: SelectStatement): ResolvedSelect | undefined {
  const table = resolveTable(analysis, statement.table);
  if (table === undefined) return undefined;
  const scope: TermScope = { analysis, table };
  const selection = resolveSelection({ ...scope, selects: true }, statement);
  const restrictions = resolveWhere(scope, statement.where);
  for (const {
    annOf,
    column: { name },
  } of statement.orderBy) {
    const column = table.columns.get(name);
    if (annOf !== undefined && column !== undefined) bindTerm(scope, annOf, { name, type: column.type });
  }
  const bound = (term: Term | undefined, name: string): void => {
    if (term !== undefined) bindTerm(scope, term, { name, type: native("int") });
  };
  bound(statement.perPartitionLimit, "[per_partition_limit]");
  bound(statement.limit, "[limit]");
  const selected = selection.selected.map((each) => withStaticRows(each, table.columns, restrictions));
  return { kind: "select", statement, table, selected, readColumns: selection.readColumns, restrictions };
}

function resolveSelection(
  scope: TermScope,
  { selectors, json }: SelectStatement,
): { readonly selected: readonly SelectedColumn[]; readonly readColumns: ReadonlySet<Column> } {
  const { table } = scope;
  if (selectors === undefined) {
    const columns = columnsInSelectOrder(table);
    const selected = columns.map((column) => wholeColumn(column));
    return { selected: json ? [jsonColumn] : selected, readColumns: new Set(columns) };
  }
  const readColumns = new Set<Column>();
  const selected = selectors.flatMap(({ term, alias }): SelectedColumn[] => {
    collectColumns(scope, term, readColumns);
    const given = selectTerm(scope, term);
    if (given === undefined) return [];
    return [{ ...given, term, name: alias?.name ?? resultName(scope, term) }];
  });
  return { selected: json ? [jsonColumn] : selected, readColumns };
}

const jsonColumn: SelectedColumn = {
  name: "[json]",
  type: native("text"),
  nullable: false,
  aggregate: false,
  term: undefined,
};

function wholeColumn(column: Column): SelectedColumn {
  return {
    name: column.name,
    type: column.type,
    nullable: !isPrimaryKey(column),
    aggregate: false,
    term: undefined,
  };
}

/** A partition that has static values only is one row, whose clustering columns are null. */
function withStaticRows(
  selected: SelectedColumn,
  columns: ReadonlyMap<string, Column>,
  restrictions: readonly Restriction[],
): SelectedColumn {
  const name = selected.term?.kind === "column" ? selected.term.name : selected.name;
  if (columns.get(name)?.kind !== "clustering") return selected;
  const hasStatics = [...columns.values()].some(({ kind }) => kind === "static");
  const restricted = restrictions.some((each) =>
    each.columns.some(({ kind }) => kind === "clustering" || kind === "regular"),
  );
  return hasStatics && !restricted ? { ...selected, nullable: true } : selected;
}

function collectColumns(scope: TermScope, term: Term, columns: Set<Column>): void {
  if (term.kind === "column") {
    const column = scope.table.columns.get(term.name);
    if (column !== undefined) columns.add(column);
    return;
  }
  for (const part of partsOfTerm(term)) collectColumns(scope, part, columns);
}

function resultName(scope: TermScope, term: Term): string {
  const { analysis, table } = scope;
  return printTermName(term, {
    // Of the functions with two names this one is looked up by its new one.
    call: (keyspace, name) =>
      `${keyspace ?? functionKeyspace(scope, term, name)}.${name === "tojson" ? "to_json" : name}`,
    type: (node) => {
      const type = resolveType({ schema: analysis.schema, keyspace: table.keyspace, report: () => undefined }, node);
      return type === undefined ? printTypeNode(node) : serverTypeText(type, node);
    },
    isIdle: (cast) => {
      const found = findCall(termTyping, scope, cast, undefined);
      return found.kind === "found" && found.signature.name === idleCast;
    },
  });
}

/** Whose function a call without a keyspace is: the server writes it out. */
function functionKeyspace(scope: TermScope, term: Term, name: string): string {
  const call = findCallNamed(term, name);
  const found = call && findCall(termTyping, scope, call, undefined);
  return found?.kind === "found" ? found.signature.keyspace : "system";
}

function findCallNamed(term: Term, name: string): (Term & { kind: "call" }) | undefined {
  if (term.kind === "call" && term.name.name === name) return term;
  for (const part of partsOfTerm(term)) {
    const found = findCallNamed(part, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
