export { expressionDiagnostics } from "./diagnostics.js";
export { fixed } from "./helpers/fixed.js";
export { fromMillis } from "./helpers/from-millis.js";
export { jsonata } from "./helpers/jsonata.js";
export { param } from "./helpers/param.js";
export { text } from "./helpers/text.js";
export { toMillis } from "./helpers/to-millis.js";
export { expressionDepth, maxExpressionDepth } from "./jsonata/expression-depth.js";
export { foldConstants, isConstant } from "./jsonata/fold-constants.js";
export { printJsonata } from "./jsonata/print-jsonata.js";
export { plainMembers, printTemplate } from "./jsonata/print-template.js";
export { constantNode } from "./nodes/constant-node.js";
export * from "./nodes/create.js";
export { entriesNode, objectOfEntries } from "./nodes/entries.js";
export type {
  ArrayNode,
  BinaryNode,
  BinaryOperator,
  BlockNode,
  CallNode,
  CaptureNode,
  ConditionalNode,
  ContextNameNode,
  ExpressionKind,
  ExpressionNode,
  Json,
  LambdaNode,
  LiteralNode,
  NegateNode,
  ObjectEntry,
  ObjectNode,
  PlaceholderNode,
  PropertyNode,
  RegexNode,
  ScopeNode,
  SourceNode,
  StatesNode,
  SubscriptNode,
  VariableNode,
} from "./nodes/expression-node.js";
export type { Placeholder, PlaceholderKind } from "./nodes/placeholder.js";
export { substituteExpression } from "./nodes/substitute.js";
export { mapExpressionChildren, transformExpression, walkExpression } from "./nodes/transform.js";
