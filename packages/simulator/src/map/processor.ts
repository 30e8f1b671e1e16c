import type { ItemProcessor, StateDefinition } from "../definition.js";

/** The states that run for each item, under the present or the older name. */
export function processorOf(state: StateDefinition): ItemProcessor {
  return (state.ItemProcessor ?? state.Iterator) as ItemProcessor;
}
