export {
  fixed,
  fromMillis,
  type Json,
  jsonata,
  param,
  text,
  toMillis,
} from "@treadle/expressions";
export type {
  AnyStep,
  BatchLimits,
  Catcher,
  Choice,
  Decided,
  DistributedMapOptions,
  End,
  ErrorOutput,
  Expression,
  ExpressionScope,
  Flow,
  Input,
  ItemBatch,
  MapError,
  MapRunResult,
  Output,
  PassOptions,
  RawStateOptions,
  ReaderPlace,
  RepeatOptions,
  ReservedName,
  Retrier,
  StartError,
  StartedExecution,
  StartWorkflow,
  Step,
  StepOptions,
  Steps,
  TaskError,
  TaskOptions,
} from "./builder/flow.js";
export { workflow } from "./builder/workflow.js";
export type { ItemReader, ItemReaderDefinition, ResultWriter, ResultWriterDefinition } from "./item-source.js";
export type { CallSite } from "./nodes/call-site.js";
export type { LoggingOptions, LogLevel, WorkflowOptions } from "./nodes/workflow-node.js";
export { partition, placeholdersIn, placeholderText } from "./placeholders.js";
export { type RawState, type RawStateDefinition, type RawStateFields, rawState } from "./raw-state.js";
export {
  type ArgumentBound,
  type ArgumentBounds,
  type CallbackTask,
  type Closed,
  createResumableTask,
  createTask,
  type Placeholder,
  type PlaceholderKind,
  type ResumableTask,
  type RetrierDefinition,
  resumedBy,
  type Task,
  type TaskDefinition,
  type TaskToken,
} from "./task.js";
