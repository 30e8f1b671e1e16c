import { finishAfter } from "../fields.js";
import { runDistributedMap } from "../map/distributed-map.js";
import { runInlineMap } from "../map/inline-map.js";
import { processorOf } from "../map/processor.js";
import type { StateHandler } from "../strand.js";

export const runMap: StateHandler = async (visit, strand) => {
  const isDistributed = processorOf(visit.state).ProcessorConfig?.Mode === "DISTRIBUTED";
  const { result, succeededId } = await (isDistributed ? runDistributedMap : runInlineMap)(visit, strand);
  return finishAfter(succeededId, result, visit, strand);
};
