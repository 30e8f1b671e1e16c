import { BridgeError, payloadLimitBytes } from "@treadle/workflow/data-source";

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
