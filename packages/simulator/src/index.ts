export type { ContextObject } from "./context-object.js";
export { type ExploreOptions, exploreInterleavings, type InterleavingOutcome } from "./explore-interleavings.js";
export { formatTimeline, type PrintedExecution } from "./format-timeline.js";
export type { HistoryEvent, HistoryEventDetails, HistoryEventType, PayloadDetails } from "./history-event.js";
export { nameDetailsField } from "./history-event.js";
export type { Json, JsonObject, ReadonlyJson } from "./json.js";
export { listVariableReferences } from "./list-variable-references.js";
export type {
  LocalFunction,
  MockRequest,
  SimulateOptions,
  StoredObject,
  TaskFailure,
  TaskMock,
  TaskOutcome,
  TaskRequest,
} from "./options.js";
export { type RedriveOptions, redriveExecution } from "./redrive-execution.js";
export { simulate } from "./simulate.js";
export type {
  ExecutionStatus,
  SimulatedExecution,
  StatementRun,
  TimelineAttempt,
  TimelineEntry,
  WrittenObject,
} from "./simulated-execution.js";
export { takeFailure, takeOutput, UnexpectedEnding } from "./take-ending.js";
export type { TaskResource } from "./tasks/resource.js";
export { TaskTokenRefused, TaskTokens } from "./tasks/task-tokens.js";
export { type TestStateOptions, testState } from "./test-state/test-state.js";
export {
  type InspectionData,
  type TestStateInput,
  type TestStateOutput,
  TestStateRefused,
} from "./test-state/test-state-types.js";
export { prepareWorkflow } from "./workflow/simulate-workflow.js";
export type {
  SimulatedWorkflow,
  SimulateWorkflowOptions,
  StepMock,
  StepOutcome,
  WorkflowMocks,
} from "./workflow/workflow-types.js";
