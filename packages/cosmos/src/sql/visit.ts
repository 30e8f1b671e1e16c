import type { CollectionNode, ExpressionNode, QueryNode, SourceNode } from "./nodes.js";

export interface QueryVisitor {
  /** `depth` 0 is the query itself, more are subqueries. */
  readonly query?: (query: QueryNode, depth: number) => void;
  readonly source?: (source: SourceNode, query: QueryNode) => void;
  /** `query` is the one whose clause the expression stands in. */
  readonly expression?: (expression: ExpressionNode, query: QueryNode) => void;
}

/** Visits a query and all inside it in the order of the text, parents before children. */
export function visitQuery(query: QueryNode, visitor: QueryVisitor, depth = 0): void {
  visitor.query?.(query, depth);
  const expression = (node: ExpressionNode): void => visitExpression(node, query, visitor, depth);
  const { select, from, where, groupBy, orderBy, offsetLimit } = query;
  if (select.top) expression(select.top);
  if (select.what.kind === "value") expression(select.what.value);
  if (select.what.kind === "list") for (const item of select.what.items) expression(item.value);
  for (const source of from ? [from.source, ...from.joins] : []) {
    visitor.source?.(source, query);
    visitCollection(source.collection, query, visitor, depth);
  }
  if (where) expression(where);
  for (const key of groupBy) expression(key);
  for (const item of orderBy?.items ?? []) expression(item.value);
  if (offsetLimit) {
    expression(offsetLimit.offset);
    expression(offsetLimit.limit);
  }
}

function visitCollection(collection: CollectionNode, query: QueryNode, visitor: QueryVisitor, depth: number): void {
  if (collection.kind === "subquery") visitQuery(collection.query, visitor, depth + 1);
  else visitExpression(collection.path, query, visitor, depth);
}

function visitExpression(node: ExpressionNode, query: QueryNode, visitor: QueryVisitor, depth: number): void {
  visitor.expression?.(node, query);
  if (node.kind === "subquery") visitQuery(node.query, visitor, depth + 1);
  else for (const child of childrenOf(node)) visitExpression(child, query, visitor, depth);
}

/** The expressions directly inside; a subquery's are its own query's. */
export function childrenOf(node: ExpressionNode): readonly ExpressionNode[] {
  switch (node.kind) {
    case "property":
      return [node.object];
    case "index":
      return [node.object, node.index];
    case "call":
      return node.arguments;
    case "unary":
      return [node.operand];
    case "binary":
      return [node.left, node.right];
    case "conditional":
      return [node.condition, node.then, node.otherwise];
    case "in":
      return [node.operand, ...node.values];
    case "between":
      return [node.operand, node.low, node.high];
    case "like":
      return [node.operand, node.pattern];
    case "object":
      return node.members.map((member) => member.value);
    case "array":
      return node.elements;
    default:
      return [];
  }
}

/** Whether the expression, or one inside it, is such. Subqueries are not entered. */
export function someInside(node: ExpressionNode, test: (node: ExpressionNode) => boolean): boolean {
  return test(node) || childrenOf(node).some((child) => someInside(child, test));
}
