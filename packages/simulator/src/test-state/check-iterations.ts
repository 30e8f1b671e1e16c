import type { Json } from "../json.js";
import { exceedsTolerance, readToleratedFailure, thresholdFailure } from "../map/tolerated-failure.js";
import type { Strand, Visit } from "../strand.js";
import { type TestStateInput, TestStateRefused } from "./test-state-types.js";

/**
 * Holds a mocked Map state against its iterations: of a batch, one. Fails it where more of them failed than it tolerates; without
 * a limit the service lets the mocked result stand, whatever failed. Only then it counts the result's members.
 *
 * @throws StateFailure `States.ExceedToleratedFailureThreshold`
 * @throws TestStateRefused `ValidationException`
 */
export async function checkIterations(
  configuration: TestStateInput["stateConfiguration"],
  iterations: number,
  result: Json,
  visit: Visit,
  strand: Strand,
): Promise<void> {
  const failed = configuration?.mapIterationFailureCount ?? 0;
  const tolerated = await readToleratedFailure(visit, strand);
  const isLimited = tolerated.count !== undefined || tolerated.percentage !== undefined;
  if (isLimited && exceedsTolerance(failed, iterations, tolerated)) throw thresholdFailure();
  if (Array.isArray(result) && result.length !== iterations) {
    throw new TestStateRefused("ValidationException", "Input array does not equal the mocked result array's size");
  }
}
