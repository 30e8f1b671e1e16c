import { definitionFieldOrder, type StateType } from "./definition.js";
import { catcherFieldOrder } from "./states/catcher.js";
import { choiceFieldOrder } from "./states/choice.js";
import { choiceRuleFieldOrder } from "./states/choice-rule.js";
import { failFieldOrder } from "./states/fail.js";
import { itemBatcherFieldOrder } from "./states/item-batcher.js";
import { itemReaderFieldOrder, readerConfigFieldOrder } from "./states/item-reader.js";
import { mapFieldOrder, processorConfigFieldOrder } from "./states/map.js";
import { parallelFieldOrder } from "./states/parallel.js";
import { passFieldOrder } from "./states/pass.js";
import { resultWriterFieldOrder, writerConfigFieldOrder } from "./states/result-writer.js";
import { retrierFieldOrder } from "./states/retrier.js";
import { scopeFieldOrder } from "./states/scope.js";
import { succeedFieldOrder } from "./states/succeed.js";
import { credentialsFieldOrder, taskFieldOrder } from "./states/task.js";
import { waitFieldOrder } from "./states/wait.js";

const stateFieldOrder: Readonly<Record<StateType, readonly string[]>> = {
  Task: taskFieldOrder,
  Pass: passFieldOrder,
  Wait: waitFieldOrder,
  Choice: choiceFieldOrder,
  Succeed: succeedFieldOrder,
  Fail: failFieldOrder,
  Parallel: parallelFieldOrder,
  Map: mapFieldOrder,
};

/** The canonical order of fields, and with it every field that AWS knows: by state type, and of each part. */
export const fieldOrder = {
  definition: definitionFieldOrder as readonly string[],
  state: stateFieldOrder,
  scope: scopeFieldOrder as readonly string[],
  retrier: retrierFieldOrder as readonly string[],
  catcher: catcherFieldOrder as readonly string[],
  choiceRule: choiceRuleFieldOrder as readonly string[],
  credentials: credentialsFieldOrder as readonly string[],
  processorConfig: processorConfigFieldOrder as readonly string[],
  itemReader: itemReaderFieldOrder as readonly string[],
  readerConfig: readerConfigFieldOrder as readonly string[],
  itemBatcher: itemBatcherFieldOrder as readonly string[],
  resultWriter: resultWriterFieldOrder as readonly string[],
  writerConfig: writerConfigFieldOrder as readonly string[],
} as const;

export function isStateType(value: unknown): value is StateType {
  return typeof value === "string" && Object.hasOwn(stateFieldOrder, value);
}
