import type { Json } from "@treadle/expressions";
import { BridgeError } from "@treadle/workflow/data-source";
import type { CompiledStatement } from "./compiled-statement.js";

/**
 * Most bytes of a result as JSON. Step Functions passes on 262,144 at most, together with what else the state returns and
 * what the Lambda service wraps around it.
 */
export const payloadLimitBytes = 200 * 1024;

export function sizeOf(value: Json): number {
  return Buffer.byteLength(JSON.stringify(value));
}

/** @param rowsThatFit how many of the first rows a state can take over: a page of so many would do */
export function payloadTooLarge(statement: CompiledStatement, rowsThatFit: number): BridgeError {
  const offer =
    rowsThatFit > 0 && statement.result === "rows"
      ? `Read it in pages, with .pages({ size: ${rowsThatFit} }), select fewer columns, or put a LIMIT.`
      : "Even one row is too large: select fewer columns.";
  return new BridgeError("Cassandra.PayloadTooLarge", {
    message: `The result of "${statement.name}" is larger than ${payloadLimitBytes} bytes, more than a state can take over. ${offer}`,
    outcome: "permanent",
    statement: statement.name,
    limitBytes: payloadLimitBytes,
    rowsThatFit,
  });
}
