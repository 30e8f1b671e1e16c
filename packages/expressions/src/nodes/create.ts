import type {
  ArrayNode,
  BinaryNode,
  BinaryOperator,
  CallNode,
  ConditionalNode,
  ExpressionNode,
  Json,
  LiteralNode,
  ObjectNode,
  PlaceholderNode,
  PropertyNode,
  ScopeNode,
  StatesNode,
  VariableNode,
} from "./expression-node.js";

export const literal = (value: Json): LiteralNode => Object.freeze({ kind: "literal", value });
export const placeholder = (text: string): PlaceholderNode => Object.freeze({ kind: "placeholder", text });
export const variable = (name: string): VariableNode => Object.freeze({ kind: "variable", name });
export const states = (field: StatesNode["field"]): StatesNode => Object.freeze({ kind: "states", field });
export const scope = (name: string): ScopeNode => Object.freeze({ kind: "scope", name });
export const property = (object: ExpressionNode, name: string): PropertyNode =>
  Object.freeze({ kind: "property", object, name });
export const call = (callee: string | ExpressionNode, ...args: readonly ExpressionNode[]): CallNode =>
  Object.freeze({ kind: "call", callee, arguments: Object.freeze(args) });
export const binary = (operator: BinaryOperator, left: ExpressionNode, right: ExpressionNode): BinaryNode =>
  Object.freeze({ kind: "binary", operator, left, right });
export const conditional = (
  condition: ExpressionNode,
  whenTrue: ExpressionNode,
  whenFalse: ExpressionNode,
): ConditionalNode => Object.freeze({ kind: "conditional", condition, whenTrue, whenFalse });
export const array = (elements: readonly ExpressionNode[]): ArrayNode =>
  Object.freeze({ kind: "array", elements: Object.freeze([...elements]) });

/** An object constructor with constant keys, in the order given. */
export const object = (members: { readonly [key: string]: ExpressionNode }): ObjectNode =>
  Object.freeze({
    kind: "object",
    entries: Object.freeze(Object.entries(members).map(([key, value]) => Object.freeze({ key: literal(key), value }))),
  });

/** `root.a.b`. */
export const path = (root: ExpressionNode, ...names: readonly string[]): ExpressionNode =>
  names.reduce<ExpressionNode>((node, name) => property(node, name), root);
