import type { ExecutionIds } from "../execution-ids.js";
import type { Json, JsonObject } from "../json.js";

/** What has become of one input of a Map Run. */
export interface ChildRecord {
  readonly status: "SUCCEEDED" | "FAILED" | "ABORTED" | "PENDING";
  readonly input: Json;
  /** Absent where the Map Run ended before the child was started. */
  readonly execution?: Pick<ExecutionIds, "executionArn" | "executionName" | "machineArn"> & {
    readonly startMs: number;
    readonly stopMs: number;
    readonly redriveCount: number;
    /** When a Standard child was redriven. */
    readonly redrivenMs?: number | undefined;
  };
  readonly output?: Json;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
  /** It had succeeded before the redrive that goes on with its Map Run. */
  readonly isFormer?: boolean;
}

/** A child as result files tell of it. */
export function describeChild({ cause, error, execution, input, output, status }: ChildRecord): JsonObject {
  const given = { Input: JSON.stringify(input), InputDetails: { Included: true } };
  if (execution === undefined) return { ...given, Status: status };
  return {
    ...(cause !== undefined && { Cause: cause }),
    ...(error !== undefined && { Error: error }),
    ExecutionArn: execution.executionArn,
    ...given,
    Name: execution.executionName,
    ...(output !== undefined && { Output: JSON.stringify(output) }),
    OutputDetails: { Included: true },
    RedriveCount: execution.redriveCount,
    ...(execution.redrivenMs !== undefined && { RedriveDate: new Date(execution.redrivenMs).toISOString() }),
    ...(status === "SUCCEEDED"
      ? {
          RedriveStatus: "NOT_REDRIVABLE",
          RedriveStatusReason: "Execution is SUCCEEDED and cannot be redriven",
        }
      : { RedriveStatus: "REDRIVABLE_BY_MAP_RUN" }),
    StartDate: new Date(execution.startMs).toISOString(),
    StateMachineArn: execution.machineArn,
    Status: status,
    StopDate: new Date(execution.stopMs).toISOString(),
  };
}
