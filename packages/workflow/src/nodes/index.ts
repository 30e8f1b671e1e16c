export type { CallSite } from "./call-site.js";
export { childrenOf, type NodeChildren } from "./children-of.js";
export { type LambdaMark, type LambdaRef, markLambda, toLambdaRef } from "./lambda-ref.js";
export type {
  BranchNode,
  CatcherNode,
  ChoiceNode,
  ChoiceRuleNode,
  DistributedMapNode,
  FailNode,
  MapNode,
  MatchNode,
  OnErrorNode,
  ParallelNode,
  PassNode,
  PreflightNode,
  RepeatNode,
  ReturnNode,
  StartNode,
  SucceedNode,
  TaskNode,
  TaskNodeOptions,
  TerminalNode,
  UseNode,
  WaitNode,
  WorkflowDefinition,
  WorkflowNode,
  WorkflowNodeKind,
  WorkflowOptions,
} from "./workflow-node.js";
export { getUnfinishedWorkflow, getWorkflowDefinition, type UnfinishedWorkflow } from "./workflow-value.js";
