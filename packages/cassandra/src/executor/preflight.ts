import { type BridgeCall, BridgeError, type ExecutedStatement } from "@treadle/workflow/data-source";
import type { ClientHolder } from "./client-holder.js";
import type { CompiledStatement } from "./compiled-statement.js";
import { prepareStatement } from "./prepare-statement.js";
import { toBridgeError } from "./to-bridge-error.js";
import { withReconnect } from "./with-reconnect.js";

/**
 * Finds out before the first write whether the cluster answers, the login works, and every statement can be prepared with
 * the compiled types.
 *
 * @throws {BridgeError} `Cassandra.PreflightFailed` with every failure
 */
export async function checkDatabase(
  clients: ClientHolder,
  statements: readonly CompiledStatement[],
  call: BridgeCall,
): Promise<ExecutedStatement> {
  let failures: readonly BridgeError[];
  try {
    failures = await withReconnect(clients, undefined, call, undefined, async (client, enter) => {
      enter("preparing");
      await client.execute("SELECT key FROM system.local", [], { prepare: true, isIdempotent: true });
      const checks = statements.map(async (statement) => {
        try {
          await prepareStatement(client, statement);
          return [];
        } catch (error) {
          return [toBridgeError(error, statement, "preparing")];
        }
      });
      return (await Promise.all(checks)).flat();
    });
  } catch (error) {
    failures = [error as BridgeError];
  }
  if (failures.length === 0) return { result: null, measures: {} };
  const permanent = failures.some((failure) => failure.details.outcome === "permanent");
  throw new BridgeError("Cassandra.PreflightFailed", {
    message: failures[0]!.details.message,
    outcome: permanent ? "permanent" : "not-applied",
    failures: failures.map((failure) => ({ error: failure.name, ...withoutUndefined(failure.details) })),
  });
}

function withoutUndefined(details: BridgeError["details"]): { readonly [detail: string]: never } {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined)) as never;
}
