import type { StateBlock } from "./definition.js";
import { StateFailure } from "./failure.js";
import { isFinal } from "./group.js";
import type { Strand } from "./strand.js";

/** Of a task that ends its branch or iteration badly, the history says that it was aborted as well. */
export function recordAbortedTask(
  reason: unknown,
  block: StateBlock,
  strand: Strand,
  causeId: number = strand.lastEventId,
): void {
  const failed = block.States[strand.checkpoint?.state ?? ""];
  if (failed?.Type === "Task" && reason instanceof StateFailure && !isFinal(reason)) {
    strand.run.history.addAside(causeId, "TaskStateAborted");
  }
}
