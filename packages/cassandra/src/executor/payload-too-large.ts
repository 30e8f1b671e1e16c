import { BridgeError, payloadLimitBytes } from "@treadle/workflow/data-source";
import type { CompiledStatement } from "./compiled-statement.js";

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
