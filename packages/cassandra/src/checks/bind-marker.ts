import type { CqlType } from "../contract/cql-type.js";
import type { CqlSpan } from "../cql/index.js";

/** One occurrence of `?` or `:name` with what its place says about it. */
export interface BindMarker {
  /** As the server calls it: the column's name, `[limit]`, `key(m)`; for a named marker its own name. */
  readonly name: string;
  readonly type: CqlType;
  /** Undefined for `?`. */
  readonly markerName: string | undefined;
  /** The name in the case in which it was written. */
  readonly writtenName: string | undefined;
  /** Whether null means something here: no value, or in a condition none expected. */
  readonly nullable: boolean;
  /** Whether it stands where a column is set, so that leaving it unset leaves the column as it is. */
  readonly settable: boolean;
  readonly span: CqlSpan;
}

/** What takes a value: a column, an element of one, an argument. */
export interface Receiver {
  readonly name: string;
  readonly type: CqlType;
  readonly nullable?: boolean;
  readonly settable?: boolean;
}
