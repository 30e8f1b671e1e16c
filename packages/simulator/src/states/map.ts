import { finishWithResult } from "../fields.js";
import { runDistributedMap } from "../map/distributed-map.js";
import { runInlineMap } from "../map/inline-map.js";
import { processorOf } from "../map/processor.js";
import type { StateHandler } from "../strand.js";

export const runMap: StateHandler = async (visit, strand) => {
  const isDistributed = processorOf(visit.state).ProcessorConfig?.Mode === "DISTRIBUTED";
  const result = await (isDistributed ? runDistributedMap(visit, strand) : runInlineMap(visit, strand));
  // Both of what follows, the success here and the exit, link to the event before them.
  strand.run.history.addAside(strand.lastEventId, "MapStateSucceeded");
  return finishWithResult(result, visit, strand);
};
