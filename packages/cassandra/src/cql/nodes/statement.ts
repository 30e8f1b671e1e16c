import type { CqlSpan } from "../span.js";
import type { Identifier, QualifiedName } from "./identifier.js";
import type { SchemaStatement } from "./schema-statement.js";
import type { LiteralTerm, MarkerTerm, Term } from "./term.js";

export type Statement = DataStatement | SchemaStatement;

/** What reads and writes rows. */
export type DataStatement = SelectStatement | ModificationStatement | BatchStatement;

export type ModificationStatement = InsertStatement | UpdateStatement | DeleteStatement;

interface Base {
  readonly span: CqlSpan;
}

export interface SelectStatement extends Base {
  readonly kind: "select";
  readonly json: boolean;
  readonly distinct: boolean;
  /** Undefined for `*`. */
  readonly selectors: readonly Selector[] | undefined;
  /** The `*` or the list of selectors. */
  readonly selectorsSpan: CqlSpan;
  readonly table: QualifiedName;
  readonly where: readonly Relation[];
  readonly groupBy: readonly Term[];
  readonly orderBy: readonly Ordering[];
  readonly perPartitionLimit: Bound | undefined;
  readonly limit: Bound | undefined;
  readonly allowFiltering: CqlSpan | undefined;
}

export interface Selector extends Base {
  readonly term: Term;
  readonly alias: Identifier | undefined;
}

/** The integer or marker of LIMIT, TTL and TIMESTAMP. */
export type Bound = LiteralTerm | MarkerTerm;

export interface Ordering extends Base {
  readonly column: Identifier;
  readonly descending: boolean;
  /** The vector of `ANN OF`. */
  readonly annOf: Term | undefined;
}

export type ComparisonOperator = "=" | "<" | "<=" | ">" | ">=" | "!=";
export type ContainsOperator = "contains" | "contains key";

/** One member of a WHERE clause. */
export type Relation =
  | ColumnRelation
  | ElementRelation
  | InRelation
  | LikeRelation
  | NotNullRelation
  | TokenRelation
  | TupleRelation
  | TupleInRelation
  | IndexExpression;

export interface ColumnRelation extends Base {
  readonly kind: "column";
  readonly column: Identifier;
  readonly operator: ComparisonOperator | ContainsOperator;
  readonly value: Term;
}

/** `m[k] = v`. */
export interface ElementRelation extends Base {
  readonly kind: "element";
  readonly column: Identifier;
  readonly key: Term;
  readonly operator: ComparisonOperator;
  readonly value: Term;
}

/** `c IN (…)` or `c IN ?`. */
export interface InRelation extends Base {
  readonly kind: "in";
  readonly column: Identifier;
  readonly values: readonly Term[] | MarkerTerm;
}

export interface LikeRelation extends Base {
  readonly kind: "like";
  readonly column: Identifier;
  readonly value: Term;
}

export interface NotNullRelation extends Base {
  readonly kind: "notNull";
  readonly column: Identifier;
}

export interface TokenRelation extends Base {
  readonly kind: "token";
  readonly columns: readonly Identifier[];
  readonly operator: ComparisonOperator;
  readonly value: Term;
}

/** `(a, b) > (1, 2)`. */
export interface TupleRelation extends Base {
  readonly kind: "tuple";
  readonly columns: readonly Identifier[];
  readonly operator: ComparisonOperator;
  readonly value: Term;
}

export interface TupleInRelation extends Base {
  readonly kind: "tupleIn";
  readonly columns: readonly Identifier[];
  readonly values: readonly Term[] | MarkerTerm;
}

/** `expr(index, value)`: a custom index's own query. */
export interface IndexExpression extends Base {
  readonly kind: "indexExpression";
  readonly index: Identifier;
  readonly value: Term;
}

export interface Using {
  readonly timestamp: Bound | undefined;
  readonly ttl: Bound | undefined;
}

export type Conditions =
  | { readonly kind: "ifExists"; readonly span: CqlSpan }
  | { readonly kind: "ifNotExists"; readonly span: CqlSpan }
  | { readonly kind: "if"; readonly conditions: readonly Condition[]; readonly span: CqlSpan };

/** One member of an IF clause: on a column, an element of it, or a field of it. */
export interface Condition extends Base {
  readonly column: Identifier;
  readonly element: Term | undefined;
  readonly field: Identifier | undefined;
  readonly operator: ComparisonOperator | ContainsOperator | "in";
  /** A list of terms where the operator is `in` and the values are written out. */
  readonly value: Term | readonly Term[];
}

export interface InsertStatement extends Base {
  readonly kind: "insert";
  readonly table: QualifiedName;
  readonly columns: readonly Identifier[];
  readonly values: readonly Term[];
  /** The document of `INSERT … JSON`. */
  readonly json: Term | undefined;
  readonly conditions: Conditions | undefined;
  readonly using: Using;
}

export interface UpdateStatement extends Base {
  readonly kind: "update";
  readonly table: QualifiedName;
  readonly using: Using;
  readonly assignments: readonly Assignment[];
  readonly where: readonly Relation[];
  readonly conditions: Conditions | undefined;
}

/** `add` is `c = c + v`, `prepend` is `c = v + c`, `element` is `c[k] = v`, `field` is `c.f = v`. */
export type Assignment =
  | (Base & {
      readonly kind: "set" | "add" | "subtract" | "prepend";
      readonly column: Identifier;
      readonly value: Term;
    })
  | (Base & { readonly kind: "element"; readonly column: Identifier; readonly key: Term; readonly value: Term })
  | (Base & { readonly kind: "field"; readonly column: Identifier; readonly field: Identifier; readonly value: Term });

export interface DeleteStatement extends Base {
  readonly kind: "delete";
  readonly deletions: readonly Deletion[];
  readonly table: QualifiedName;
  readonly using: Using;
  readonly where: readonly Relation[];
  readonly conditions: Conditions | undefined;
}

/** `c`, `c[k]` or `c.f`. */
export interface Deletion extends Base {
  readonly column: Identifier;
  readonly element: Term | undefined;
  readonly field: Identifier | undefined;
}

export interface BatchStatement extends Base {
  readonly kind: "batch";
  readonly type: "logged" | "unlogged" | "counter";
  readonly using: Using;
  readonly statements: readonly ModificationStatement[];
}
