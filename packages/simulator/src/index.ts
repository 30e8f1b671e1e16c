export type { ContextObject } from "./context-object.js";
export { formatTimeline } from "./format-timeline.js";
export type { HistoryEvent, HistoryEventDetails, HistoryEventType, PayloadDetails } from "./history-event.js";
export { nameDetailsField } from "./history-event.js";
export type { Json, JsonObject } from "./json.js";
export { listVariableReferences } from "./list-variable-references.js";
export type {
  LocalFunction,
  MockRequest,
  SimulateOptions,
  StoredObject,
  TaskMock,
  TaskOutcome,
  TaskRequest,
} from "./options.js";
export { simulate } from "./simulate.js";
export type {
  ExecutionStatus,
  SimulatedExecution,
  TimelineAttempt,
  TimelineEntry,
} from "./simulated-execution.js";
export type { TaskResource } from "./tasks/resource.js";
export { testState } from "./test-state/test-state.js";
export {
  type InspectionData,
  type TestStateInput,
  type TestStateOutput,
  TestStateRefused,
} from "./test-state/test-state-types.js";
