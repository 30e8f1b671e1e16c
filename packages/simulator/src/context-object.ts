import type { StateType } from "./definition.js";
import type { Json, JsonObject } from "./json.js";
import { hasChange } from "./service-changes.js";
import type { Strand, Visit } from "./strand.js";

/** The context object (`$$`, `$states.context`). Further members may appear. */
export interface ContextObject {
  readonly Execution: {
    readonly Id: string;
    readonly Input: Json;
    readonly StartTime: string;
    readonly Name: string;
    readonly RoleArn: string | null;
    readonly RedriveCount?: number;
    readonly RedriveTime?: string;
  };
  readonly StateMachine: { readonly Id: string; readonly Name: string };
  readonly State: { readonly Name: string; readonly EnteredTime: string; readonly RetryCount?: number };
  readonly Task?: { readonly Token: string };
  readonly Map?: { readonly Item: JsonObject };
}

/** Types whose context counts retries. */
const retriable: ReadonlySet<StateType> = new Set(["Map", "Parallel", "Task"]);

export function createContextObject(visit: Visit, strand: Strand): ContextObject {
  if (strand.run.context !== undefined) return strand.run.context as unknown as ContextObject;
  const { ids, input, startMs } = strand.run;
  const mapItem = visit.mapItem ?? strand.mapItem;
  return {
    Execution: {
      Id: ids.executionArn,
      Input: input,
      StartTime: new Date(startMs).toISOString(),
      Name: ids.executionName,
      RoleArn: ids.roleArn,
      // A test of one state is no execution that could be redriven.
      ...(visit.inspection === undefined &&
        hasChange("redriveCount", strand.run.options.asOf) &&
        describeRedrive(strand)),
    },
    StateMachine: { Id: ids.machineArn, Name: ids.machineName },
    State: {
      Name: visit.name,
      EnteredTime: new Date(visit.enteredMs).toISOString(),
      ...(retriable.has(visit.state.Type) && { RetryCount: visit.retryCount }),
    },
    ...(visit.taskToken !== undefined && { Task: { Token: visit.taskToken } }),
    ...(mapItem && { Map: { Item: mapItem } }),
  };
}

function describeRedrive({ run }: Strand): { readonly RedriveCount: number; readonly RedriveTime?: string } {
  const { count = 0, redrivenMs } = run.redrive ?? {};
  return {
    RedriveCount: count,
    ...(redrivenMs !== undefined && { RedriveTime: new Date(redrivenMs).toISOString() }),
  };
}
