import { quotas } from "@treadle/asl";
import { StateFailure } from "./failure.js";
import type { JsonObject } from "./json.js";
import type { Strand, Visit } from "./strand.js";

/**
 * One variable is as large as a payload at most, the values of one Assign are together, and all variables of an execution have
 * a limit of their own; names do not count. Recorded on AWS.
 *
 * @throws StateFailure `States.DataLimitExceeded`
 */
export function limitVariables(assigned: JsonObject, visit: Visit, strand: Strand): void {
  const names = Object.keys(assigned);
  let sum = 0;
  for (const name of names) {
    const bytes = Buffer.byteLength(JSON.stringify(assigned[name]));
    sum += bytes;
    const what = `Variable '${name}' in state '${visit.name}' was assigned ${bytes} bytes`;
    if (bytes > quotas.payloadBytes) throw excess(`Variable size limit exceeded. ${what}.`);
    if (sum > quotas.payloadBytes) {
      throw excess(
        `State total variable size limit exceeded. ${what}, which caused the size of variables assigned in the state to exceed its limit by ${sum - quotas.payloadBytes} bytes.`,
      );
    }
  }
  const { usage } = strand.variables;
  const over = usage.bytes - strand.variables.measureOwn(names) + sum - quotas.executionVariableBytes;
  if (over > 0) {
    throw excess(
      `Execution total variable size limit exceeded. State '${visit.name}' assigned variables that exceed the total execution limit by ${over} bytes.`,
    );
  }
}

function excess(cause: string): StateFailure {
  return new StateFailure("States.DataLimitExceeded", cause, { handleable: false, location: "Assign" });
}
