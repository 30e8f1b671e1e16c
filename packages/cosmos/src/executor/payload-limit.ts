import type { Json } from "@treadle/expressions";
import { BridgeError } from "@treadle/workflow/data-source";

/**
 * Most bytes of a result as JSON. Step Functions passes on 262,144 at most, together with what else the state returns and
 * what the Lambda service wraps around it.
 */
export const payloadLimitBytes = 200 * 1024;

/** @throws {BridgeError} `Cosmos.PayloadTooLarge`; `applied` where the write is done nevertheless */
export function assertFits(statement: string, bytes: number, applied = false): void {
  if (bytes <= payloadLimitBytes) return;
  const done = applied ? " The write is done." : "";
  throw new BridgeError("Cosmos.PayloadTooLarge", {
    message: `What "${statement}" gives is larger than ${payloadLimitBytes} bytes, more than a state can take over. Select fewer properties or items.${done}`,
    outcome: "permanent",
    statement,
    limitBytes: payloadLimitBytes,
    applied,
  });
}

export function sizeOf(value: Json): number {
  return Buffer.byteLength(JSON.stringify(value));
}
