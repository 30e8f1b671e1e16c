import type { Span } from "./span.js";

/** A query, or a subquery: the clauses in the order they are written. */
export interface QueryNode extends Span {
  readonly kind: "query";
  readonly select: SelectNode;
  readonly from: FromNode | undefined;
  readonly where: ExpressionNode | undefined;
  readonly groupBy: readonly ExpressionNode[];
  readonly orderBy: OrderByNode | undefined;
  readonly offsetLimit: OffsetLimitNode | undefined;
}

export interface SelectNode extends Span {
  readonly distinct: boolean;
  readonly top: ExpressionNode | undefined;
  readonly what:
    | { readonly kind: "star" }
    | { readonly kind: "value"; readonly value: ExpressionNode }
    | { readonly kind: "list"; readonly items: readonly SelectItemNode[] };
}

export interface SelectItemNode extends Span {
  readonly value: ExpressionNode;
  readonly alias: string | undefined;
}

export interface FromNode extends Span {
  readonly source: SourceNode;
  readonly joins: readonly SourceNode[];
}

/** `collection [AS] alias`, or `alias IN collection`, which iterates over an array. */
export interface SourceNode extends Span {
  readonly iterates: boolean;
  /** Undefined for a subquery without a name. */
  readonly alias: string | undefined;
  readonly collection: CollectionNode;
}

export type CollectionNode =
  /** `root`, `Families.children[0]`: the first name is the container or an earlier alias. */
  | ({ readonly kind: "path"; readonly path: ExpressionNode } & Span)
  | ({ readonly kind: "subquery"; readonly query: QueryNode } & Span);

export interface OrderByNode extends Span {
  /** `ORDER BY RANK`, by relevance. */
  readonly rank: boolean;
  readonly items: readonly OrderByItemNode[];
}

export interface OrderByItemNode extends Span {
  readonly value: ExpressionNode;
  readonly descending: boolean;
}

export interface OffsetLimitNode extends Span {
  readonly offset: ExpressionNode;
  readonly limit: ExpressionNode;
}

export type ExpressionNode =
  | LiteralNode
  | UndefinedNode
  | ParameterNode
  | IdentifierNode
  | PropertyNode
  | IndexNode
  | CallNode
  | UnaryNode
  | BinaryNode
  | ConditionalNode
  | InNode
  | BetweenNode
  | LikeNode
  | SubqueryNode
  | ObjectNode
  | ArrayNode;

export interface LiteralNode extends Span {
  readonly kind: "literal";
  readonly value: string | number | boolean | null;
}
export interface UndefinedNode extends Span {
  readonly kind: "undefined";
}
/** With its `@`. */
export interface ParameterNode extends Span {
  readonly kind: "parameter";
  readonly name: string;
}
export interface IdentifierNode extends Span {
  readonly kind: "identifier";
  readonly name: string;
}
/** `c.name` and `c["name"]`; the span of the name alone is where a misspelling is shown. */
export interface PropertyNode extends Span {
  readonly kind: "property";
  readonly object: ExpressionNode;
  readonly name: string;
  readonly nameSpan: Span;
}
/** `c.lines[0]`, `c[@name]`. */
export interface IndexNode extends Span {
  readonly kind: "index";
  readonly object: ExpressionNode;
  readonly index: ExpressionNode;
}
export interface CallNode extends Span {
  readonly kind: "call";
  /** As written. */
  readonly name: string;
  readonly udf: boolean;
  readonly arguments: readonly ExpressionNode[];
}
export interface UnaryNode extends Span {
  readonly kind: "unary";
  readonly operator: "NOT" | "-" | "+" | "~";
  readonly operand: ExpressionNode;
}

export type ComparisonOperator = "=" | "!=" | "<" | "<=" | ">" | ">=";
export type BinaryOperator =
  | ComparisonOperator
  | "AND"
  | "OR"
  | "??"
  | "||"
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "&"
  | "|"
  | "^"
  | "<<"
  | ">>"
  | ">>>";

export interface BinaryNode extends Span {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: ExpressionNode;
  readonly right: ExpressionNode;
}
export interface ConditionalNode extends Span {
  readonly kind: "conditional";
  readonly condition: ExpressionNode;
  readonly then: ExpressionNode;
  readonly otherwise: ExpressionNode;
}
export interface InNode extends Span {
  readonly kind: "in";
  readonly negated: boolean;
  readonly operand: ExpressionNode;
  readonly values: readonly ExpressionNode[];
}
export interface BetweenNode extends Span {
  readonly kind: "between";
  readonly negated: boolean;
  readonly operand: ExpressionNode;
  readonly low: ExpressionNode;
  readonly high: ExpressionNode;
}
export interface LikeNode extends Span {
  readonly kind: "like";
  readonly negated: boolean;
  readonly operand: ExpressionNode;
  readonly pattern: ExpressionNode;
  readonly escape: string | undefined;
}
export interface SubqueryNode extends Span {
  readonly kind: "subquery";
  /** `scalar` is a query in parentheses. */
  readonly form: "scalar" | "EXISTS" | "ARRAY" | "ALL" | "FIRST" | "LAST";
  readonly query: QueryNode;
}
export interface ObjectNode extends Span {
  readonly kind: "object";
  readonly members: readonly { readonly name: string; readonly value: ExpressionNode }[];
}
export interface ArrayNode extends Span {
  readonly kind: "array";
  readonly elements: readonly ExpressionNode[];
}
