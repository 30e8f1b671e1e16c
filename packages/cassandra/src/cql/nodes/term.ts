import type { CqlSpan } from "../span.js";
import type { Identifier } from "./identifier.js";
import type { TypeNode } from "./type-node.js";

/** A value, or what a SELECT clause selects; columns and their parts occur in the latter only. */
export type Term =
  | LiteralTerm
  | NullTerm
  | MarkerTerm
  | ListTerm
  | SetTerm
  | MapTerm
  | FieldsTerm
  | TupleTerm
  | CallTerm
  | TypeHintTerm
  | CastTerm
  | OperationTerm
  | NegationTerm
  | ColumnTerm
  | FieldTerm
  | ElementTerm
  | SliceTerm
  | MetadataTerm
  | CountRowsTerm;

export type TermKind = Term["kind"];

interface Base {
  readonly span: CqlSpan;
}

export interface LiteralTerm extends Base {
  readonly kind: "literal";
  readonly type: "string" | "integer" | "float" | "boolean" | "uuid" | "hex" | "duration";
  /** As written, for strings without the quotes. */
  readonly value: string;
}

export interface NullTerm extends Base {
  readonly kind: "null";
}

/** `?` or `:name`. */
export interface MarkerTerm extends Base {
  readonly kind: "marker";
  /** As the server compares it: in lower case unless it was quoted. */
  readonly name: string | undefined;
  /** As it was written, without quotes. */
  readonly written: string | undefined;
}

/** `[a, b]`: a list or a vector, by the type it is given to. */
export interface ListTerm extends Base {
  readonly kind: "list";
  readonly elements: readonly Term[];
}

/** `{a, b}`; `{}` is also an empty map. */
export interface SetTerm extends Base {
  readonly kind: "set";
  readonly elements: readonly Term[];
}

export interface MapTerm extends Base {
  readonly kind: "map";
  readonly entries: readonly { readonly key: Term; readonly value: Term }[];
}

/** `{field: value}`: a user-defined type's value. */
export interface FieldsTerm extends Base {
  readonly kind: "fields";
  readonly fields: readonly { readonly name: Identifier; readonly value: Term }[];
}

/** `(a, b)`; with one element also plain parentheses, where a selection has them. */
export interface TupleTerm extends Base {
  readonly kind: "tuple";
  readonly elements: readonly Term[];
}

export interface CallTerm extends Base {
  readonly kind: "call";
  readonly keyspace: string | undefined;
  readonly name: Identifier;
  readonly arguments: readonly Term[];
}

/** `(int) x`. */
export interface TypeHintTerm extends Base {
  readonly kind: "typeHint";
  readonly type: TypeNode;
  readonly operand: Term;
}

/** `CAST(x AS int)`. */
export interface CastTerm extends Base {
  readonly kind: "cast";
  readonly operand: Term;
  readonly type: TypeNode;
}

export interface OperationTerm extends Base {
  readonly kind: "operation";
  readonly operator: "+" | "-" | "*" | "/" | "%";
  readonly left: Term;
  readonly right: Term;
}

export interface NegationTerm extends Base {
  readonly kind: "negation";
  readonly operand: Term;
}

export interface ColumnTerm extends Base {
  readonly kind: "column";
  readonly name: string;
}

export interface FieldTerm extends Base {
  readonly kind: "field";
  readonly operand: Term;
  readonly field: Identifier;
}

export interface ElementTerm extends Base {
  readonly kind: "element";
  readonly operand: Term;
  readonly key: Term;
}

export interface SliceTerm extends Base {
  readonly kind: "slice";
  readonly operand: Term;
  readonly from: Term | undefined;
  readonly to: Term | undefined;
}

/** `WRITETIME(c)`, `MAXWRITETIME(c)`, `TTL(c)`. */
export interface MetadataTerm extends Base {
  readonly kind: "metadata";
  readonly function: "writetime" | "maxwritetime" | "ttl";
  readonly operand: Term;
}

/** `COUNT(*)`, `COUNT(1)`. */
export interface CountRowsTerm extends Base {
  readonly kind: "countRows";
}
