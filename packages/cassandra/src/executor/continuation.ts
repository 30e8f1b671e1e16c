import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Json } from "@treadle/expressions";
import { continuationParam } from "../contract/manifest.js";
import { type BoundValue, type CompiledStatement, invalidParameter } from "./compiled-statement.js";

/**
 * Turns the server's paging state into a text that the state machine carries, and back. The server would take any paging
 * state for any statement, so the text is sealed: it is good for one statement, its text and its parameters only.
 */
export interface Continuations {
  readonly seal: (pageState: string) => string;
  /** @throws {BridgeError} `Cassandra.InvalidParameter` */
  readonly open: (continuation: Json | undefined) => string | undefined;
}

export function continuationsOf(
  statement: CompiledStatement,
  values: readonly BoundValue[],
  key: string | undefined,
): Continuations {
  const sealOf = (state: Buffer): Buffer => {
    const hash = key === undefined ? createHash("sha256") : createHmac("sha256", key);
    for (const part of [Buffer.from(statement.name), Buffer.from(statement.text), ...values, state]) {
      // Each with its length, so that no two lists of parts run together to the same bytes.
      const bytes = Buffer.isBuffer(part) ? part : Buffer.from(part === null ? "null" : "unset");
      hash.update(`${Buffer.isBuffer(part) ? "" : "-"}${bytes.length}:`).update(bytes);
    }
    return hash.digest().subarray(0, sealBytes);
  };
  return {
    seal: (pageState) => {
      const state = Buffer.from(pageState, "hex");
      return Buffer.concat([sealOf(state), state]).toString("base64url");
    },
    open: (continuation) => {
      if (continuation === undefined || continuation === null) return undefined;
      const bytes = typeof continuation === "string" ? Buffer.from(continuation, "base64url") : Buffer.alloc(0);
      const state = bytes.subarray(sealBytes);
      if (state.length > 0 && timingSafeEqual(bytes.subarray(0, sealBytes), sealOf(state)))
        return state.toString("hex");
      const message = "The continuation was not given for this statement with these parameters.";
      throw invalidParameter(statement, continuationParam, message);
    },
  };
}

const sealBytes = 16;
