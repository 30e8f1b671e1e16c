import type {
  ArrayNode,
  BinaryNode,
  BinaryOperator,
  BlockNode,
  CallNode,
  CaptureNode,
  ConditionalNode,
  ContextNameNode,
  ExpressionNode,
  Json,
  LambdaNode,
  LiteralNode,
  NegateNode,
  ObjectNode,
  PlaceholderNode,
  PropertyNode,
  RegexNode,
  ScopeNode,
  SourceNode,
  StatesNode,
  SubscriptNode,
  VariableNode,
} from "./expression-node.js";
import type { Placeholder } from "./placeholder.js";

export const literal = (value: Json): LiteralNode => Object.freeze({ kind: "literal", value });
export const placeholder = (text: string, declares?: readonly Placeholder[]): PlaceholderNode =>
  Object.freeze({ kind: "placeholder", text, ...(declares && { declares: Object.freeze([...declares]) }) });
export const variable = (name: string): VariableNode => Object.freeze({ kind: "variable", name });
export const states = (field: StatesNode["field"]): StatesNode => Object.freeze({ kind: "states", field });
export const scope = (name: string): ScopeNode => Object.freeze({ kind: "scope", name });
export const capture = (name: string): CaptureNode => Object.freeze({ kind: "capture", name });
export const contextName = (name: string): ContextNameNode => Object.freeze({ kind: "contextName", name });
export const regex = (pattern: string, ignoreCase = false): RegexNode =>
  Object.freeze({ kind: "regex", pattern, ...(ignoreCase && { ignoreCase }) });
export const subscript = (object: ExpressionNode, index: ExpressionNode): SubscriptNode =>
  Object.freeze({ kind: "subscript", object, subscript: index });
export const negate = (operand: ExpressionNode): NegateNode => Object.freeze({ kind: "negate", operand });
export const lambda = (parameters: readonly string[], body: ExpressionNode): LambdaNode =>
  Object.freeze({ kind: "lambda", parameters: Object.freeze([...parameters]), body });
export const block = (bindings: BlockNode["bindings"], result: ExpressionNode): BlockNode =>
  Object.freeze({ kind: "block", bindings: Object.freeze([...bindings]), result });
export const source = (...parts: SourceNode["parts"]): SourceNode =>
  Object.freeze({ kind: "source", parts: Object.freeze(parts) });
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

/** `[][0]`: an expression that gives nothing, for what TypeScript calls `undefined`. */
export const absent: ExpressionNode = subscript(array([]), literal(0));

export function isAbsent(node: ExpressionNode): boolean {
  return (
    node.kind === "subscript" &&
    node.object.kind === "array" &&
    node.object.elements.length === 0 &&
    node.subscript.kind === "literal" &&
    node.subscript.value === 0
  );
}
