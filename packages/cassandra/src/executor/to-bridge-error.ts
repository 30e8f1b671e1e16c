import type { Json } from "@treadle/expressions";
import { BridgeError, type BridgeErrorDetails, type BridgeTrace } from "@treadle/workflow/data-source";
import { types } from "cassandra-driver";
import { classifyError } from "./classify-error.js";
import type { CompiledStatement } from "./compiled-statement.js";
import { driverClasses, type ErrorClass, outcomeUnknown } from "./error-classes.js";
import { schemaDrift } from "./prepare-statement.js";

/** How far a call had come: up to PREPARE nothing can have been applied. */
export type CallStage = "connecting" | "preparing" | "executing";

/**
 * Turns what the driver threw into the error that the state machine sees. A statement that is not idempotent and may have
 * been applied becomes `Cassandra.OutcomeUnknown`, whatever the reason, so that no retrier matches it.
 */
export function toBridgeError(
  thrown: unknown,
  statement: CompiledStatement | undefined,
  stage: CallStage,
  trace?: BridgeTrace,
): BridgeError {
  if (thrown instanceof BridgeError) return thrown;
  const { class: errorClass, origin } = classifyError(thrown);
  if (stage !== "executing" && statement !== undefined && errorClass.name === "Cassandra.InvalidQuery") {
    // No value has been sent yet, so the server's text cannot hold one.
    return schemaDrift(statement, [`the server says: ${(origin as Error).message}`]);
  }
  const { name, outcome, reason } = nameFor(errorClass, statement, stage);
  return new BridgeError(
    name,
    {
      message: errorClass.meaning,
      outcome,
      ...(reason && { reason }),
      ...(statement && { statement: statement.name }),
      ...(trace && { attempt: trace.attempt }),
      ...detailsOf(origin),
    },
    { cause: thrown },
  );
}

/**
 * Retriers see the name alone. One that leaves the outcome open is not repeated for every statement, so a fault from before
 * the statement was sent gets a name that is.
 */
function nameFor(
  { name, outcome }: ErrorClass,
  statement: CompiledStatement | undefined,
  stage: CallStage,
): { readonly name: string; readonly outcome: BridgeErrorDetails["outcome"]; readonly reason?: string } {
  if (outcome !== "unknown") return { name, outcome };
  if (stage !== "executing") return { name: driverClasses.connectionFailed.name, outcome: "not-applied", reason: name };
  return statement?.idempotent === false ? { name: outcomeUnknown, outcome, reason: name } : { name, outcome };
}

/** What the driver puts on its errors beyond its declarations. */
interface DriverErrorFields {
  readonly code?: number | string;
  readonly coordinator?: string;
  /** The address of the host that did not answer in time. */
  readonly host?: string;
  readonly consistencies?: number;
  readonly required?: number;
  readonly alive?: number;
  readonly received?: number;
  readonly blockFor?: number;
  readonly failures?: number;
  readonly writeType?: string;
}

const consistencyNames: ReadonlyMap<number | undefined, string> = new Map(
  Object.entries(types.consistencies).map(([name, code]) => [code as number, name]),
);

/** The numbers and names that the driver tells; its messages may hold values and stay out. */
function detailsOf(origin: unknown): { readonly [detail: string]: Json | undefined } {
  if (!(origin instanceof Error)) return {};
  const fields = origin as Error & DriverErrorFields;
  return {
    driverCode: fields.code,
    coordinator: fields.coordinator ?? fields.host,
    consistency: consistencyNames.get(fields.consistencies),
    required: fields.required,
    alive: fields.alive,
    received: fields.received,
    blockFor: fields.blockFor,
    failures: fields.failures,
    writeType: fields.writeType,
    // The text names the role and the permission that is missing.
    serverMessage: fields.code === types.responseErrorCodes.unauthorized ? origin.message : undefined,
  };
}
