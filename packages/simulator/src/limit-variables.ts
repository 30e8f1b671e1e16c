import { quotas } from "@treadle/asl";
import { StateFailure } from "./failure.js";
import type { JsonObject } from "./json.js";
import { exceedsBytes } from "./payload-limit.js";
import type { Strand, Visit } from "./strand.js";

/**
 * The values of one Assign together are as large as a payload at most, and so are all variables of an execution as large as
 * their own limit. The texts are our own.
 *
 * @throws StateFailure `States.DataLimitExceeded`
 */
export function limitVariables(assigned: JsonObject, visit: Visit, strand: Strand): void {
  const text = JSON.stringify(assigned);
  if (exceedsBytes(text)) {
    throw excess(
      `The state '${visit.name}' assigned variables with a size exceeding the maximum number of bytes service limit.`,
    );
  }
  if (strand.variables.usage.bytes + Buffer.byteLength(text) > quotas.executionVariableBytes) {
    throw excess(
      `The variables of the execution exceeded the maximum number of bytes service limit in the state '${visit.name}'.`,
    );
  }
}

function excess(cause: string): StateFailure {
  return new StateFailure("States.DataLimitExceeded", cause, { handleable: false });
}
