import type { Json } from "@treadle/workflow";
import { BridgeError, type BridgeRequest } from "@treadle/workflow/data-source";
import * as v from "valibot";

/** Values of parameters are JSON by having been parsed; what they must be is the executor's to check. */
const requestSchema = v.strictObject({
  statement: v.pipe(v.string(), v.nonEmpty()),
  params: v.custom<{ readonly [name: string]: Json }>(
    (value) => typeof value === "object" && value !== null && !Array.isArray(value),
    "Expected an object.",
  ),
  trace: v.strictObject({
    execution: v.string(),
    state: v.string(),
    attempt: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
});

/** @throws {BridgeError} `Bridge.InvalidRequest`, naming what is wrong but no value. */
export function parseRequest(event: unknown): BridgeRequest {
  const parsed = v.safeParse(requestSchema, event);
  if (parsed.success) return parsed.output;
  const paths = parsed.issues.map((issue) => v.getDotPath(issue) ?? "the request itself");
  throw new BridgeError("Bridge.InvalidRequest", {
    message: `A bridge takes { statement, params, trace } and nothing else; wrong are: ${[...new Set(paths)].join(", ")}.`,
    outcome: "permanent",
  });
}
