import type { Task } from "@treadle/workflow";
import type { ConditionalWriteError, IdempotentWriteError, SelectError, WriteError } from "./error-names.js";

declare const diagnosticText: unique symbol;
declare const checkedParams: unique symbol;
declare const checkedRow: unique symbol;

/** A type that nothing is assignable to, and whose argument is what the editor and `tsc` show. */
export interface CqlDiagnostic<out Text extends string> {
  readonly [diagnosticText]: Text;
}

/** A SELECT that may give any number of rows. Entries of the generated interface are these types. */
export interface CheckedSelect<Params, Row> {
  readonly kind: "select";
  readonly [checkedParams]: Params;
  readonly [checkedRow]: Row;
}

/** A SELECT that gives at most one row: its whole primary key is fixed, or its limit is 1. */
export interface CheckedSelectOne<Params, Row> {
  readonly kind: "select-one";
  readonly [checkedParams]: Params;
  readonly [checkedRow]: Row;
}

/** A write that may be repeated without harm. */
export interface CheckedWrite<Params> {
  readonly kind: "write";
  readonly [checkedParams]: Params;
}

/** A write that may not: counters, appending to lists, values of the moment. */
export interface CheckedOnceWrite<Params> {
  readonly kind: "once-write";
  readonly [checkedParams]: Params;
}

/** A lightweight transaction; `Current` is what the server tells of the row when the condition fails. */
export interface CheckedConditionalWrite<Params, Current> {
  readonly kind: "conditional-write";
  readonly [checkedParams]: Params;
  readonly [checkedRow]: Current;
}

/** Whether a text type stands for many texts, as `string` and templates with holes do: a record of such keys may be empty. */
type IsOpen<Text extends string> = {} extends { readonly [P in Text]: 1 } ? true : false;

/** The text itself where it has been checked and is right; else a diagnostic, so that the call does not compile. */
export type CheckedText<Queries, Text extends string> =
  IsOpen<Text> extends true
    ? CqlDiagnostic<"cassandra/text-not-literal: the text of a query must be a literal; values go into markers such as :id">
    : Text extends keyof Queries
      ? Queries[Text] extends CqlDiagnostic<string>
        ? Queries[Text]
        : Text
      : CqlDiagnostic<"query not yet checked: run treadle check">;

/** What came of a lightweight transaction. `current` is null where there is no such row. */
export type Applied<Current> =
  | { readonly applied: true }
  | { readonly applied: false; readonly current: Current | null };

/** All rows; `.one()` is only there where there is at most one. */
export interface SelectTask<Params, Row> extends Task<Params, readonly Row[], SelectError> {
  /** Refused: the whole primary key must be fixed by =, or the statement end in LIMIT 1. */
  readonly one: CqlDiagnostic<"cassandra/one-row-not-proved: fix the whole primary key by =, or add LIMIT 1">;
  /**
   * Gives one page of rows at a time, for results that a state cannot hold: `next` of one call is `continuation` of the
   * following one, beside the same parameters, and null after the last page.
   *
   * @param options `size`: the most rows of a page, 1 to 5,000, default 100; rows that are too large for a state make it less
   */
  pages(options?: { readonly size?: number }): Task<Paged<Params>, Page<Row>, SelectError>;
}

/** A page of rows; `next` asks for the page after it, and is null where there is none. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/** Parameters with the place to go on from; null or left out for the first page. */
export type Paged<Params> = Params & { readonly continuation?: string | null };

/** All rows as an array of at most one. */
export interface SelectOneTask<Params, Row> extends Task<Params, readonly Row[], SelectError> {
  /** The row itself, or null where there is none. */
  one(): Task<Params, Row | null, SelectError>;
}

/** The task of a statement, by its entry. */
export type StatementTask<Entry> =
  Entry extends CheckedSelect<infer Params, infer Row>
    ? SelectTask<Params, Row>
    : Entry extends CheckedSelectOne<infer Params, infer Row>
      ? SelectOneTask<Params, Row>
      : Entry extends CheckedConditionalWrite<infer Params, infer Current>
        ? Task<Params, Applied<Current>, ConditionalWriteError>
        : Entry extends CheckedWrite<infer Params>
          ? Task<Params, null, IdempotentWriteError>
          : Entry extends CheckedOnceWrite<infer Params>
            ? Task<Params, null, WriteError>
            : UncheckedTask;

// biome-ignore lint/suspicious/noExplicitAny: `one error, at the text` needs a type that takes and gives everything.
type AnyTask = Task<any, any, any>;

/** Where the text is refused; whatever is done with the task then adds no second error. */
export type UncheckedTask = AnyTask & { one(): AnyTask; pages(options?: object): AnyTask };
