import type { ItemProcessor, StateDefinition } from "../definition.js";

/** The states that run for each item, under the present or the older name. */
export function processorOf(state: StateDefinition): ItemProcessor {
  return (state.ItemProcessor ?? state.Iterator) as ItemProcessor;
}

/** Its items run as executions of their own. */
export function isDistributed(state: StateDefinition): boolean {
  return processorOf(state).ProcessorConfig?.Mode === "DISTRIBUTED";
}
