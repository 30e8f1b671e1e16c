import type { Task } from "@treadle/workflow";
import type { IsMissing } from "@treadle/workflow/data-source";
import type {
  CheckedConditionalWrite,
  CheckedOnceWrite,
  CheckedSelect,
  CheckedSelectOne,
  CheckedWrite,
  CqlDiagnostic,
} from "./checked-text.js";
import type {
  ConditionalWriteError,
  ExactlyOneError,
  IdempotentWriteError,
  SelectError,
  WriteError,
} from "./error-names.js";

/** What came of a lightweight transaction. `current` is null where there is no such row. */
export type Applied<Current> =
  | { readonly applied: true }
  | { readonly applied: false; readonly current: Current | null };

/** What every SELECT can be asked for. */
interface SelectMethods<Params, Row> {
  /**
   * The row itself; where there is none, or a second one, the step fails by `Cassandra.NotExactlyOne`, which is never
   * repeated. The bridge reads two rows at most.
   */
  exactlyOne(): Task<Params, Row, ExactlyOneError>;
}

/** All rows; `.one()` is only there where there is at most one. */
export interface SelectTask<Params, Row> extends Task<Params, readonly Row[], SelectError>, SelectMethods<Params, Row> {
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
export interface SelectOneTask<Params, Row>
  extends Task<Params, readonly Row[], SelectError>,
    SelectMethods<Params, Row> {
  /** The row itself, or null where there is none. */
  one(): Task<Params, Row | null, SelectError>;
}

type ParamsOf<Entry> =
  Entry extends CheckedWrite<infer Params>
    ? Params
    : Entry extends CheckedOnceWrite<infer Params>
      ? Params
      : Entry extends CheckedConditionalWrite<infer Params, infer _Current>
        ? Params
        : never;

/** The parameters of a write that may be left out: those that set a column, which takes null as well. */
export type OptionalName<Queries, Text extends string> =
  IsMissing<Queries> extends true
    ? string
    : Text extends keyof Queries
      ? NullableName<ParamsOf<Queries[Text]>>
      : string;

type NullableName<Params> = { [P in keyof Params]: null extends Params[P] ? P : never }[keyof Params] & string;

/** Parameters of which those named may be left out. */
type WithOptional<Params, Name extends string> = [Name] extends [never]
  ? Params
  : { readonly [P in Exclude<keyof Params, Name>]: Params[P] } & {
      readonly [P in keyof Params & Name]?: Params[P];
    };

/** The task of a statement, by the entry of its text. */
export type StatementTask<Queries, Text extends string, Optional extends string = never> =
  IsMissing<Queries> extends true
    ? UncheckedTask
    : Text extends keyof Queries
      ? CheckedTask<Queries[Text], Optional>
      : UncheckedTask;

type CheckedTask<Entry, Optional extends string> =
  Entry extends CheckedSelect<infer Params, infer Row>
    ? SelectTask<Params, Row>
    : Entry extends CheckedSelectOne<infer Params, infer Row>
      ? SelectOneTask<Params, Row>
      : Entry extends CheckedConditionalWrite<infer Params, infer Current>
        ? Task<WithOptional<Params, Optional>, Applied<Current>, ConditionalWriteError>
        : Entry extends CheckedWrite<infer Params>
          ? Task<WithOptional<Params, Optional>, null, IdempotentWriteError>
          : Entry extends CheckedOnceWrite<infer Params>
            ? Task<WithOptional<Params, Optional>, null, WriteError>
            : UncheckedTask;

// biome-ignore lint/suspicious/noExplicitAny: `one error, at the text` needs a type that takes and gives everything.
type AnyTask = Task<any, any, any>;

/** Where the text is refused; whatever is done with the task then adds no second error. */
export type UncheckedTask = AnyTask & { one(): AnyTask; exactlyOne(): AnyTask; pages(options?: object): AnyTask };
