import { simulatorDiagnostics } from "./diagnostics.js";
import type { SimulateOptions } from "./options.js";
import { resumptions } from "./resumptions.js";
import type { SimulatedExecution } from "./simulated-execution.js";
import { refuseExecution, resumeExecution } from "./start-execution.js";

export type RedriveOptions = Partial<
  Pick<SimulateOptions, "functions" | "machines" | "maxTransitions" | "mocks" | "objects" | "seed" | "task" | "tokens">
>;

/**
 * Goes on with a Standard execution that did not succeed, as Step Functions' redrive does: from the state that failed, with
 * its input and variables, and with new retries; in Parallel and Map states only what had not succeeded. `options` replace
 * those of the first run. The events and objects of both are in the result, its path and timeline begin with the redrive.
 */
export async function redriveExecution(
  execution: Pick<SimulatedExecution, "events" | "objects" | "status" | "stopTime">,
  options: RedriveOptions = {},
): Promise<SimulatedExecution> {
  const resumption = resumptions.get(execution);
  if (resumption === undefined) {
    return refuseExecution({}, [simulatorDiagnostics["not-redrivable"]({ status: execution.status })]);
  }
  const { checkpoint, count, definition, startMs } = resumption;
  return resumeExecution(
    definition,
    { ...resumption.options, ...options },
    {
      checkpoint,
      redriveCount: count + 1,
      redrivenMs: execution.stopTime.getTime(),
      events: execution.events,
      written: execution.objects,
      startMs,
    },
  );
}
