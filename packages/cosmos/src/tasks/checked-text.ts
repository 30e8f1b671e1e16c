import type { IsMissing, IsOpenText } from "@treadle/workflow/data-source";

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
export type CheckedText<Queries, Text extends string> =
  IsMissing<Queries> extends true
    ? CosmosDiagnostic<"query not yet checked: run treadle check, which writes the types that this container imports">
    : IsOpenText<Text> extends true
      ? CosmosDiagnostic<"cosmos/text-not-literal: the text of a query must be a literal; values go into @parameters">
      : Text extends keyof Queries
        ? Queries[Text] extends CosmosDiagnostic<string>
          ? Queries[Text]
          : Text
        : CosmosDiagnostic<"query not yet checked: run treadle check">;

/** What a query takes and gives, by its text. Where the text is refused, everything: that is one error, at the text. */
type EntryOf<Queries, Text extends string> =
  IsMissing<Queries> extends true
    ? Unchecked
    : Text extends keyof Queries
      ? Queries[Text] extends CheckedQuery<infer Params, infer Row>
        ? CheckedQuery<Params, Row>
        : Unchecked
      : Unchecked;

// biome-ignore lint/suspicious/noExplicitAny: a type that takes and gives everything adds no second error.
type Unchecked = CheckedQuery<any, any>;

export type QueryParams<Queries, Text extends string> = EntryOf<Queries, Text>["params"];

export type QueryRow<Queries, Text extends string> = EntryOf<Queries, Text>["row"];
