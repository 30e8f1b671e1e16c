/*
 * How CQL values travel as JSON through a state machine. The names say what a text must look like; the bridge's codec
 * checks it.
 */

/** A `bigint` or `counter` as decimal text, since JSON numbers lose digits beyond 2^53. */
export type Int64 = string;
/** What is taken for a `bigint`: text, or a number that is a safe integer. */
export type Int64Input = string | number;
/** A `varint` as decimal text. */
export type VarInt = string;
/** A `decimal` as text with its scale kept: `"1.10"`. */
export type Decimal = string;
/** A `double` or `float`; what JSON has no number for is text. */
export type Double = number | "NaN" | "Infinity" | "-Infinity";
/** A `blob` in base64. */
export type Base64 = string;
/** `8-4-4-4-12` hexadecimal digits in lower case. */
export type Uuid = string;
/** A version 1 uuid. */
export type TimeUuid = string;
/** An IPv4 or IPv6 address. */
export type Inet = string;
/** `2026-01-31T12:00:00.000Z`: UTC, milliseconds. */
export type IsoTimestamp = string;
/** `2026-01-31`. */
export type IsoDate = string;
/** `12:00:00.000000000`: up to nanoseconds. */
export type IsoTime = string;
/** `1y2mo3d4h`, or ISO 8601 `P1Y2M3DT4H`. */
export type CqlDuration = string;
