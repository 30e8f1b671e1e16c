declare const diagnosticText: unique symbol;

/** A type that nothing is assignable to, and whose argument is what the editor and `tsc` show. */
export interface CosmosDiagnostic<out Text extends string> {
  readonly [diagnosticText]: Text;
}

/** What `treadle check` found out about a query: the entry under its text in the generated interface. */
export interface CheckedQuery<out Params, out Row> {
  readonly params: Params;
  readonly row: Row;
}

/** The text itself where it has been checked and is right; else a diagnostic, so that the call does not compile. */
export type CheckedText<Queries, Text extends string> = string extends Text
  ? CosmosDiagnostic<"the text of a query must be a literal: pass values as @parameters">
  : Text extends keyof Queries
    ? Queries[Text] extends CosmosDiagnostic<string>
      ? Queries[Text]
      : Text
    : CosmosDiagnostic<"query not yet checked: run treadle check">;

export type QueryParams<Entry> =
  Entry extends CheckedQuery<infer Params, infer _Row> ? Params : Record<string, unknown>;

export type QueryRow<Entry> = Entry extends CheckedQuery<infer _Params, infer Row> ? Row : unknown;
