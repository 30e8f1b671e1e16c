export type {
  Branch,
  ItemProcessor,
  MachineType,
  MapState,
  ParallelState,
  State,
  StateMachineDefinition,
  StateType,
} from "./definition.js";
export { type AslDiagnosticName, aslDiagnosticNames, aslDiagnostics, toDiagnostic } from "./diagnostics.js";
export { isStatesErrorName, type StatesErrorName, statesErrorNames, uncatchableErrorNames } from "./error-names.js";
export { fieldOrder, isStateType } from "./field-order.js";
export { formatDefinition } from "./format-definition.js";
export {
  estimateHistory,
  type HistoryEstimate,
  type HistoryIteration,
  type HistoryLoop,
} from "./history/estimate-history.js";
export {
  type OptimisedIntegration,
  optimisedIntegrations,
} from "./integrations/optimised-integrations.js";
export { type IntegrationPattern, parseTaskResource, type TaskResource } from "./integrations/resource-arn.js";
export type { JsonArray, JsonObject, JsonValue } from "./json.js";
export { analyseJsonata, type JsonataAnalysis } from "./jsonata/analyse-jsonata.js";
export { findFreeVariables, findUncalledFunctions } from "./jsonata/find-free-variables.js";
export { awsFunctionNames, jsonataFunctionNames } from "./jsonata/function-names.js";
export { type BindingNode, namesBoundAt } from "./jsonata/names-bound-at.js";
export type { JsonataReference } from "./jsonata/references.js";
export { type IntrinsicArgument, type IntrinsicFunction, intrinsicFunctions } from "./jsonpath/intrinsic-functions.js";
export { type ParsedIntrinsic, parseIntrinsic } from "./jsonpath/parse-intrinsic.js";
export { type ParsedPath, parsePath } from "./jsonpath/parse-path.js";
export { fillPlaceholders, findPlaceholders, hasPlaceholder, toPlaceholder } from "./placeholders.js";
export { isJsonataText, type JsonataText, jsonataSource, type QueryLanguage, toJsonataText } from "./query-language.js";
export { quotas } from "./quotas.js";
export type { Catcher } from "./states/catcher.js";
export type { ChoiceState } from "./states/choice.js";
export {
  type ChoiceComparator,
  type ChoiceRule,
  choiceComparators,
  type JsonataChoiceRule,
  type PathChoiceRule,
  type PathCondition,
} from "./states/choice-rule.js";
export type { Assignments, Evaluated, Transition } from "./states/common.js";
export type { FailState } from "./states/fail.js";
export type { ItemBatcher } from "./states/item-batcher.js";
export type { ItemReader, ReaderConfig } from "./states/item-reader.js";
export type { ProcessorConfig } from "./states/map.js";
export type { PassState } from "./states/pass.js";
export type { ResultWriter, WriterConfig } from "./states/result-writer.js";
export type { Retrier } from "./states/retrier.js";
export type { StateScope } from "./states/scope.js";
export type { SucceedState } from "./states/succeed.js";
export type { TaskCredentials, TaskState } from "./states/task.js";
export type { WaitState } from "./states/wait.js";
export { utf8Length } from "./utf8-length.js";
export type { AslDiagnostic, AwsCode, TextPlace } from "./validation/asl-diagnostic.js";
export { validateDefinition } from "./validation/validate-definition.js";
export { validateDefinitionText } from "./validation/validate-definition-text.js";
export type { ValidationOptions } from "./validation/validation-context.js";
