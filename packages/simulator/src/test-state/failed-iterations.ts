import type { Json } from "../json.js";
import { parseItems } from "../map/parse-items.js";
import { exceedsTolerance, readToleratedFailure, thresholdFailure } from "../map/tolerated-failure.js";
import type { Strand, Visit } from "../strand.js";
import type { TestStateInput } from "./test-state-types.js";

/**
 * Fails a mocked Map state of which more iterations failed than it tolerates, counted against `items`. Without a limit the
 * service lets the mocked result stand, whatever failed.
 *
 * @throws StateFailure `States.ExceedToleratedFailureThreshold`
 */
export async function checkFailedIterations(
  configuration: TestStateInput["stateConfiguration"],
  items: Json,
  result: Json,
  visit: Visit,
  strand: Strand,
): Promise<void> {
  const { mapItemReaderData, mapIterationFailureCount: failed } = configuration ?? {};
  if (failed === undefined || visit.state.Type !== "Map") return;
  const tolerated = await readToleratedFailure(visit, strand);
  if (tolerated.count === undefined && tolerated.percentage === undefined) return;
  const { ItemReader } = visit.state;
  const total = ItemReader
    ? await countReadItems(mapItemReaderData, ItemReader.ReaderConfig ?? {}, result, strand)
    : (items as Json[]).length;
  if (exceedsTolerance(failed, total, tolerated)) throw thresholdFailure();
}

/** Without the reader's data, the result tells; where that is in objects, no share but none is exceeded. */
async function countReadItems(
  body: string | undefined,
  config: Parameters<typeof parseItems>[1],
  result: Json,
  strand: Strand,
): Promise<number> {
  if (body === undefined) return Array.isArray(result) ? result.length : Number.MAX_SAFE_INTEGER;
  return (await parseItems({ bucket: "", key: "", body }, config, "", strand)).values.length;
}
