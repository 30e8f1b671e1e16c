import { setTimeout as delay } from "node:timers/promises";
import type { BridgeCall, BridgeError, BridgeTrace } from "@treadle/workflow/data-source";
import type { Client } from "cassandra-driver";
import { abortable } from "./abortable.js";
import type { ClientHolder } from "./client-holder.js";
import type { CompiledStatement } from "./compiled-statement.js";
import { driverClasses } from "./error-classes.js";
import { type CallStage, toBridgeError } from "./to-bridge-error.js";

/**
 * After a dropped socket the driver has no connection for a moment and gives up at once, with nothing sent; measured, it
 * has one again some 300 ms later.
 */
const reconnectPauseMs = 600;

/**
 * Runs with a connected client, and again where nothing was sent: after a pause, in which the driver connects by itself, and
 * once more with another password or, since a pool that was reset while it opened stays empty, with another client.
 */
export async function withReconnect<T>(
  clients: ClientHolder,
  statement: CompiledStatement | undefined,
  call: BridgeCall,
  trace: BridgeTrace | undefined,
  run: (client: Client, enter: (stage: CallStage) => void) => Promise<T>,
): Promise<T> {
  let used: Client | undefined;
  const attempt = async (): Promise<T> => {
    used = undefined;
    let stage: CallStage = "connecting";
    const running = clients.withClient((client) => {
      used = client;
      return run(client, (next) => {
        stage = next;
      });
    });
    try {
      return await abortable(running, call.signal);
    } catch (error) {
      throw toBridgeError(error, statement, stage, trace);
    }
  };
  let failure: BridgeError;
  try {
    return await attempt();
  } catch (error) {
    failure = error as BridgeError;
  }
  if (failure.name === noHost && (await pause(call.signal))) {
    try {
      return await attempt();
    } catch (error) {
      failure = error as BridgeError;
    }
  }
  // With a stale password the driver reconnects in vain and tells only that it has no host.
  const passwordMayHelp = failure.name === noHost || failure.name === driverClasses.authentication.name;
  if (passwordMayHelp && (await clients.renewCredentials())) return await attempt();
  if (failure.name === noHost && used !== undefined && !call.signal.aborted) {
    clients.replace(used);
    return await attempt();
  }
  throw failure;
}

const noHost = driverClasses.noHost.name;

/** False where the call's time ran out meanwhile. */
async function pause(signal: AbortSignal): Promise<boolean> {
  return await delay(reconnectPauseMs, true, { signal }).catch(() => false);
}
