export { type CallSite, callSiteAt, setCallSites } from "./call-site.js";
export { childrenOf, type NodeChildren } from "./children-of.js";
export { type LambdaMark, type LambdaRef, markLambda, toLambdaRef } from "./lambda-ref.js";
export { isMisusedCall, MisusedCall } from "./misused-call.js";
export type {
  BranchNode,
  CatcherNode,
  ChoiceNode,
  ChoiceRuleNode,
  ConstantOrLambda,
  DistributedMapNode,
  DistributedMapNodeOptions,
  FailNode,
  LoggingOptions,
  MapNode,
  MatchNode,
  OnErrorNode,
  ParallelNode,
  PassNode,
  PreflightNode,
  RawStateNode,
  ReaderPlaceNode,
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
