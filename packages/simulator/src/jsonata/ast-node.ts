/** A node of the engine's tree, as far as it is looked at here. */
export interface AstNode {
  type?: string;
  value?: unknown;
  lhs?: unknown;
  rhs?: unknown;
  procedure?: AstNode;
  arguments?: AstNode[];
  expressions?: AstNode[];
  group?: { lhs: [AstNode, AstNode][] };
}

export function isAstNode(value: unknown): value is AstNode {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof RegExp);
}

/** The nodes and lists of nodes right below one. */
export function childrenOf(node: object): object[] {
  return Object.values(node).filter(
    (child) => typeof child === "object" && child !== null && !(child instanceof RegExp),
  );
}
