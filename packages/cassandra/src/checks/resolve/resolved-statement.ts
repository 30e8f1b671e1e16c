import type { CqlType } from "../../contract/cql-type.js";
import type {
  Assignment,
  BatchStatement,
  Condition,
  Deletion,
  Identifier,
  ModificationStatement,
  SelectStatement,
  Term,
} from "../../cql/index.js";
import type { Column, Table } from "../../schema/index.js";
import type { Restriction } from "./restriction.js";

/** A statement whose names were found and whose values were typed: what the rules look at. */
export type ResolvedStatement = ResolvedSelect | ResolvedModification | ResolvedBatch;

export interface SelectedColumn {
  /** As the server names it. */
  readonly name: string;
  readonly type: CqlType;
  readonly nullable: boolean;
  readonly aggregate: boolean;
  readonly term: Term | undefined;
}

export interface ResolvedSelect {
  readonly kind: "select";
  readonly statement: SelectStatement;
  readonly table: Table;
  readonly selected: readonly SelectedColumn[];
  /** Every column that the SELECT clause reads, also inside functions. */
  readonly readColumns: ReadonlySet<Column>;
  readonly restrictions: readonly Restriction[];
}

/** What a write does to one column. */
export interface ColumnOperation {
  readonly column: Column;
  readonly name: Identifier;
  readonly source: Assignment | Deletion | { readonly kind: "insert"; readonly value: Term };
}

export interface ResolvedModification {
  readonly kind: "modification";
  readonly statement: ModificationStatement;
  readonly table: Table;
  /** Of UPDATE and DELETE; for INSERT the values of columns outside the primary key. */
  readonly operations: readonly ColumnOperation[];
  /** For INSERT the key columns given, by `=`. */
  readonly restrictions: readonly Restriction[];
  readonly conditionColumns: readonly { readonly column: Column; readonly condition: Condition }[];
}

export interface ResolvedBatch {
  readonly kind: "batch";
  readonly statement: BatchStatement;
  readonly members: readonly ResolvedModification[];
}

/** Whether the statement changes, and its conditions ask, static columns only; then it is about a whole partition. */
export function touchesOnlyStatics({ operations, conditionColumns, statement }: ResolvedModification): boolean {
  const asked = statement.kind === "insert" ? [] : conditionColumns;
  // A DELETE without columns is about whole rows.
  return operations.length > 0 && [...operations, ...asked].every(({ column }) => column.kind === "static");
}
