import { finishAfter } from "../fields.js";
import { runDistributedMap } from "../map/distributed-map.js";
import { runInlineMap } from "../map/inline-map.js";
import { isDistributed } from "../map/processor.js";
import type { StateHandler } from "../strand.js";

export const runMap: StateHandler = async (visit, strand) => {
  const run = isDistributed(visit.state) ? runDistributedMap : runInlineMap;
  const { result, succeededId } = await run(visit, strand);
  return finishAfter(succeededId, result, visit, strand);
};
