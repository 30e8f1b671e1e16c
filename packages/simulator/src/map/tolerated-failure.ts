import { runtimeFailure, StateFailure } from "../failure.js";
import { inspect, type Strand, type Visit } from "../strand.js";
import { readNumber } from "./map-numbers.js";

/** How many items of a distributed Map may fail, a failed batch with all of its items; without a limit none may. */
export interface ToleratedFailure {
  readonly count: number | undefined;
  readonly percentage: number | undefined;
}

export async function readToleratedFailure(visit: Visit, strand: Strand): Promise<ToleratedFailure> {
  const { state } = visit;
  const count = await readNumber(
    "ToleratedFailureCount",
    state.ToleratedFailureCount,
    state.ToleratedFailureCountPath,
    "integer",
    visit,
    strand,
  );
  if (count !== undefined && count < 0) throw runtimeFailure("ToleratedFailureCount cannot be negative.");
  const percentage = await readNumber(
    "ToleratedFailurePercentage",
    state.ToleratedFailurePercentage,
    state.ToleratedFailurePercentagePath,
    "float",
    visit,
    strand,
  );
  if (percentage !== undefined && (percentage < 0 || percentage > 100)) {
    throw runtimeFailure("ToleratedFailurePercentage must be between 0 and 100.");
  }
  if (count !== undefined) inspect(visit, "toleratedFailureCount", count);
  if (percentage !== undefined) inspect(visit, "toleratedFailurePercentage", percentage);
  return { count, percentage };
}

/** Of items, failed and in all. */
export function exceedsTolerance(failed: number, total: number, { count, percentage }: ToleratedFailure): boolean {
  if (count === undefined && percentage === undefined) return failed > 0;
  return (count !== undefined && failed > count) || (percentage !== undefined && failed * 100 > percentage * total);
}

export function thresholdFailure(): StateFailure {
  return new StateFailure(
    "States.ExceedToleratedFailureThreshold",
    "The specified tolerated failure threshold was exceeded",
  );
}
