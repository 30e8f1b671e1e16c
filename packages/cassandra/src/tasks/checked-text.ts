import type { IsMissing, IsOpenText } from "@treadle/workflow/data-source";

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

/** The text itself where it has been checked and is right; else a diagnostic, so that the call does not compile. */
export type CheckedText<Queries, Text extends string> =
  IsMissing<Queries> extends true
    ? CqlDiagnostic<"query not yet checked: run treadle check, which writes the types that this keyspace imports">
    : IsOpenText<Text> extends true
      ? CqlDiagnostic<"cassandra/text-not-literal: the text of a query must be a literal; values go into markers such as :id">
      : Text extends keyof Queries
        ? Queries[Text] extends CqlDiagnostic<string>
          ? Queries[Text]
          : Text
        : CqlDiagnostic<"query not yet checked: run treadle check">;
